package vethlab.op.iptables;

import java.util.List;
import java.util.Optional;

/** Which TCP flags are looked at, and which of those must be set. */
public record TcpFlags(int mask, int set) {
  public static final TcpFlags ANY = new TcpFlags(0, 0);

  /** {@code --syn}. */
  public static final TcpFlags SYN = new TcpFlags(0x17, 0x02);

  private static final List<String> NAMES = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

  /** The bits of a flag's name, of {@code ALL} or of {@code NONE}. */
  public static Optional<Integer> bits(String name) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).equalsIgnoreCase(name)) {
        return Optional.of(1 << i);
      }
    }
    return name.equalsIgnoreCase("ALL")
        ? Optional.of(0x3f)
        : name.equalsIgnoreCase("NONE") ? Optional.of(0) : Optional.empty();
  }

  /** Names of the flags, joined by commas. */
  public static String names(int bits) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      if ((bits & 1 << i) != 0) {
        names.append(names.isEmpty() ? "" : ",").append(NAMES.get(i));
      }
    }
    return names.isEmpty() ? "NONE" : names.toString();
  }
}
