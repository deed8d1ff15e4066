package vethlab.app.view;

import javafx.scene.control.ScrollPane;
import vethlab.app.Studio;

/** What is chosen, with everything that can be set about it. */
final class InspectorPane extends ScrollPane {
  InspectorPane(Studio studio) {
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
  }
}
