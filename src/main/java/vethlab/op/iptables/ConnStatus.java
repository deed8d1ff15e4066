package vethlab.op.iptables;

/** A set of IPS_ bits of a connection. Source: linux/netfilter/nf_conntrack_common.h. */
public record ConnStatus(int bits) {
  public static final int EXPECTED = 1;
  public static final int SEEN_REPLY = 1 << 1;
  public static final int ASSURED = 1 << 2;
  public static final int CONFIRMED = 1 << 3;

  @Override
  public String toString() {
    return ConnStates.join(
        new String[] {"EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED"},
        new int[] {EXPECTED, SEEN_REPLY, ASSURED, CONFIRMED},
        bits,
        "NONE");
  }
}
