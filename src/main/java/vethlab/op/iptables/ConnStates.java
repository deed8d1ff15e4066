package vethlab.op.iptables;

/**
 * A set of connection states, in the order they are printed. Source:
 * linux/netfilter/xt_conntrack.h.
 */
public record ConnStates(int bits) {
  public static final int INVALID = 1;
  public static final int ESTABLISHED = 1 << 1;
  public static final int RELATED = 1 << 2;
  public static final int NEW = 1 << 3;
  public static final int SNAT = 1 << 6;
  public static final int DNAT = 1 << 7;
  public static final int UNTRACKED = 1 << 8;

  private static final String[] NAMES = {
    "INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT"
  };
  private static final int[] BITS = {INVALID, NEW, RELATED, ESTABLISHED, UNTRACKED, SNAT, DNAT};

  public boolean has(int state) {
    return (bits & state) != 0;
  }

  @Override
  public String toString() {
    return join(NAMES, BITS, bits, "");
  }

  static String join(String[] names, int[] values, int bits, String none) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      if ((bits & values[i]) != 0) {
        text.append(text.isEmpty() ? "" : ",").append(names[i]);
      }
    }
    return text.isEmpty() ? none : text.toString();
  }
}
