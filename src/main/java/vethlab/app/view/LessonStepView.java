package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Teaching;
import vethlab.app.Words;
import vethlab.app.lesson.Exercises;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.Stop;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.LessonStep;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.lesson.Span;

/** One step of a lesson; the one the reader is at shows its blocks. */
final class LessonStepView extends VBox {
  /** What is done from a step, and shown anew afterwards. */
  interface Desk {
    void go(int stop);

    void changed();
  }

  private final Studio studio;
  private final Words words;
  private final LessonRun run;
  private final Exercises exercises;
  private final Desk desk;
  private final int number;
  private final LessonStep step;
  private Optional<Node> marked = Optional.empty();

  LessonStepView(Studio studio, Teaching teaching, int number, Desk desk) {
    this.studio = studio;
    this.words = studio.words();
    this.run = teaching.run();
    this.exercises = teaching.exercises();
    this.desk = desk;
    this.number = number;
    this.step = run.lesson().steps().get(number);
    boolean here = run.stop().place().step() == number;
    getStyleClass().add("walk-step");
    setId("step-" + (number + 1));
    getChildren().add(heading(here));
    if (here) {
      getStyleClass().add("here");
      VBox blocks = new VBox(8);
      blocks.getStyleClass().add("walk-blocks");
      for (int i = 0; i < step.blocks().size(); i++) {
        block(i).ifPresent(blocks.getChildren()::add);
      }
      hints().ifPresent(blocks.getChildren()::add);
      getChildren().add(blocks);
    }
  }

  /** The paragraph that speaks of the moment. */
  Node focus() {
    return marked.orElse(this);
  }

  private Node heading(boolean here) {
    boolean done = exercises.progress().steps().contains(number);
    Label mark = Parts.text(done && !here ? "✓" : Integer.toString(number + 1), "walk-number");
    if (done) {
      mark.getStyleClass().add("ok");
    }
    mark.setMinWidth(20);
    Node title = ProseView.flow(step.heading());
    title.getStyleClass().add("walk-heading");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(6, mark, title);
    row.getStyleClass().add("walk-title");
    row.setAccessibleText(Span.text(step.heading()));
    if (!here) {
      Parts.pressable(row, () -> desk.go(run.stopOf(number)));
    }
    return row;
  }

  // --- blocks ----------------------------------------------------------------------------------

  private Optional<Node> block(int index) {
    Told told = step.blocks().get(index);
    Optional<Node> shown =
        switch (told.block()) {
          case Block.Text text -> Optional.of(text(index, text));
          case Block.Run commands -> Optional.of(commands(index, commands));
          case Block.Question question -> Optional.of(question(question));
          case Block.CheckRef check -> Optional.of(check(check.id()));
          case Block.Goto go -> Optional.empty();
          case Block.Focus focus -> Optional.empty();
          case Block.Hint hint -> Optional.empty();
        };
    return shown.map(node -> run.lesson().isForeign(told) ? foreign(told, node) : node);
  }

  /** It is not there in the window's language. */
  private Node foreign(Told told, Node node) {
    String language = told.language().getDisplayLanguage(words.locale());
    Label tag = Parts.text(words.get("lesson.only-in", language), "tiny", "lesson-foreign");
    return new VBox(2, tag, node);
  }

  private Node text(int index, Block.Text text) {
    Node prose = ProseView.of(text.prose());
    VBox box = new VBox(prose);
    box.getStyleClass().add("walk-text");
    Stop.Place place = run.stop().place();
    boolean isMarked = place.step() == number && place.has(index) && place.marked() == index;
    if (isMarked) {
      box.getStyleClass().add("marked");
      marked = Optional.of(box);
    }
    stopAt(index)
        .filter(stop -> run.stops().get(stop) instanceof Stop.Event && !isMarked)
        .ifPresent(stop -> {
          box.getStyleClass().add("walk-event");
          Parts.pressable(box, () -> desk.go(stop));
        });
    return box;
  }

  /** The stop that marks a block. */
  private Optional<Integer> stopAt(int block) {
    for (int i = 0; i < run.stops().size(); i++) {
      Stop.Place place = run.stops().get(i).place();
      if (place.step() == number && place.has(block) && place.marked() == block) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private Node commands(int index, Block.Run commands) {
    int stop = stopAt(index).orElseThrow();
    Label text = Parts.wrapped(String.join("\n", commands.commands()), "mono");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    boolean ran = run.isReached(stop);
    Button go =
        Parts.button((ran ? "✓ " : "▶ ") + commands.ns(), () -> desk.go(stop), "text-link", "run");
    go.setMinWidth(USE_PREF_SIZE);
    go.setAccessibleText(words.get("lesson.run", commands.ns()));
    if (ran) {
      go.getStyleClass().add("ok");
    }
    go.setDisable(run.isRunning());
    HBox box = new HBox(8, text, go);
    box.setAlignment(Pos.TOP_LEFT);
    box.getStyleClass().add("walk-command");
    if (run.here() == stop) {
      box.getStyleClass().add("marked");
      marked = Optional.of(box);
    }
    return box;
  }

  // --- questions -------------------------------------------------------------------------------

  private Node question(Block.Question question) {
    VBox box = new VBox(8, ProseView.column(question.asked()));
    box.getStyleClass().add("walk-question");
    OptionalInt chosen = exercises.chosen(question.id());
    FlowPane choices = new FlowPane(6, 6);
    choices.setMinWidth(0); // else a long answer makes the whole lesson as wide as itself
    choices.setPrefWrapLength(214);
    for (int i = 0; i < question.choices().size(); i++) {
      choices.getChildren().add(choice(question, i, chosen));
    }
    box.getChildren().add(choices);
    chosen.ifPresent(i -> box.getChildren().add(reply(question.choices().get(i))));
    return box;
  }

  private Node choice(Block.Question question, int index, OptionalInt chosen) {
    Block.Choice choice = question.choices().get(index);
    boolean isChosen = chosen.isPresent() && chosen.getAsInt() == index;
    boolean right = choice.grade() == Block.Grade.RIGHT;
    String mark = !isChosen ? "" : right ? "✓ " : "✕ ";
    Button button =
        Parts.button(
            mark + Span.text(choice.answer()),
            () -> {
              exercises.choose(question, index);
              desk.changed();
            },
            "plain",
            "choice");
    button.setWrapText(true);
    button.setMaxWidth(214);
    button.setMinHeight(USE_PREF_SIZE);
    if (isChosen) {
      button.getStyleClass().add(right ? "right" : "wrong");
    }
    return button;
  }

  private Node reply(Block.Choice choice) {
    VBox box = new VBox(ProseView.flow(choice.reply()));
    box.getStyleClass()
        .addAll("walk-reply", choice.grade() == Block.Grade.RIGHT ? "right" : "wrong");
    return box;
  }

  // --- checks and hints ------------------------------------------------------------------------

  private Node check(String id) {
    boolean done = exercises.isDone(id);
    Locale locale = words.locale();
    Label mark = Parts.text(done ? "✓" : "○", done ? "ok" : "third");
    mark.setMinWidth(14);
    VBox texts = new VBox(1, Parts.wrapped(exercises.says(id, locale), "small"));
    if (!done && run.isLast()) {
      exercises.seen(id, locale).stream()
          .findFirst()
          .ifPresent(seen -> texts.getChildren().add(Parts.wrapped(seen, "second", "tiny")));
    }
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox row = new HBox(8, mark, texts);
    row.setId("check-" + id);
    row.getStyleClass().add("walk-check");
    return row;
  }

  /** Those that were asked for, and a way to ask for one more. */
  private Optional<Node> hints() {
    List<Block.Hint> all = new ArrayList<>();
    for (Told told : step.blocks()) {
      if (told.block() instanceof Block.Hint hint) {
        all.add(hint);
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int shown = Math.min(all.size(), exercises.hintsShown(number));
    VBox box = new VBox(6);
    for (Block.Hint hint : all.subList(0, shown)) {
      VBox one = ProseView.column(hint.says());
      one.getStyleClass().add("walk-hint");
      box.getChildren().add(one);
    }
    if (shown < all.size()) {
      Button more =
          Parts.link(
              words.get("lesson.hint", shown + 1, all.size()),
              () -> {
                exercises.hint(number);
                desk.changed();
              });
      more.setId("hint");
      box.getChildren().add(more);
    }
    return Optional.of(box);
  }
}
