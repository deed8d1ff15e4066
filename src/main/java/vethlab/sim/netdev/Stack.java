package vethlab.sim.netdev;

import java.util.Arrays;

/** Which devices stand on which: netdev_upper_dev_link and its opposite. */
public final class Stack {
  static final int[] EMPTY = {};

  private Stack() {}

  /** {@code upper} stands on {@code lower}. */
  static void link(NetDevice lower, NetDevice upper) {
    int[] more = Arrays.copyOf(lower.uppers, lower.uppers.length + 1);
    more[more.length - 1] = upper.id;
    lower.uppers = more;
  }

  static void unlink(NetDevice lower, NetDevice upper) {
    int[] fewer = new int[lower.uppers.length];
    int kept = 0;
    for (int id : lower.uppers) {
      if (id != upper.id) {
        fewer[kept++] = id;
      }
    }
    lower.uppers = kept == 0 ? EMPTY : Arrays.copyOf(fewer, kept);
  }
}
