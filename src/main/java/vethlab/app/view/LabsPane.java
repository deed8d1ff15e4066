package vethlab.app.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.model.LabShelf;
import vethlab.app.model.LabTexts;

/** The labs there are, to change to. */
final class LabsPane extends ScrollPane {
  LabsPane(Studio studio, LabShelf shelf, Consumer<Path> opener) {
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    Words words = studio.words();
    VBox content = new VBox();
    shelf.read();
    for (LabShelf.Section section : shelf.sections()) {
      var title = Parts.text(words.get("shelf." + section.key()), "second", "small");
      VBox.setMargin(title, new javafx.geometry.Insets(14, 16, 4, 16));
      content.getChildren().add(title);
      for (LabShelf.Entry entry : section.labs()) {
        LabTexts said = new LabTexts(words, entry, entry.card().join());
        VBox texts =
            new VBox(1, Parts.text(said.title()), Parts.wrapped(said.what(), "second", "tiny"));
        texts.setMinWidth(0);
        var row = Parts.row("palette-row", texts);
        row.setAccessibleText(said.title());
        Parts.pressable(row, () -> opener.accept(entry.path()));
        content.getChildren().add(row);
      }
    }
    setContent(content);
  }
}
