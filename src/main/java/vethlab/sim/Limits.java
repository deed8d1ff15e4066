package vethlab.sim;

/**
 * What a run may use; past that it ends with a sentence that names the limit.
 *
 * @param frames frames received by devices in a run
 * @param framesAtOnce frames received within one virtual millisecond of each other without time
 *     moving on (a bridge loop)
 * @param pending events waiting at once
 * @param stages stages of one packet in one namespace
 */
public record Limits(long frames, long framesAtOnce, int pending, int stages) {
  public static final Limits DEFAULT = new Limits(100_000_000L, 4_000_000L, 8_000_000, 10_000);
}
