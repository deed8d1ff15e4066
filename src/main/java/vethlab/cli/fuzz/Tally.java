package vethlab.cli.fuzz;

import java.util.TreeMap;

/** What came of the scripts so far. Several threads count. */
public final class Tally {
  private long scripts;
  private long frames;
  private long unsteady;
  private long lossy;
  private final TreeMap<String, Integer> kinds = new TreeMap<>();

  /**
   * A script ran on both kernels.
   *
   * @param recorded the real one's frames as text, a line each: without any nothing was compared
   */
  public synchronized void compared(String recorded) {
    scripts++;
    frames += recorded.lines().filter(line -> !line.startsWith("#")).count();
  }

  public synchronized void differs(String what) {
    kinds.merge(what, 1, Integer::sum);
  }

  /** The kernel did something else when it was asked again, or when the commands took longer. */
  public synchronized void unsteady() {
    unsteady++;
  }

  /** The recording missed frames. */
  public synchronized void lossy() {
    lossy++;
  }

  public synchronized int differing() {
    return kinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append(scripts).append(" scripts, ").append(frames).append(" frames of the kernel, ");
    text.append(differing()).append(" differ, ");
    text.append(unsteady).append(" differed and not again or not when slowed down, ");
    text.append(lossy).append(" lost frames in the recording\n");
    kinds.forEach(
        (kind, count) -> text.append("  ").append(count).append(' ').append(kind).append('\n'));
    return text.toString();
  }
}
