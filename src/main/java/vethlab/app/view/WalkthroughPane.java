package vethlab.app.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;

/** What a lab tells, step by step. */
final class WalkthroughPane extends ScrollPane {
  WalkthroughPane(Studio studio) {
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    VBox content =
        Parts.column(
            "section",
            Parts.wrapped(studio.document().map(d -> d.title()).orElse(""), "title"),
            Parts.wrapped(studio.words().get("walkthrough.none"), "second", "small"));
    setContent(content);
  }
}
