package vethlab.shell.conntrack;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.view.ConntrackView;

/** Numbers and names in conntrack's arguments. */
final class Numbers {
  static final String NO_LABELS = "nfct_labelmap_new: No such file or directory";

  private static final Pattern NUMBER = Pattern.compile("\\s*(0[xX][0-9a-fA-F]+|[0-9]+).*");
  private static final List<String> STATES =
      List.of(
          "NONE",
          "SYN_SENT",
          "SYN_RECV",
          "ESTABLISHED",
          "FIN_WAIT",
          "CLOSE_WAIT",
          "LAST_ACK",
          "TIME_WAIT",
          "CLOSE",
          "LISTEN");

  private Numbers() {}

  static boolean isTcpState(String word) {
    return STATES.contains(word);
  }

  /** strtoul, its lowest 16 bits; 0 if it is no number. */
  static int of(String text) {
    return (int) (parse(text) & 0xffff);
  }

  private static long parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return 0;
    }
    String digits = matcher.group(1);
    boolean hex = digits.length() > 2 && Character.toLowerCase(digits.charAt(1)) == 'x';
    String rest = hex ? digits.substring(2) : digits;
    return rest.length() > 15 ? 0xffffffffL : Long.parseLong(rest, hex ? 16 : 10);
  }

  /** VALUE or VALUE/MASK. */
  static Predicate<ConntrackView> mark(String text) {
    int slash = text.indexOf('/');
    long value = parse(slash < 0 ? text : text.substring(0, slash));
    long mask = slash < 0 ? 0xffffffffL : parse(text.substring(slash + 1));
    return view -> (view.mark() & mask) == value;
  }

  static OptionalInt protocol(String text) {
    if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 255) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "icmp" -> OptionalInt.of(1);
      case "tcp" -> OptionalInt.of(6);
      case "udp" -> OptionalInt.of(17);
      case "dccp" -> OptionalInt.of(33);
      case "gre" -> OptionalInt.of(47);
      case "icmpv6" -> OptionalInt.of(58);
      case "sctp" -> OptionalInt.of(132);
      case "udplite" -> OptionalInt.of(136);
      default -> OptionalInt.empty();
    };
  }
}
