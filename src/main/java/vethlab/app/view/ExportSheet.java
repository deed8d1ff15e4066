package vethlab.app.view;

import java.util.Locale;
import javafx.scene.layout.VBox;
import vethlab.app.Desk;
import vethlab.app.Words;
import vethlab.app.file.Export;

/** What a drawing can be written as. */
public final class ExportSheet extends VBox {
  public ExportSheet(Words words, Desk desk, Runnable closer) {
    getStyleClass().add("sheet");
    setMaxSize(440, USE_PREF_SIZE);
    setPadding(new javafx.geometry.Insets(20, 0, 12, 0));
    setSpacing(2);
    var title = Parts.text(words.get("action.export"), "title");
    VBox.setMargin(title, new javafx.geometry.Insets(0, 20, 8, 20));
    getChildren().add(title);
    for (Export what : Export.values()) {
      if (what == Export.GIF) {
        continue; // takes seconds, in which the window would not answer
      }
      row(
          words,
          what.name().toLowerCase(Locale.ROOT),
          () -> {
            closer.run();
            desk.export(what);
          });
    }
    Export.wireshark()
        .ifPresent(program ->
            row(
                words,
                "wireshark",
                () -> {
                  closer.run();
                  desk.openInWireshark(program);
                }));
  }

  private void row(Words words, String key, Runnable run) {
    VBox texts =
        new VBox(
            1,
            Parts.text(words.get("export." + key)),
            Parts.text(words.get("export." + key + ".what"), "second", "tiny"));
    var row = Parts.button("", run, "choice-row");
    row.setGraphic(texts);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(words.get("export." + key));
    row.setId("export-" + key);
    getChildren().add(row);
  }

  @Override
  public void requestFocus() {
    getChildren().get(1).requestFocus();
  }
}
