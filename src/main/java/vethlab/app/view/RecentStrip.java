package vethlab.app.view;

import java.nio.file.Path;
import javafx.scene.layout.HBox;
import vethlab.app.Desk;
import vethlab.app.Words;

/** The line at the bottom of the home page: what was opened lately. */
final class RecentStrip extends HBox {
  private static final int MOST = 6;

  RecentStrip(Words words, Desk desk) {
    getStyleClass().add("status");
    var paths = desk.recent().paths();
    if (paths.isEmpty()) {
      getChildren().add(Parts.text(words.get("home.recent.none"), "second"));
      return;
    }
    getChildren().add(Parts.text(words.get("home.recent"), "second"));
    for (Path path : paths.subList(0, Math.min(MOST, paths.size()))) {
      var link = Parts.link(path.getFileName().toString(), () -> desk.open(path));
      link.setTooltip(new javafx.scene.control.Tooltip(path.toString()));
      getChildren().add(link);
    }
  }
}
