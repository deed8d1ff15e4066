package vethlab.app.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Runner;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.lesson.Output;
import vethlab.lab.lesson.Walkthrough;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;
import vethlab.op.Ns;

/**
 * Plays a lesson from its first stop to its last and tells what does not hold: commands that print
 * something else than the text says, events that never come, names of what is not there.
 */
public final class Rehearsal {
  /**
   * A block of commands and what it printed.
   *
   * @param line of the block in its file
   */
  public record Printed(int line, Block.Run run, String text) {}

  private final Problems problems;
  private final List<Printed> printed = new ArrayList<>();
  private final Document document;
  private final Lesson lesson;
  private final LessonRun run;

  private Rehearsal(Document document, Lesson lesson, Problems problems) {
    this.document = document;
    this.lesson = lesson;
    this.problems = problems;
    run = new LessonRun(document, new Runner(document), lesson);
  }

  /** In the language it was written in; a lab without a lesson has no problems. */
  public static Rehearsal of(LabFolder folder) throws IOException {
    Optional<Locale> original = Walkthrough.of(folder).lessons().keySet().stream().findFirst();
    return of(folder, original.orElse(Locale.ENGLISH));
  }

  public static Rehearsal of(LabFolder folder, Locale language) throws IOException {
    Walkthrough walkthrough = Walkthrough.of(folder);
    Lesson none = new Lesson(language, List.of(), List.of(), List.of());
    Rehearsal rehearsal =
        new Rehearsal(
            Opening.open(folder.path()).document(),
            walkthrough.in(language).orElse(none),
            new Problems(walkthrough.file(folder, language).toString()));
    rehearsal.play();
    return rehearsal;
  }

  public List<Problem> problems() {
    return problems.all();
  }

  /** What each block of commands printed, in order. */
  public List<Printed> printed() {
    return List.copyOf(printed);
  }

  private void play() {
    lesson.introduction().forEach(this::look);
    for (int i = 0; i < run.stops().size(); i++) {
      Stop stop = run.stops().get(i);
      List<Told> blocks = lesson.steps().get(stop.place().step()).blocks();
      if (stop instanceof Stop.Command command
          && !isThere(new Block.Node(command.run().ns(), Optional.empty()))) {
        problems.error(
            blocks.get(stop.place().from()).line(),
            1,
            "there is no " + command.run().ns() + " yet");
        return;
      }
      run.go(i);
      run.finish();
      check(i, stop, blocks);
      blocks.subList(stop.place().from(), stop.place().to()).forEach(this::look);
    }
  }

  private void check(int number, Stop stop, List<Told> blocks) {
    switch (stop) {
      case Stop.Heading heading -> {}
      case Stop.Command command -> {
        Told told = blocks.get(stop.place().from());
        String text = run.printed(number).orElse("");
        printed.add(new Printed(told.line(), command.run(), text));
        command.run().output().ifPresent(output -> compare(told, command.run(), output, text));
      }
      case Stop.Event event -> {
        if (!run.isReached(number)) {
          problems.error(
              blocks.get(stop.place().from()).line() + 1,
              1,
              "no event matches \"" + event.go().filter().text() + "\"");
        }
      }
    }
  }

  private void compare(Told told, Block.Run command, Output output, String text) {
    if (!output.matches(text)) {
      String commands = String.join("; ", command.commands());
      String what =
          output
              .missing(text)
              .map(line -> "does not print \"" + line + "\" there")
              .orElse("prints more than the output says");
      problems.error(told.line(), 1, "\"" + commands + "\" " + what);
    }
  }

  private void look(Told told) {
    if (told.block() instanceof Block.Focus focus) {
      List<Block.Node> all = new ArrayList<>(focus.nodes());
      focus.open().forEach(ns -> all.add(new Block.Node(ns, Optional.empty())));
      all.stream()
          .filter(node -> !isThere(node))
          .forEach(node -> problems.error(told.line(), 1, "there is no " + node + " here"));
    }
  }

  private boolean isThere(Block.Node node) {
    Ns ns = node.ns();
    return (ns.isHost() || document.kernel().namespaces().contains(ns))
        && (node.device().isEmpty()
            || document.kernel().links(ns).stream()
                .anyMatch(link -> link.name().equals(node.device().get())));
  }
}
