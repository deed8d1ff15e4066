package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vethlab.app.Words;

/** Something to decide or to know, over everything; Esc takes the last answer. */
public final class Question extends VBox {
  /** What can be answered, and what happens then. */
  public record Answer(String text, Runnable then) {}

  private static final double MOST_HIGH = 320;

  private final List<Button> buttons = new ArrayList<>();
  private Runnable closer = () -> {};

  private Question(String title, List<String> lines, List<Answer> answers) {
    getStyleClass().add("sheet");
    setMaxSize(560, USE_PREF_SIZE);
    setPadding(new javafx.geometry.Insets(20));
    setSpacing(12);
    VBox text = new VBox(6);
    lines.forEach(line -> text.getChildren().add(Parts.wrapped(line, "second")));
    ScrollPane scroll = new ScrollPane(text);
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    text.heightProperty()
        .addListener((o, was, is) ->
            scroll.setPrefViewportHeight(Math.min(MOST_HIGH, is.doubleValue() + 2)));
    HBox row = new HBox(8, Parts.spring());
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      Button button =
          Parts.button(answer.text(), () -> answer(answer), i == 0 ? "primary" : "plain");
      button.setMinHeight(32);
      button.setMinWidth(USE_PREF_SIZE);
      buttons.add(button);
      row.getChildren().add(button);
    }
    getChildren().addAll(Parts.wrapped(title, "title"), scroll, row);
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        answer(answers.getLast());
        e.consume();
      } else if (e.getCode() == KeyCode.ENTER && e.getTarget() instanceof Button focused) {
        focused.fire();
        e.consume();
      }
    });
  }

  /** The first answer is the usual one, the last one changes nothing. */
  public static Question asking(String title, List<String> lines, List<Answer> answers) {
    return new Question(title, lines, answers);
  }

  public static Question telling(Words words, String title, List<String> lines) {
    return new Question(title, lines, List.of(new Answer(words.get("question.ok"), () -> {})));
  }

  /** What takes it away. */
  public void onClose(Runnable closer) {
    this.closer = closer;
  }

  private void answer(Answer answer) {
    closer.run();
    answer.then().run();
  }

  /** The answers, to be pressed. */
  public List<Button> buttons() {
    return List.copyOf(buttons);
  }

  @Override
  public void requestFocus() {
    buttons.getFirst().requestFocus();
  }
}
