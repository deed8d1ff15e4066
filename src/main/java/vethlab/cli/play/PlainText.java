package vethlab.cli.play;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import vethlab.app.doc.Document;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.Stop;
import vethlab.app.model.Screen;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.LessonStep;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.lesson.Span;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.StepText;

/** A lab played from beginning to end as plain text: for a pipe, a file, a log. */
final class PlainText {
  private static final int WIDTH = 100;

  private final Played played;
  private final Document document;
  private final Language language;
  private final StepText steps;
  private final PrintStream out;

  private PlainText(Played played, Language language, PrintStream out) {
    this.played = played;
    this.language = language;
    this.out = out;
    document = played.document();
    steps = new StepText(Sentences.in(language.locale()));
  }

  static void print(Played played, Language language, PrintStream out) {
    new PlainText(played, language, out).print();
  }

  private void print() {
    played
        .script()
        .ifPresent(terminal -> {
          played.runner().until(terminal);
          played.runner().finish();
        });
    out.println(
        played.course().map(c -> Span.text(c.run().lesson().title())).orElse(document.title()));
    out.println();
    lines(
        new NetworkPane(language.player(), document.scene(), Optional.empty(), Set.of())
            .lines(WIDTH));
    played.course().ifPresentOrElse(course -> lesson(course.run()), this::events);
    out.flush();
  }

  /** What was printed, and every event with its reason. */
  private void events() {
    document
        .terminals()
        .forEach(terminal -> {
          out.println();
          Screen.of(document, terminal).lines().forEach(line -> out.println(line.text()));
        });
    for (int i = 0; i < document.eventCount(); i++) {
      out.println();
      out.print(steps.of(document.event(i)));
    }
  }

  private void lesson(LessonRun run) {
    run.lesson().introduction().forEach(this::text);
    for (int i = 0; i < run.stops().size(); i++) {
      run.go(i);
      run.finish();
      Stop stop = run.stops().get(i);
      LessonStep step = run.lesson().steps().get(stop.place().step());
      switch (stop) {
        case Stop.Heading heading -> {
          out.println();
          out.println(stop.place().step() + 1 + ". " + Span.text(step.heading()));
        }
        case Stop.Command command -> {
          out.println();
          command.run().commands().forEach(line -> out.println(command.run().ns() + " # " + line));
          out.print(run.printed(i).orElse(""));
        }
        case Stop.Event event ->
            run.event(i)
                .ifPresent(happened -> {
                  out.println();
                  out.print(steps.of(happened));
                });
      }
      step.blocks().subList(stop.place().from(), stop.place().to()).forEach(this::text);
    }
  }

  private void text(Told told) {
    ProsePane prose = new ProsePane(WIDTH);
    List<AttributedString> lines =
        switch (told.block()) {
          case Block.Text text -> prose.lines(text.prose());
          case Block.Question question -> question(prose, question);
          default -> List.of();
        };
    if (!lines.isEmpty()) {
      out.println();
      lines(lines);
    }
  }

  private static List<AttributedString> question(ProsePane prose, Block.Question question) {
    List<AttributedString> lines = new ArrayList<>(prose.lines(question.asked()));
    for (Block.Choice choice : question.choices()) {
      boolean right = choice.grade() == Block.Grade.RIGHT;
      lines.addAll(
          Flow.lines(
              new AttributedString(right ? "  [x] " : "  [ ] "),
              new AttributedString("      "),
              ProsePane.text(choice.answer(), Ink.TEXT),
              WIDTH));
    }
    return lines;
  }

  private void lines(List<AttributedString> lines) {
    lines.forEach(line -> out.println(line.toString().stripTrailing()));
  }
}
