package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.yaml.Problems;

/**
 * A lesson in another language: what is live is the original's, in the same order; the text between
 * two live blocks is the translation's where it has one, else the original's.
 */
final class Translations {
  private final Lesson original;
  private final Lesson translation;

  Translations(Lesson original, Lesson translation) {
    this.original = original;
    this.translation = translation;
  }

  /** The original as far as it must be, the translation as far as it goes. */
  Lesson merged() {
    List<LessonStep> steps = new ArrayList<>();
    for (int i = 0; i < original.steps().size(); i++) {
      LessonStep step = original.steps().get(i);
      steps.add(i < translation.steps().size() ? merged(step, translation.steps().get(i)) : step);
    }
    return new Lesson(
        translation.language(),
        translation.title().isEmpty() ? original.title() : translation.title(),
        merged(original.introduction(), translation.introduction()).orElse(original.introduction()),
        List.copyOf(steps));
  }

  private static LessonStep merged(LessonStep step, LessonStep translated) {
    return merged(step.blocks(), translated.blocks())
        .map(blocks -> new LessonStep(translated.heading(), blocks))
        .orElse(step);
  }

  /** Nothing where what is live is not the same. */
  private static Optional<List<Told>> merged(List<Told> original, List<Told> translated) {
    List<Passage> ours = Passage.of(original);
    List<Passage> theirs = Passage.of(translated);
    if (!signatures(ours).equals(signatures(theirs))) {
      return Optional.empty();
    }
    List<Told> blocks = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      blocks.addAll(theirs.get(i).text().isEmpty() ? ours.get(i).text() : theirs.get(i).text());
      theirs.get(i).end().ifPresent(blocks::add);
    }
    return Optional.of(List.copyOf(blocks));
  }

  private static List<String> signatures(List<Passage> passages) {
    return passages.stream().flatMap(each -> each.end().stream()).map(Translations::what).toList();
  }

  /** Text, and the live block that ends it; the last passage of a step ends with none. */
  private record Passage(List<Told> text, Optional<Told> end) {
    static List<Passage> of(List<Told> blocks) {
      List<Passage> all = new ArrayList<>();
      List<Told> text = new ArrayList<>();
      for (Told each : blocks) {
        if (each.block() instanceof Block.Text) {
          text.add(each);
        } else {
          all.add(new Passage(text, Optional.of(each)));
          text = new ArrayList<>();
        }
      }
      all.add(new Passage(text, Optional.empty()));
      return all;
    }
  }

  /** What a live block does, in words that are the same in each language. */
  private static String what(Told told) {
    return switch (told.block()) {
      case Block.Text text -> "text";
      case Block.Focus focus -> "focus " + focus.nodes() + " open " + focus.open();
      case Block.Run run ->
          "run "
              + run.ns()
              + ": "
              + String.join("; ", run.commands())
              + run.output().map(output -> " with output " + output.text()).orElse("");
      case Block.Goto go -> "goto " + go.filter().text();
      case Block.Question question ->
          "question "
              + question.id()
              + " with answer "
              + (question.right() + 1)
              + " of "
              + question.choices().size();
      case Block.CheckRef check -> "check " + check.id();
      case Block.Hint hint -> "hint";
    };
  }

  /** Tells where the translation is not what the original is. */
  void compare(Problems problems) {
    int steps = Math.max(original.steps().size(), translation.steps().size());
    compare(original.introduction(), translation.introduction(), problems);
    for (int i = 0; i < steps; i++) {
      if (i >= original.steps().size() || i >= translation.steps().size()) {
        problems.error(
            0,
            0,
            "has "
                + translation.steps().size()
                + " steps where the original has "
                + original.steps().size());
        return;
      }
      compare(original.steps().get(i).blocks(), translation.steps().get(i).blocks(), problems);
    }
  }

  private static void compare(List<Told> original, List<Told> translated, Problems problems) {
    List<Passage> ours = Passage.of(original);
    List<Passage> theirs = Passage.of(translated);
    for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
      Optional<Told> want = i < ours.size() ? ours.get(i).end() : Optional.empty();
      Optional<Told> have = i < theirs.size() ? theirs.get(i).end() : Optional.empty();
      if (!want.map(Translations::what).equals(have.map(Translations::what))) {
        difference(want, have, translated, problems);
        return;
      }
      if (i < theirs.size() && theirs.get(i).text().isEmpty() && !ours.get(i).text().isEmpty()) {
        int line = have.or(() -> last(translated)).map(Told::line).orElse(0);
        problems.warn(
            line, 1, "no translation of the text at line " + ours.get(i).text().getFirst().line());
      }
    }
  }

  private static void difference(
      Optional<Told> want, Optional<Told> have, List<Told> translated, Problems problems) {
    int line = have.or(() -> last(translated)).map(Told::line).orElse(0);
    String there = have.map(told -> "\"" + what(told) + "\"").orElse("the step's end");
    String wanted =
        want.map(told -> "\"" + what(told) + "\" (line " + told.line() + ")")
            .orElse("the step's end");
    problems.error(line, 1, there + " where the original has " + wanted);
  }

  private static Optional<Told> last(List<Told> blocks) {
    return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.getLast());
  }
}
