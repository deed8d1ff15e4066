package vethlab.op.iptables;

/** How often a limit lets a packet through: the cost of one, in parts of a second. */
public enum Rates {
  LIMIT(10_000),
  HASHLIMIT(1_000_000);

  private static final String[] UNITS = {"day", "hour", "min", "sec"};
  private static final long[] SECONDS = {86_400, 3_600, 60, 1};

  private final long scale;

  Rates(long scale) {
    this.scale = scale;
  }

  /** The cost of each of {@code count} packets in {@code seconds}. */
  public long cost(long count, long seconds) {
    return scale * seconds / count;
  }

  /** The rate in the largest unit that shows it well: {@code 5/min}. */
  public String text(long cost) {
    int unit = unit(cost);
    return scale * SECONDS[unit] / cost + "/" + UNITS[unit];
  }

  /**
   * Nanoseconds that a packet takes from the kernel's bucket, which knows the rate as it is shown.
   */
  public long nanosPerPacket(long cost) {
    int unit = unit(cost);
    return SECONDS[unit] * 1_000_000_000L / (scale * SECONDS[unit] / cost);
  }

  /** Milliseconds of the unit in which the rate is shown. */
  public long quantum(long cost) {
    return SECONDS[unit(cost)] * 1000;
  }

  private int unit(long cost) {
    int i = 1;
    while (i < UNITS.length) {
      long period = scale * SECONDS[i];
      if (cost > period || period / cost < period % cost) {
        break;
      }
      i++;
    }
    return i - 1;
  }
}
