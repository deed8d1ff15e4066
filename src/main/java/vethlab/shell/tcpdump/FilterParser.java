package vethlab.shell.tcpdump;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import vethlab.op.iptables.Services;
import vethlab.shell.tcpdump.Primitives.End;
import vethlab.sim.FrameTap.Direction;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Reads a filter expression: pcap-filter(7), without link layers other than Ethernet. */
final class FilterParser {
  /** A mistake, in libpcap's own words. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  private static final List<String> PROTOCOLS =
      List.of(
          "ether", "ip", "arp", "rarp", "ip6", "icmp", "icmp6", "igmp", "tcp", "udp", "sctp",
          "stp");
  private static final List<String> KINDS = List.of("host", "net", "port", "portrange", "proto");
  private static final List<String> RELATIONS = List.of("=", "==", "!=", "<", ">", "<=", ">=");

  /** Qualifiers carry over: {@code port 80 or 443} asks for two ports. */
  private record Qualifiers(String protocol, End end, String kind) {
    static final Qualifiers NONE = new Qualifiers("", End.EITHER, "");
  }

  private final List<String> tokens;
  private int at;
  private Qualifiers last = Qualifiers.NONE;

  private FilterParser(List<String> tokens) {
    this.tokens = tokens;
  }

  static Filter parse(String text) throws Bad {
    List<String> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return Filter.ALL;
    }
    FilterParser parser = new FilterParser(tokens);
    Filter filter = parser.or();
    if (parser.at < tokens.size()) {
      throw syntax();
    }
    return filter;
  }

  private static Bad syntax() {
    return new Bad("can't parse filter expression: syntax error");
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int end = i + 1;
      if (isWord(c)) {
        while (end < text.length() && (isWord(text.charAt(end)) || text.charAt(end) == '/')) {
          end++;
        }
      } else if (end < text.length() && isPair(text.substring(i, end + 1))) {
        end++;
      }
      tokens.add(text.substring(i, end));
      i = end;
    }
    return colons(tokens);
  }

  /** An Ethernet address is one word, {@code tcp[0:2]} is not. */
  private static List<String> colons(List<String> tokens) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean address = i + 10 < tokens.size();
      for (int k = 0; address && k < 11; k++) {
        String token = tokens.get(i + k);
        address = k % 2 == 1 ? token.equals(":") : token.matches("[0-9a-fA-F]{1,2}");
      }
      joined.add(address ? String.join("", tokens.subList(i, i + 11)) : tokens.get(i));
      i += address ? 10 : 0;
    }
    return joined;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '\\';
  }

  private static boolean isPair(String pair) {
    return List.of("&&", "||", "==", "!=", "<=", ">=", "<<", ">>").contains(pair);
  }

  private Filter or() throws Bad {
    Filter left = term();
    while (true) {
      if (accept("or") || accept("||")) {
        left = left.or(term());
      } else if (accept("and") || accept("&&")) {
        left = left.and(term());
      } else {
        return left;
      }
    }
  }

  private Filter term() throws Bad {
    if (accept("not") || accept("!")) {
      return term().not();
    }
    if (accept("(")) {
      Filter inside = or();
      if (!accept(")")) {
        throw syntax();
      }
      return inside;
    }
    return primitive();
  }

  // --- primitives --------------------------------------------------------------------------------

  private Filter primitive() throws Bad {
    if (isArithmetic()) {
      return relation();
    }
    if (accept("broadcast")) {
      return Primitives.broadcast();
    }
    if (accept("multicast")) {
      return Primitives.multicast();
    }
    if (accept("inbound")) {
      return c -> c.direction() == Direction.IN;
    }
    if (accept("outbound")) {
      return c -> c.direction() == Direction.OUT;
    }
    if (accept("less")) {
      int most = number(take());
      return Primitives.length(n -> n <= most);
    }
    if (accept("greater")) {
      int least = number(take());
      return Primitives.length(n -> n >= least);
    }
    if (accept("vlan")) {
      return Primitives.vlan(at < tokens.size() && isNumber(tokens.get(at)) ? number(take()) : -1);
    }
    return qualified();
  }

  private Filter qualified() throws Bad {
    String protocol = "";
    End end = End.EITHER;
    String kind = "";
    boolean any = false;
    if (at < tokens.size() && PROTOCOLS.contains(tokens.get(at))) {
      protocol = take();
      any = true;
    }
    if (accept("src")) {
      end = End.SRC;
      any = true;
      if (peek("or") && at + 1 < tokens.size() && tokens.get(at + 1).equals("dst")) {
        at += 2;
        end = End.EITHER;
      } else if (peek("and") && at + 1 < tokens.size() && tokens.get(at + 1).equals("dst")) {
        at += 2;
        end = End.BOTH;
      }
    } else if (accept("dst")) {
      end = End.DST;
      any = true;
    }
    if (at < tokens.size() && KINDS.contains(tokens.get(at))) {
      kind = take();
      any = true;
    }
    boolean alone = at >= tokens.size() || isConnective(tokens.get(at));
    if (alone && !protocol.isEmpty() && kind.isEmpty() && end == End.EITHER) {
      return Primitives.protocol(protocol);
    }
    if (protocol.equals("ether") && (accept("broadcast"))) {
      return Primitives.broadcast();
    }
    if (protocol.equals("ether") && accept("multicast")) {
      return Primitives.multicast();
    }
    Qualifiers qualifiers = any ? new Qualifiers(protocol, end, kind) : last;
    last = qualifiers;
    return id(qualifiers, take());
  }

  private static boolean isConnective(String token) {
    return List.of("and", "or", "&&", "||", ")").contains(token);
  }

  private Filter id(Qualifiers q, String word) throws Bad {
    Filter protocol =
        q.protocol().isEmpty() || q.protocol().equals("ether")
            ? Filter.ALL
            : Primitives.protocol(q.protocol());
    return switch (q.kind()) {
      case "port" -> protocol.and(port(q, word, word));
      case "portrange" -> {
        int dash = word.indexOf('-');
        if (dash < 0) {
          throw syntax();
        }
        yield protocol.and(port(q, word.substring(0, dash), word.substring(dash + 1)));
      }
      case "proto" -> proto(q, word);
      case "net" -> protocol.and(Primitives.net(q.end(), net(word)));
      default -> protocol.and(host(q, word));
    };
  }

  private Filter port(Qualifiers q, String low, String high) throws Bad {
    int first = portNumber(low);
    int last = portNumber(high);
    return Primitives.port(q.end(), p -> p >= first && p <= last);
  }

  private static int portNumber(String word) throws Bad {
    OptionalInt named = Services.port(word, "");
    if (named.isPresent()) {
      return named.getAsInt();
    }
    if (!isNumber(word)) {
      throw new Bad("unknown port '" + word + "'");
    }
    return number(word);
  }

  private static Filter proto(Qualifiers q, String word) throws Bad {
    String bare = word.startsWith("\\") ? word.substring(1) : word;
    if (q.protocol().equals("ether")) {
      return isNumber(bare) ? Primitives.etherType(number(bare)) : Primitives.protocol(bare);
    }
    return isNumber(bare) ? Primitives.ipProtocol(number(bare)) : Primitives.protocol(bare);
  }

  private Prefix net(String word) throws Bad {
    try {
      String text = word;
      int slash = word.indexOf('/');
      int length = slash < 0 ? -1 : number(word.substring(slash + 1));
      text = slash < 0 ? word : word.substring(0, slash);
      int dots = (int) text.chars().filter(c -> c == '.').count();
      Ip4 address = Ip4.parse(text + ".0".repeat(3 - dots));
      if (accept("mask")) {
        length = Integer.bitCount(Ip4.parse(take()).bits());
      }
      return new Prefix(address, length < 0 ? 8 * (dots + 1) : length);
    } catch (IllegalArgumentException e) {
      throw new Bad("unknown network '" + word + "'");
    }
  }

  private static Filter host(Qualifiers q, String word) throws Bad {
    if (word.matches("([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}")) {
      return Primitives.mac(q.end(), Mac.parse(word));
    }
    try {
      int slash = word.indexOf('/');
      Prefix prefix = slash < 0 ? new Prefix(Ip4.parse(word), 32) : Prefix.parse(word);
      return Primitives.net(q.end(), prefix);
    } catch (IllegalArgumentException e) {
      if (q == Qualifiers.NONE) {
        throw syntax();
      }
      throw new Bad("unknown host '" + word + "'");
    }
  }

  // --- arithmetic: tcp[13] & 2 != 0 --------------------------------------------------------------

  private static final Map<String, Integer> NAMED = new TreeMap<>();

  static {
    NAMED.put("tcpflags", 13);
    NAMED.put("tcp-fin", 1);
    NAMED.put("tcp-syn", 2);
    NAMED.put("tcp-rst", 4);
    NAMED.put("tcp-push", 8);
    NAMED.put("tcp-ack", 16);
    NAMED.put("tcp-urg", 32);
    NAMED.put("icmptype", 0);
    NAMED.put("icmpcode", 1);
    NAMED.put("icmp-echoreply", 0);
    NAMED.put("icmp-unreach", 3);
    NAMED.put("icmp-redirect", 5);
    NAMED.put("icmp-echo", 8);
    NAMED.put("icmp-timxceed", 11);
  }

  private boolean isArithmetic() {
    if (peek("len")) {
      return true;
    }
    boolean access =
        at + 1 < tokens.size()
            && PROTOCOLS.contains(tokens.get(at))
            && tokens.get(at + 1).equals("[");
    return access;
  }

  private Filter relation() throws Bad {
    ByteExpression left = sum();
    String relation = take();
    if (!RELATIONS.contains(relation)) {
      throw syntax();
    }
    ByteExpression right = sum();
    return c -> {
      OptionalInt a = left.value(c);
      OptionalInt b = right.value(c);
      return a.isPresent() && b.isPresent() && holds(relation, a.getAsInt(), b.getAsInt());
    };
  }

  private static boolean holds(String relation, int a, int b) {
    int order = Integer.compareUnsigned(a, b);
    return switch (relation) {
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> order == 0;
    };
  }

  private ByteExpression sum() throws Bad {
    ByteExpression left = factor();
    while (at < tokens.size() && List.of("&", "|", "+", "-", "*", "/").contains(tokens.get(at))) {
      left = ByteExpression.both(take(), left, factor());
    }
    return left;
  }

  private ByteExpression factor() throws Bad {
    if (accept("(")) {
      ByteExpression inside = sum();
      if (!accept(")")) {
        throw syntax();
      }
      return inside;
    }
    String word = take();
    if (word.equals("len")) {
      return c -> OptionalInt.of(c.length());
    }
    if (NAMED.containsKey(word)) {
      return ByteExpression.constant(NAMED.get(word));
    }
    if (PROTOCOLS.contains(word) && accept("[")) {
      ByteExpression offset = sum();
      int size = accept(":") ? number(take()) : 1;
      if (!accept("]")) {
        throw syntax();
      }
      return ByteExpression.bytes(word, offset, size);
    }
    return ByteExpression.constant(number(word));
  }

  // --- tokens ------------------------------------------------------------------------------------

  private static boolean isNumber(String word) {
    return word.matches("0[xX][0-9a-fA-F]+|\\d+");
  }

  private static int number(String word) throws Bad {
    try {
      return Integer.decode(word);
    } catch (NumberFormatException e) {
      throw syntax();
    }
  }

  private String take() throws Bad {
    if (at >= tokens.size()) {
      throw syntax();
    }
    return tokens.get(at++);
  }

  private boolean peek(String word) {
    return at < tokens.size() && tokens.get(at).equals(word);
  }

  private boolean accept(String word) {
    if (peek(word)) {
      at++;
      return true;
    }
    return false;
  }
}
