package vethlab.app.view;

import javafx.scene.control.ScrollPane;
import vethlab.app.Studio;

/** The tables of the namespace in view. */
final class TablesPane extends ScrollPane {
  TablesPane(Studio studio) {
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
  }
}
