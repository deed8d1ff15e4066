package vethlab.sim.timeline;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.trace.Step;

/**
 * The recorded steps of a stretch of the run, in order. At most {@link #LIMIT} are kept; the oldest
 * go first and come back by running their stretch again.
 */
final class StepLog {
  /** How many recorded steps are kept at most. */
  static final int LIMIT = 400_000;

  private final ArrayList<Step> kept = new ArrayList<>();

  /** How many recorded steps came before the first that is kept. */
  private long forgotten;

  void add(Step step) {
    if (kept.size() >= LIMIT) {
      kept.subList(0, LIMIT / 4).clear();
      forgotten += LIMIT / 4;
    }
    kept.add(step);
  }

  /** How many steps have been recorded in the run so far, those forgotten included. */
  long count() {
    return forgotten + kept.size();
  }

  long firstKept() {
    return forgotten;
  }

  Step get(long index) {
    return kept.get((int) (index - forgotten));
  }

  List<Step> range(long from, long to) {
    return List.copyOf(kept.subList((int) (from - forgotten), (int) (to - forgotten)));
  }

  /** Forgets what was recorded after world step {@code step}. */
  void truncateAfter(long step) {
    int end = kept.size();
    while (end > 0 && kept.get(end - 1).number() > step) {
      end--;
    }
    kept.subList(end, kept.size()).clear();
  }

  /** The index of the first recorded step with a number greater than {@code step}. */
  long indexAfter(long step) {
    int low = 0;
    int high = kept.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (kept.get(middle).number() > step) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return forgotten + low;
  }

  StepLog copy() {
    StepLog copy = new StepLog();
    copy.kept.addAll(kept);
    copy.forgotten = forgotten;
    return copy;
  }
}
