package vethlab.lab.lesson;

import java.util.List;
import java.util.OptionalInt;

/** What a lesson says: Markdown's blocks of text. */
public sealed interface Prose {
  record Paragraph(List<Span> spans) implements Prose {}

  /** A heading within a step. */
  record Heading(List<Span> spans) implements Prose {}

  /**
   * A list.
   *
   * @param first the number of the first item where they are numbered
   */
  record Items(OptionalInt first, List<List<Prose>> items) implements Prose {}

  record Quote(List<Prose> inside) implements Prose {}

  /**
   * Lines to be shown as they are; nothing runs them.
   *
   * @param language the word after the fence, empty where there is none
   */
  record Listing(String language, String text) implements Prose {}

  /** A line across. */
  record Rule() implements Prose {}
}
