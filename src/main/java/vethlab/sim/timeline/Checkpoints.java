package vethlab.sim.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.sim.World;

/**
 * Copies of the world by the step they were taken at. There are never more than {@link #LIMIT}:
 * when one too many is taken, the one that is missed least goes, so that they lie close together
 * near the present and thin out with age.
 */
final class Checkpoints {
  /** How many copies are kept at most. */
  static final int LIMIT = 48;

  private final TreeMap<Long, World> taken = new TreeMap<>();

  void put(World world) {
    taken.put(world.steps(), world.copy());
    if (taken.size() > LIMIT) {
      thin(world.steps());
    }
  }

  boolean has(long step) {
    return taken.containsKey(step);
  }

  /** The nearest copy at or before {@code step}; it must not be changed. */
  World floor(long step) {
    return taken.floorEntry(step).getValue();
  }

  long floorStep(long step) {
    return taken.floorKey(step);
  }

  /** The first one after {@code step}, Long.MAX_VALUE where none is. */
  long after(long step) {
    Long next = taken.higherKey(step);
    return next == null ? Long.MAX_VALUE : next;
  }

  void dropAfter(long step) {
    taken.tailMap(step, false).clear();
  }

  Map<Long, World> snapshot() {
    return new TreeMap<>(taken);
  }

  void restore(Map<Long, World> snapshot) {
    taken.clear();
    taken.putAll(snapshot);
  }

  /** Removes the copy whose absence leaves the gap that is smallest for its distance from now. */
  private void thin(long now) {
    List<Long> steps = new ArrayList<>(taken.keySet());
    long least = steps.get(1);
    double leastCost = Double.MAX_VALUE;
    for (int i = 1; i < steps.size() - 1; i++) {
      double gap = steps.get(i + 1) - steps.get(i - 1);
      double age = Math.abs(now - steps.get(i)) + 1.0;
      double cost = gap / age;
      if (cost < leastCost) {
        leastCost = cost;
        least = steps.get(i);
      }
    }
    taken.remove(least);
  }
}
