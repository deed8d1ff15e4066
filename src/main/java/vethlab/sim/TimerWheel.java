package vethlab.sim;

/**
 * When a timer of the kernel fires: never early, and later by up to an eighth of its delay, because
 * far timers share buckets. Source: kernel/time/timer.c calc_wheel_index, with HZ = 250.
 */
public final class TimerWheel {
  private static final long JIFFY = 4_000_000;
  private static final int BUCKETS = 63;
  private static final int LEVEL_BITS = 3;

  private TimerWheel() {}

  /** The time at which a timer fires that is set now to fire in {@code delay} nanoseconds. */
  public static long expiry(long now, long delay) {
    long wait = (delay + JIFFY - 1) / JIFFY;
    int level = 0;
    while (level < 8 && wait >= (long) BUCKETS << level * LEVEL_BITS) {
      level++;
    }
    int shift = level * LEVEL_BITS;
    long bucket = (now / JIFFY + wait >> shift) + 1;
    return (bucket << shift) * JIFFY;
  }
}
