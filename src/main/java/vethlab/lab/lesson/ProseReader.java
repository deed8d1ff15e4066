package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown's nodes as {@link Prose}. */
final class ProseReader {
  private static final Parser PARSER = Parser.builder().build();

  private ProseReader() {}

  /** A text of its own, such as a hint's. */
  static List<Prose> read(String markdown) {
    return all(PARSER.parse(markdown));
  }

  /** One line of text. */
  static List<Span> line(String markdown) {
    return switch (PARSER.parse(markdown).getFirstChild()) {
      case Paragraph only when only.getNext() == null -> spans(only);
      case null, default -> List.of(new Span.Plain(markdown.strip()));
    };
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  private static List<Prose> all(Node parent) {
    List<Prose> all = new ArrayList<>();
    for (Node each : children(parent)) {
      of(each).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** The node's text; nothing for HTML and definitions of links. */
  static Optional<Prose> of(Node node) {
    return switch (node) {
      case Paragraph paragraph -> Optional.of(new Prose.Paragraph(spans(paragraph)));
      case Heading heading -> Optional.of(new Prose.Heading(spans(heading)));
      case ListBlock list -> Optional.of(items(list));
      case BlockQuote quote -> Optional.of(new Prose.Quote(all(quote)));
      case FencedCodeBlock code ->
          Optional.of(new Prose.Listing(code.getInfo().strip(), code.getLiteral().stripTrailing()));
      case IndentedCodeBlock code ->
          Optional.of(new Prose.Listing("", code.getLiteral().stripTrailing()));
      case ThematicBreak rule -> Optional.of(new Prose.Rule());
      default -> Optional.empty();
    };
  }

  private static Prose items(ListBlock list) {
    List<List<Prose>> items = new ArrayList<>();
    for (Node item : children(list)) {
      items.add(all(item));
    }
    OptionalInt first =
        switch (list) {
          case OrderedList ordered -> {
            Integer number = ordered.getMarkerStartNumber();
            yield OptionalInt.of(number == null ? 1 : number);
          }
          case BulletList bullets -> OptionalInt.empty();
          default -> OptionalInt.empty();
        };
    return new Prose.Items(first, List.copyOf(items));
  }

  static List<Span> spans(Node parent) {
    List<Span> all = new ArrayList<>();
    for (Node each : children(parent)) {
      span(each, all);
    }
    return List.copyOf(all);
  }

  private static void span(Node node, List<Span> to) {
    switch (node) {
      case Text text -> plain(text.getLiteral(), to);
      case Code code -> to.add(new Span.Code(code.getLiteral()));
      case Emphasis emphasis -> to.add(new Span.Emphasis(spans(emphasis)));
      case StrongEmphasis strong -> to.add(new Span.Strong(spans(strong)));
      case Link link -> to.add(new Span.Link(spans(link), link.getDestination()));
      case HardLineBreak end -> to.add(new Span.Break());
      case SoftLineBreak end -> softBreak(node, to);
      default -> {}
    }
  }

  /** A line's end in the file is a blank, but none between Chinese characters. */
  private static void softBreak(Node node, List<Span> to) {
    boolean glue =
        node.getPrevious() instanceof Text before
            && node.getNext() instanceof Text after
            && isWide(before.getLiteral(), before.getLiteral().length() - 1)
            && isWide(after.getLiteral(), 0);
    if (!glue) {
      plain(" ", to);
    }
  }

  private static boolean isWide(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isIdeographic(c) || c >= '\u3000' && c <= '\u303f' || c >= '\uff00';
  }

  private static void plain(String text, List<Span> to) {
    if (!to.isEmpty() && to.getLast() instanceof Span.Plain before) {
      to.set(to.size() - 1, new Span.Plain(before.text() + text));
    } else {
      to.add(new Span.Plain(text));
    }
  }
}
