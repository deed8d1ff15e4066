package vethlab.sim;

/**
 * When a timer of the kernel fires: never early, and later by what is left of a jiffy and of the
 * wheel's bucket, up to an eighth of its delay (kernel/time/timer.c calc_wheel_index). How much
 * depends on when the machine was started. Here it is always the same: longer than one command
 * takes, so that what is due comes as early among the next ones as it does on a machine.
 */
public final class TimerWheel {
  private static final long LATENESS = 1_500_000;

  private TimerWheel() {}

  /** The time at which a timer fires that is set now to fire in {@code delay} nanoseconds. */
  public static long expiry(long now, long delay) {
    return now + delay + LATENESS;
  }
}
