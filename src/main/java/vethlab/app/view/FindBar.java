package vethlab.app.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vethlab.app.Words;

/** A text to look for: Enter the next, Shift+Enter the one before, Esc ends it. */
final class FindBar extends HBox {
  /** Which of how many; 0 of 0 where there is none. */
  record Found(int which, int of) {}

  /** Looks for a text forward (1) or backward (-1). */
  interface Search {
    Found next(String text, int direction);
  }

  private final Words words;
  private final Search search;
  private final TextField field = new TextField();
  private final Label found = Parts.text("", "small", "second");

  FindBar(Words words, Search search) {
    super(8);
    this.words = words;
    this.search = search;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find");
    field.getStyleClass().add("field");
    field.setPromptText(words.get("find.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    found.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            field,
            found,
            Parts.iconButton(Icons.BACK, words.get("find.previous"), () -> go(-1)),
            Parts.iconButton(Icons.NEXT, words.get("find.next"), () -> go(1)),
            Parts.button("✕", this::close, "icon-button"));
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void open() {
    setVisible(true);
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    setVisible(false);
  }

  private void go(int direction) {
    Found at = search.next(field.getText(), direction);
    found.setText(
        at.of() == 0 ? words.get("find.none") : words.get("find.of", at.which(), at.of()));
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case ESCAPE -> close();
      case ENTER, F3 -> go(e.isShiftDown() ? -1 : 1);
      default -> {
        return;
      }
    }
    e.consume();
  }
}
