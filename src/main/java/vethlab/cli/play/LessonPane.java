package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.lesson.Exercises;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.Stop;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.LessonStep;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.lesson.Span;

/** The present step of a lesson. */
final class LessonPane {
  /**
   * @param heading of the step
   * @param from the first line of what the present stop is about
   * @param to the one after its last
   */
  record Page(String heading, List<AttributedString> lines, int from, int to) {}

  private final Words words;
  private final LessonRun run;
  private final Exercises exercises;
  private final int width;
  private final List<AttributedString> lines = new ArrayList<>();
  private int from;
  private int to;

  LessonPane(Words words, LessonRun run, Exercises exercises, int width) {
    this.words = words;
    this.run = run;
    this.exercises = exercises;
    this.width = width;
  }

  Page page() {
    Lesson lesson = run.lesson();
    Stop.Place here = run.stop().place();
    LessonStep step = lesson.steps().get(here.step());
    if (here.step() == 0) {
      lesson.introduction().forEach(told -> block(lesson, told, -1));
    }
    if (!lines.isEmpty()) {
      heading(here.step() + 1, step);
    }
    from = lines.size();
    for (int i = 0; i < step.blocks().size(); i++) {
      if (i == here.from()) {
        from = lines.size();
      }
      block(lesson, step.blocks().get(i), i);
      if (here.has(i)) {
        to = lines.size();
      }
    }
    if (run.stop() instanceof Stop.Heading) {
      from = 0;
    }
    return new Page(Span.text(step.heading()), lines, from, Math.max(from, to));
  }

  /** After an introduction; else it stands above the text anyway. */
  private void heading(int number, LessonStep step) {
    AttributedStringBuilder heading = new AttributedStringBuilder();
    heading.append(number + " ", Ink.GOOD.style());
    heading.append(ProsePane.text(step.heading(), Ink.STRONG));
    add(Flow.lines(heading.toAttributedString(), width - 2), false);
  }

  private void block(Lesson lesson, Told told, int number) {
    Stop.Place here = run.stop().place();
    boolean marked = number >= 0 && number == here.marked() && isPlayed();
    if (lesson.isForeign(told) && told.block() instanceof Block.Text) {
      add(List.of(Flow.of(Ink.DIM, words.get("lesson.foreign"))), marked);
    }
    add(inside(told.block(), number), marked);
  }

  /** Only what an event or a command is about is marked, not the first text of a step. */
  private boolean isPlayed() {
    return !(run.stop() instanceof Stop.Heading);
  }

  private void add(List<AttributedString> block, boolean marked) {
    if (block.isEmpty()) {
      return;
    }
    if (!lines.isEmpty()) {
      lines.add(AttributedString.EMPTY);
    }
    AttributedString margin = marked ? Flow.of(Ink.GOOD, "┃ ") : new AttributedString("  ");
    lines.addAll(ProsePane.indented(margin, margin, block));
  }

  private List<AttributedString> inside(Block block, int number) {
    int inner = width - 2;
    return switch (block) {
      case Block.Text text -> new ProsePane(inner).lines(text.prose());
      case Block.Focus focus -> List.of();
      case Block.Goto go -> List.of();
      case Block.Run command -> commands(command, number, inner);
      case Block.Question question -> question(question, inner);
      case Block.CheckRef check -> check(check, inner);
      case Block.Hint hint -> hint(hint, inner);
    };
  }

  private List<AttributedString> commands(Block.Run block, int number, int inner) {
    int stop = stopAt(number);
    boolean done = stop >= 0 && stop <= run.here() && run.isReached(stop);
    List<AttributedString> all = new ArrayList<>();
    for (String command : block.commands()) {
      AttributedStringBuilder mark = new AttributedStringBuilder();
      mark.append(done ? "✓ " : "▷ ", done ? Ink.GOOD.style() : Ink.CHANGED.style());
      mark.append(block.ns() + " # ", Ink.DIM.style());
      AttributedString rest = new AttributedString(" ".repeat(4));
      all.addAll(Flow.lines(mark.toAttributedString(), rest, Flow.of(Ink.CODE, command), inner));
    }
    return all;
  }

  private int stopAt(int block) {
    for (int i = 0; i < run.stops().size(); i++) {
      Stop.Place place = run.stops().get(i).place();
      boolean step = place.step() == run.stop().place().step();
      if (step && place.from() == block && run.stops().get(i) instanceof Stop.Command) {
        return i;
      }
    }
    return -1;
  }

  private List<AttributedString> question(Block.Question question, int inner) {
    List<AttributedString> all = new ArrayList<>(new ProsePane(inner).lines(question.asked()));
    int chosen = exercises.chosen(question.id()).orElse(-1);
    for (int i = 0; i < question.choices().size(); i++) {
      Block.Choice choice = question.choices().get(i);
      boolean right = choice.grade() == Block.Grade.RIGHT;
      AttributedStringBuilder mark = new AttributedStringBuilder();
      Ink ink = i != chosen ? Ink.DIM : right ? Ink.GOOD : Ink.DROP;
      mark.append(i != chosen ? "  " : right ? "✓ " : "✕ ", ink.style());
      mark.append(i + 1 + " ", Ink.CODE.style());
      AttributedString blank = new AttributedString(" ".repeat(4));
      all.addAll(
          Flow.lines(
              mark.toAttributedString(),
              blank,
              ProsePane.text(choice.answer(), i == chosen ? Ink.STRONG : Ink.TEXT),
              inner));
    }
    if (chosen >= 0) {
      all.addAll(
          Flow.lines(ProsePane.text(question.choices().get(chosen).reply(), Ink.TEXT), inner));
    } else {
      all.add(Flow.of(Ink.DIM, words.get("lesson.choose", question.choices().size())));
    }
    return all;
  }

  private List<AttributedString> check(Block.CheckRef check, int inner) {
    boolean done = exercises.isDone(check.id());
    AttributedString mark = Flow.of(done ? Ink.GOOD : Ink.CHANGED, done ? "✓ " : "○ ");
    String say = exercises.says(check.id(), words.locale());
    List<AttributedString> all =
        new ArrayList<>(
            Flow.lines(mark, new AttributedString("  "), Flow.of(Ink.TEXT, say), inner));
    if (!done) {
      AttributedString margin = new AttributedString("  ");
      exercises.seen(check.id(), words.locale()).stream()
          .limit(1)
          .forEach(why -> all.addAll(Flow.lines(margin, margin, Flow.of(Ink.DIM, why), inner)));
    }
    return all;
  }

  private List<AttributedString> hint(Block.Hint hint, int inner) {
    int shown = exercises.hintsShown(run.stop().place().step());
    int number = hintNumber(hint);
    if (number < shown) {
      AttributedString margin = Flow.of(Ink.CHANGED, "? ");
      List<AttributedString> says = new ProsePane(inner - 2).lines(hint.says());
      return ProsePane.indented(margin, new AttributedString("  "), says);
    }
    return number == shown ? List.of(Flow.of(Ink.DIM, words.get("lesson.hint"))) : List.of();
  }

  private int hintNumber(Block.Hint hint) {
    List<Block> blocks =
        run.lesson().steps().get(run.stop().place().step()).blocks().stream()
            .map(Told::block)
            .filter(Block.Hint.class::isInstance)
            .toList();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) == hint) {
        return i;
      }
    }
    return blocks.size();
  }
}
