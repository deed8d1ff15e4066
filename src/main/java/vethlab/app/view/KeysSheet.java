package vethlab.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.Words;

/** All keys, and what the mouse does, by what they are about. */
public final class KeysSheet extends VBox {
  /** What the mouse does: keys of the words, {@code mouse.NAME} and {@code mouse.NAME.how}. */
  private static final List<String> MOUSE =
      List.of("pan", "zoom", "several", "connect", "rename", "open", "move-interface", "menu");

  private final ScrollPane scroll;

  public KeysSheet(Studio studio, Actions actions) {
    Words words = studio.words();
    getStyleClass().add("sheet");
    setMaxSize(980, 700);
    setPadding(new javafx.geometry.Insets(20));
    setSpacing(12);
    Map<String, VBox> groups = new LinkedHashMap<>();
    for (Actions.Action action : actions.all()) {
      if (!action.keys().isEmpty()) {
        VBox group = groups.computeIfAbsent(action.group(), key -> group(words.get("keys." + key)));
        List<String> keys = action.keys().stream().map(Actions::keyText).distinct().toList();
        group.getChildren().add(row(action.title(), keys.subList(0, Math.min(2, keys.size()))));
      }
    }
    VBox mouse = group(words.get("keys.mouse"));
    for (String each : MOUSE) {
      mouse
          .getChildren()
          .add(row(words.get("mouse." + each), List.of(words.get("mouse." + each + ".how"))));
    }
    HBox columns =
        new HBox(
            32,
            column(groups, List.of("edit", "tools")),
            column(groups, List.of("time", "files")),
            column(groups, List.of("view")));
    ((VBox) columns.getChildren().getLast()).getChildren().add(mouse);
    scroll = new ScrollPane(columns);
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    getChildren().addAll(Parts.text(words.get("action.keys"), "title"), scroll);
  }

  private static VBox column(Map<String, VBox> groups, List<String> names) {
    VBox column = new VBox(16);
    names.stream().filter(groups::containsKey).map(groups::get).forEach(column.getChildren()::add);
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(280);
    return column;
  }

  private static VBox group(String title) {
    return new VBox(4, Parts.text(title, "strong"));
  }

  private static HBox row(String title, List<String> keys) {
    HBox row = new HBox(4, Parts.wrapped(title, "small"), Parts.spring());
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    for (String key : keys) {
      var cap = Parts.key(key);
      cap.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(cap);
    }
    return row;
  }

  @Override
  public void requestFocus() {
    scroll.requestFocus();
  }
}
