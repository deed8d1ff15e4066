package vethlab.op.iptables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of address types, by RTN_ number. */
public final class AddrTypes {
  private static final List<String> NAMES =
      List.of(
          "UNSPEC",
          "UNICAST",
          "LOCAL",
          "BROADCAST",
          "ANYCAST",
          "MULTICAST",
          "BLACKHOLE",
          "UNREACHABLE",
          "PROHIBIT",
          "THROW",
          "NAT",
          "XRESOLVE");

  private AddrTypes() {}

  /** The RTN_ number of the first type whose name begins so. */
  public static Optional<Integer> number(String beginning) {
    String upper = beginning.toUpperCase(Locale.ROOT);
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).startsWith(upper)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** The names of a set of types, one bit each. */
  public static String names(int bits) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits & 1 << i) != 0) {
        names.append(names.isEmpty() ? "" : ",").append(NAMES.get(i));
      }
    }
    return names.toString();
  }
}
