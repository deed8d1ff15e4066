package vethlab.app.view;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A field whose text becomes a command: Enter does it, Esc takes it back, and what the kernel has
 * against it stands below.
 */
final class CommandField extends VBox {
  /** Does it; what is wrong with it, where it cannot be done. */
  interface Doing extends Function<String, Optional<String>> {}

  private final TextField field;
  private final Label wrong = Parts.wrapped("", "small", "drop", "field-wrong");
  private final String initial;
  private final Doing doing;
  private Runnable afterwards = () -> {};

  CommandField(String initial, Doing doing) {
    super(2);
    this.initial = initial;
    this.doing = doing;
    field = new TextField(initial);
    field.getStyleClass().add("field");
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field.textProperty().addListener((o, was, is) -> calm());
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(false);
    setMinWidth(0);
    getChildren().addAll(field, wrong);
  }

  CommandField prompt(String prompt) {
    field.setPromptText(prompt);
    return this;
  }

  /** What happens when it is given up or done. */
  CommandField afterwards(Runnable action) {
    afterwards = action;
    return this;
  }

  void edit() {
    field.requestFocus();
    field.selectAll();
  }

  TextField field() {
    return field;
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER) {
      enter();
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE) {
      field.setText(initial);
      calm();
      afterwards.run();
      e.consume();
    }
  }

  private void enter() {
    String text = field.getText().strip();
    if (text.equals(initial)) {
      afterwards.run();
      return;
    }
    Optional<String> complaint = doing.apply(text);
    if (complaint.isEmpty()) {
      afterwards.run();
      return;
    }
    wrong.setText(complaint.get());
    wrong.setVisible(true);
    field.getStyleClass().add("wrong");
  }

  private void calm() {
    wrong.setVisible(false);
    field.getStyleClass().remove("wrong");
  }
}
