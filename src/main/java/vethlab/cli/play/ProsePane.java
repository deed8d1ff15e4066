package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import vethlab.lab.lesson.Prose;
import vethlab.lab.lesson.Span;

/** A lesson's prose as lines. */
final class ProsePane {
  private final int width;

  ProsePane(int width) {
    this.width = width;
  }

  List<AttributedString> lines(List<Prose> all) {
    List<AttributedString> lines = new ArrayList<>();
    for (Prose each : all) {
      if (!lines.isEmpty()) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(lines(each));
    }
    return lines;
  }

  List<AttributedString> lines(Prose prose) {
    return switch (prose) {
      case Prose.Paragraph paragraph -> Flow.lines(text(paragraph.spans(), Ink.TEXT), width);
      case Prose.Heading heading -> Flow.lines(text(heading.spans(), Ink.STRONG), width);
      case Prose.Items items -> items(items);
      case Prose.Quote quote ->
          indented(
              Flow.of(Ink.DIM, "│ "),
              Flow.of(Ink.DIM, "│ "),
              new ProsePane(width - 2).lines(quote.inside()));
      case Prose.Listing listing ->
          listing.text().lines().map(line -> Flow.of(Ink.CODE, "  " + line)).toList();
      case Prose.Rule rule -> List.of(Flow.of(Ink.DIM, "─".repeat(width)));
    };
  }

  private List<AttributedString> items(Prose.Items items) {
    List<AttributedString> lines = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      String mark = items.first().isPresent() ? items.first().getAsInt() + i + ". " : "• ";
      lines.addAll(
          indented(
              Flow.of(Ink.TEXT, mark),
              new AttributedString(" ".repeat(mark.length())),
              new ProsePane(width - mark.length()).lines(items.items().get(i))));
    }
    return lines;
  }

  static List<AttributedString> indented(
      AttributedString first, AttributedString rest, List<AttributedString> inside) {
    List<AttributedString> lines = new ArrayList<>();
    for (AttributedString line : inside) {
      lines.add(
          AttributedString.join(AttributedString.EMPTY, lines.isEmpty() ? first : rest, line));
    }
    return lines;
  }

  static AttributedString text(List<Span> spans, Ink ink) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    append(text, spans, ink.style());
    return text.toAttributedString();
  }

  private static void append(
      AttributedStringBuilder text, List<Span> spans, AttributedStyle style) {
    for (Span span : spans) {
      switch (span) {
        case Span.Plain plain -> text.append(plain.text(), style);
        case Span.Code code -> text.append(code.text(), Ink.CODE.style());
        case Span.Emphasis emphasis -> append(text, emphasis.spans(), style.italic());
        case Span.Strong strong -> append(text, strong.spans(), style.bold());
        case Span.Link link -> {
          append(text, link.spans(), style.underline());
          text.append(" (" + link.target() + ")", Ink.DIM.style());
        }
        case Span.Break end -> text.append("\n");
      }
    }
  }
}
