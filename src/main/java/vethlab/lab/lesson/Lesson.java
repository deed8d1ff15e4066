package vethlab.lab.lesson;

import java.util.List;
import java.util.Locale;
import vethlab.lab.lesson.LessonStep.Told;

/**
 * A lesson in a language. A block without a translation is told in the language the lesson was
 * written in; its {@link Told#language} says so.
 *
 * @param introduction what stands between the title and the first step
 */
public record Lesson(
    Locale language, List<Span> title, List<Told> introduction, List<LessonStep> steps) {

  /** The same for somebody who asked for that language. */
  Lesson askedFor(Locale wanted) {
    return new Lesson(wanted, title, introduction, steps);
  }

  /** Whether this block is shown in another language than asked for. */
  public boolean isForeign(Told told) {
    return !told.language().equals(language);
  }
}
