package vethlab.lab.lesson;

import java.util.List;
import java.util.stream.Collectors;

/** A stretch of text within a line. */
public sealed interface Span {
  record Plain(String text) implements Span {}

  /** A command, a name, an address: shown as it is typed. */
  record Code(String text) implements Span {}

  record Emphasis(List<Span> spans) implements Span {}

  record Strong(List<Span> spans) implements Span {}

  record Link(List<Span> spans, String target) implements Span {}

  /** A line ends here although the paragraph goes on. */
  record Break() implements Span {}

  /** The words alone. */
  static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  private static String text(Span span) {
    return switch (span) {
      case Plain plain -> plain.text();
      case Code code -> code.text();
      case Emphasis emphasis -> text(emphasis.spans());
      case Strong strong -> text(strong.spans());
      case Link link -> text(link.spans());
      case Break end -> "\n";
    };
  }
}
