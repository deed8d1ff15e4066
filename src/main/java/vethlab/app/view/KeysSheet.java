package vethlab.app.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Studio;

/** All keys. */
public final class KeysSheet extends VBox {
  public KeysSheet(Studio studio, Actions actions) {
    getStyleClass().add("sheet");
    setMaxSize(620, 560);
    setPadding(new javafx.geometry.Insets(16));
    setSpacing(10);
    GridPane grid = new GridPane(18, 5);
    int i = 0;
    for (Actions.Action action : actions.all()) {
      if (action.key().isPresent()) {
        int column = i % 2 * 2;
        grid.add(Parts.text(action.title(), "small"), column, i / 2);
        grid.add(Parts.key(Actions.keyText(action.key().get())), column + 1, i / 2);
        i++;
      }
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("pane-scroll");
    getChildren().addAll(Parts.text(studio.words().get("action.keys"), "title"), scroll);
  }
}
