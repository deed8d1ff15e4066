package vethlab.shell.ss;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import vethlab.op.iptables.Services;
import vethlab.op.view.SocketView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** ss's expressions: sport, dport, src, dst with and, or, not and parentheses. misc/ssfilter.y. */
final class SocketFilter {
  /** A mistake, in ss's own words. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  private static final String SYNTAX =
      "ss: bison bellows (while parsing filter): \"syntax error!\" Sorry.";

  private final List<String> words;
  private int at;

  private SocketFilter(List<String> words) {
    this.words = words;
  }

  static Predicate<SocketView> parse(List<String> words) throws Bad {
    if (words.isEmpty()) {
      return socket -> true;
    }
    SocketFilter parser = new SocketFilter(words);
    Predicate<SocketView> whole = parser.or();
    if (parser.at < words.size()) {
      throw new Bad(SYNTAX);
    }
    return whole;
  }

  private Predicate<SocketView> or() throws Bad {
    Predicate<SocketView> left = and();
    while (accept("or") || accept("|") || accept("||")) {
      left = left.or(and());
    }
    return left;
  }

  private Predicate<SocketView> and() throws Bad {
    Predicate<SocketView> left = not();
    while (at < words.size() && !peek("or") && !peek("|") && !peek("||") && !peek(")")) {
      if (!accept("and") && !accept("&")) {
        accept("&&");
      }
      left = left.and(not());
    }
    return left;
  }

  private Predicate<SocketView> not() throws Bad {
    if (accept("not") || accept("!")) {
      return not().negate();
    }
    if (accept("(")) {
      Predicate<SocketView> inside = or();
      if (!accept(")")) {
        throw new Bad(SYNTAX);
      }
      return inside;
    }
    return primary();
  }

  private Predicate<SocketView> primary() throws Bad {
    String what = take();
    return switch (what) {
      case "sport" -> port(SocketView::localPort);
      case "dport" -> port(SocketView::peerPort);
      case "src" -> end(SocketView::local, SocketView::localPort);
      case "dst" -> end(SocketView::peer, SocketView::peerPort);
      case "dev" -> {
        accept("=");
        String name = take();
        yield socket -> socket.dev().filter(name::equals).isPresent();
      }
      default -> throw new Bad(SYNTAX);
    };
  }

  private interface Number {
    int of(SocketView socket);
  }

  private interface Address {
    Ip4 of(SocketView socket);
  }

  private Predicate<SocketView> port(Number number) throws Bad {
    String operator = operator();
    int wanted = portOf(take());
    return switch (operator) {
      case "!=", "ne", "neq" -> socket -> number.of(socket) != wanted;
      case "<", "lt" -> socket -> number.of(socket) < wanted;
      case "<=", "le", "leq" -> socket -> number.of(socket) <= wanted;
      case ">", "gt" -> socket -> number.of(socket) > wanted;
      case ">=", "ge", "geq" -> socket -> number.of(socket) >= wanted;
      default -> socket -> number.of(socket) == wanted;
    };
  }

  private String operator() {
    List<String> known =
        List.of(
            "=", "==", "eq", "!=", "ne", "neq", "<", "lt", "<=", "le", "leq", ">", "gt", ">=", "ge",
            "geq");
    if (at < words.size() && known.contains(words.get(at))) {
      return words.get(at++);
    }
    return "=";
  }

  private Predicate<SocketView> end(Address address, Number port) throws Bad {
    accept("=");
    accept("==");
    String text = take();
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    Prefix prefix = host.isEmpty() || host.equals("*") ? new Prefix(Ip4.ANY, 0) : prefix(host);
    if (colon < 0 || text.endsWith(":*")) {
      return socket -> prefix.contains(address.of(socket));
    }
    int wanted = portOf(text.substring(colon));
    return socket -> prefix.contains(address.of(socket)) && port.of(socket) == wanted;
  }

  private static Prefix prefix(String text) throws Bad {
    try {
      return text.contains("/") ? Prefix.parse(text) : new Prefix(Ip4.parse(text), 32);
    } catch (IllegalArgumentException e) {
      throw new Bad(
          "Error: an inet prefix is expected rather than \""
              + text
              + "\".\nCannot parse dst/src address.");
    }
  }

  private static int portOf(String text) throws Bad {
    String word = text.substring(text.lastIndexOf(':') + 1);
    OptionalInt named = Services.port(word, "");
    if (named.isPresent()) {
      return named.getAsInt();
    }
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new Bad(
          "Error: \"" + word + "\" does not look like a port.\nCannot parse dst/src address.");
    }
  }

  private String take() throws Bad {
    if (at >= words.size()) {
      throw new Bad(SYNTAX);
    }
    return words.get(at++);
  }

  private boolean peek(String word) {
    return at < words.size() && words.get(at).equals(word);
  }

  private boolean accept(String word) {
    if (peek(word)) {
      at++;
      return true;
    }
    return false;
  }
}
