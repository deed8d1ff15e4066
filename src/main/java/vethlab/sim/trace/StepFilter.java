package vethlab.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vethlab.wire.Arp;
import vethlab.wire.Icmp;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Payload;
import vethlab.wire.Prefix;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/**
 * A filter expression over steps, as typed above the event list: {@code node == host and icmp},
 * {@code drop or nat}, {@code src 10.0.0.0/24 and not arp}, {@code port 80}, {@code stage ==
 * FORWARD}.
 */
public final class StepFilter {
  /** A mistake in an expression. */
  public static final class BadFilter extends Exception {
    private static final long serialVersionUID = 1L;
    private final int column;

    BadFilter(String message, int column) {
      super(message);
      this.column = column;
    }

    /** Where in the text, from 0. */
    public int column() {
      return column;
    }
  }

  private sealed interface Node {
    record And(Node left, Node right) implements Node {}

    record Or(Node left, Node right) implements Node {}

    record Not(Node of) implements Node {}

    record Word(String word) implements Node {}

    record Field(String name, boolean equal, String value) implements Node {}

    record All() implements Node {}
  }

  private record Token(String text, int column) {}

  private static final List<String> WORDS =
      List.of("arp", "icmp", "udp", "tcp", "ip", "drop", "nat", "queued", "sent");
  private static final List<String> FIELDS =
      List.of("node", "iface", "stage", "src", "dst", "addr", "port", "reason", "packet", "table");

  private final String text;
  private final Node root;

  private StepFilter(String text, Node root) {
    this.text = text;
    this.root = root;
  }

  public static StepFilter parse(String text) throws BadFilter {
    List<Token> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return new StepFilter(text, new Node.All());
    }
    Parser parser = new Parser(tokens, text.length());
    Node root = parser.or();
    parser.expectEnd();
    return new StepFilter(text, root);
  }

  public String text() {
    return text;
  }

  public boolean matches(Step step) {
    return eval(root, step);
  }

  /** Whether NAT rewrote a packet in this step. */
  public static boolean isNat(Step step) {
    return step.verdict() instanceof Verdict.Rewritten rewritten
        && !rewritten.field().equals("ttl")
        && step.function().contains("nat");
  }

  private static boolean eval(Node node, Step step) {
    return switch (node) {
      case Node.All all -> true;
      case Node.And and -> eval(and.left, step) && eval(and.right, step);
      case Node.Or or -> eval(or.left, step) || eval(or.right, step);
      case Node.Not not -> !eval(not.of, step);
      case Node.Word word -> word(word.word, step);
      case Node.Field field -> field(field, step) == field.equal;
    };
  }

  private static boolean word(String word, Step step) {
    Payload content = step.after();
    return switch (word) {
      case "arp" -> content instanceof Arp;
      case "ip" -> content instanceof Ipv4;
      case "icmp" -> content instanceof Ipv4 p && p.transport() instanceof Icmp;
      case "udp" -> content instanceof Ipv4 p && p.transport() instanceof Udp;
      case "tcp" -> content instanceof Ipv4 p && p.transport() instanceof Tcp;
      case "drop" -> step.verdict() instanceof Verdict.Dropped;
      case "nat" -> isNat(step);
      case "queued" -> step.verdict() instanceof Verdict.Queued;
      case "sent" -> step.verdict() instanceof Verdict.Sent;
      default -> false;
    };
  }

  private static boolean field(Node.Field field, Step step) {
    String value = field.value;
    return switch (field.name) {
      case "node" -> step.ns().toString().equals(value);
      case "iface" ->
          step.device().equals(value) || step.in().equals(value) || step.out().equals(value);
      case "stage" ->
          step.stage().name().equalsIgnoreCase(value) || step.hook().equalsIgnoreCase(value);
      case "src" -> addressIn(source(step), value);
      case "dst" -> addressIn(destination(step), value);
      case "addr" -> addressIn(source(step), value) || addressIn(destination(step), value);
      case "port" -> ports(step, value);
      case "reason" ->
          step.verdict() instanceof Verdict.Dropped dropped
              && dropped.reason().name().equalsIgnoreCase(value);
      case "packet" -> Long.toString(step.packetId()).equals(value);
      case "table" -> step.decided().table().name().equalsIgnoreCase(value);
      default -> false;
    };
  }

  private static Ip4 source(Step step) {
    return switch (step.after()) {
      case Ipv4 p -> p.src();
      case Arp a -> a.spa();
      default -> Ip4.ANY;
    };
  }

  private static Ip4 destination(Step step) {
    return switch (step.after()) {
      case Ipv4 p -> p.dst();
      case Arp a -> a.tpa();
      default -> Ip4.ANY;
    };
  }

  private static boolean addressIn(Ip4 address, String value) {
    try {
      return Prefix.parse(value).contains(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean ports(Step step, String value) {
    if (!(step.after() instanceof Ipv4 packet)) {
      return false;
    }
    Transport transport = packet.transport();
    return switch (transport) {
      case Udp u -> value.equals("" + u.sport()) || value.equals("" + u.dport());
      case Tcp t -> value.equals("" + t.sport()) || value.equals("" + t.dport());
      default -> false;
    };
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end = at + 1;
      if (isWord(c)) {
        while (end < text.length() && isWord(text.charAt(end))) {
          end++;
        }
      } else if (end < text.length() && isPair(text.substring(at, end + 1))) {
        end++;
      }
      tokens.add(new Token(text.substring(at, end), at));
      at = end;
    }
    return tokens;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || "._-:/@".indexOf(c) >= 0;
  }

  private static boolean isPair(String pair) {
    return pair.equals("==") || pair.equals("!=") || pair.equals("&&") || pair.equals("||");
  }

  private static final class Parser {
    private final List<Token> tokens;
    private final int length;
    private int at;

    Parser(List<Token> tokens, int length) {
      this.tokens = tokens;
      this.length = length;
    }

    Node or() throws BadFilter {
      Node left = and();
      while (accept("or") || accept("||")) {
        left = new Node.Or(left, and());
      }
      return left;
    }

    private Node and() throws BadFilter {
      Node left = not();
      while (accept("and") || accept("&&")) {
        left = new Node.And(left, not());
      }
      return left;
    }

    private Node not() throws BadFilter {
      if (accept("not") || accept("!")) {
        return new Node.Not(not());
      }
      if (accept("(")) {
        Node inside = or();
        if (!accept(")")) {
          throw new BadFilter("a ) is missing", column());
        }
        return inside;
      }
      return primary();
    }

    private Node primary() throws BadFilter {
      int column = column();
      String word = take("a word such as arp, drop or node").toLowerCase(Locale.ROOT);
      if (WORDS.contains(word)) {
        return new Node.Word(word);
      }
      if (!FIELDS.contains(word)) {
        throw new BadFilter(
            "unknown word \""
                + word
                + "\"; known are "
                + String.join(", ", WORDS)
                + ", "
                + String.join(", ", FIELDS),
            column);
      }
      boolean equal = !accept("!=");
      if (equal && !accept("==")) {
        accept("=");
      }
      return new Node.Field(word, equal, take("a value for " + word));
    }

    void expectEnd() throws BadFilter {
      if (at < tokens.size()) {
        throw new BadFilter("expected and, or, or the end", column());
      }
    }

    private boolean accept(String word) {
      if (at < tokens.size() && tokens.get(at).text().equalsIgnoreCase(word)) {
        at++;
        return true;
      }
      return false;
    }

    private String take(String expected) throws BadFilter {
      if (at >= tokens.size()) {
        throw new BadFilter("expected " + expected, length);
      }
      return tokens.get(at++).text();
    }

    private int column() {
      return at < tokens.size() ? tokens.get(at).column() : length;
    }
  }
}
