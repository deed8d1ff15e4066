package vethlab.lab.lesson;

import java.util.List;
import java.util.Locale;

/** A step of a lesson: what stands under one heading. */
public record LessonStep(List<Span> heading, List<Told> blocks) {

  /**
   * A block in the language it could be told in.
   *
   * @param line where it stands in that language's file, from 1
   */
  public record Told(Locale language, int line, Block block) {}
}
