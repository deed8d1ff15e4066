package vethlab.app.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vethlab.app.Drawing;
import vethlab.app.Drawing.More;
import vethlab.app.Words;
import vethlab.op.Ns;

/** Which of the rarer kinds of link, and what it shall stand on. */
public final class MoreSheet extends VBox {
  private final Words words;
  private final Drawing drawing;
  private final Ns ns;
  private final Runnable closer;

  public MoreSheet(Words words, Drawing drawing, Ns ns, Runnable closer) {
    this.words = words;
    this.drawing = drawing;
    this.ns = ns;
    this.closer = closer;
    getStyleClass().add("sheet");
    setMaxSize(440, USE_PREF_SIZE);
    setPadding(new javafx.geometry.Insets(20, 0, 12, 0));
    setSpacing(2);
    kinds();
  }

  private void title(String text) {
    Node title = Parts.text(text, "title");
    VBox.setMargin(title, new javafx.geometry.Insets(0, 20, 8, 20));
    getChildren().setAll(title);
  }

  private void kinds() {
    title(words.get("more.title", ns));
    boolean alone = drawing.parents(ns).isEmpty();
    for (More kind : More.values()) {
      String key = "more." + kind.name().toLowerCase(Locale.ROOT);
      if (!alone || !kind.needsParent()) {
        row(key, words.get(key), words.get(key + ".what"), () -> chosen(kind));
      }
    }
  }

  private void chosen(More kind) {
    List<String> parents = kind.needsParent() ? drawing.parents(ns) : List.of("");
    if (parents.size() == 1) {
      make(kind, parents.getFirst());
      return;
    }
    title(words.get("more.on"));
    parents.forEach(parent -> row(parent, parent, "", () -> make(kind, parent)));
    requestFocus();
  }

  private void make(More kind, String parent) {
    closer.run();
    drawing.make(kind, ns, parent);
  }

  private void row(String id, String title, String what, Runnable run) {
    VBox texts = new VBox(1, Parts.text(title));
    if (!what.isEmpty()) {
      texts.getChildren().add(Parts.text(what, "second", "tiny"));
    }
    var row = Parts.button("", run, "choice-row");
    row.setGraphic(texts);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(title);
    row.setId(id.replace('.', '-'));
    getChildren().add(row);
  }

  @Override
  public void requestFocus() {
    getChildren().get(1).requestFocus();
  }
}
