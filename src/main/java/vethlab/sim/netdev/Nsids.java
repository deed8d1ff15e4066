package vethlab.sim.netdev;

import java.util.Arrays;
import java.util.OptionalInt;
import vethlab.sim.table.LongMap;

/**
 * The numbers by which one namespace knows others: net->netns_ids. Few in most namespaces, many in
 * the host's.
 */
public final class Nsids {
  private static final int[] EMPTY = {};
  private static final int FEW = 8;
  private static final LongMap<Integer> NO_REVERSE = new LongMap<>();

  /** Ascending. */
  private int[] ids = EMPTY;

  /** Netns ids, beside {@link #ids}. */
  private int[] others = EMPTY;

  private int size;

  /** nsid by Netns id, once there are more than a few. */
  private LongMap<Integer> reverse = NO_REVERSE;

  private boolean reversed;

  public Nsids() {}

  public Nsids copy() {
    Nsids copy = new Nsids();
    copy.ids = ids.length == 0 ? EMPTY : ids.clone();
    copy.others = others.length == 0 ? EMPTY : others.clone();
    copy.size = size;
    copy.reversed = reversed;
    copy.reverse = reversed ? reverse.copy(id -> id) : NO_REVERSE;
    return copy;
  }

  /** The number given to namespace {@code other} (Netns id). */
  public OptionalInt of(int other) {
    if (reversed) {
      int id = reverse.getOr(other, -1);
      return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }
    for (int i = 0; i < size; i++) {
      if (others[i] == other) {
        return OptionalInt.of(ids[i]);
      }
    }
    return OptionalInt.empty();
  }

  boolean taken(int id) {
    return Arrays.binarySearch(ids, 0, size, id) >= 0;
  }

  /** The lowest number that is free. */
  int free() {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ids[middle] == middle) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void put(int id, int other) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(1, size * 2));
      others = Arrays.copyOf(others, ids.length);
    }
    int at = -Arrays.binarySearch(ids, 0, size, id) - 1;
    System.arraycopy(ids, at, ids, at + 1, size - at);
    System.arraycopy(others, at, others, at + 1, size - at);
    ids[at] = id;
    others[at] = other;
    size++;
    if (reversed) {
      reverse.put(other, id);
    } else if (size > FEW) {
      buildReverse();
    }
  }

  private void buildReverse() {
    reversed = true;
    reverse = new LongMap<>();
    for (int i = 0; i < size; i++) {
      reverse.put(others[i], ids[i]);
    }
  }

  /** Forgets namespace {@code other}. */
  void remove(int other) {
    OptionalInt id = of(other);
    if (id.isEmpty()) {
      return;
    }
    int at = Arrays.binarySearch(ids, 0, size, id.getAsInt());
    System.arraycopy(ids, at + 1, ids, at, size - at - 1);
    System.arraycopy(others, at + 1, others, at, size - at - 1);
    size--;
    if (reversed) {
      reverse.remove(other);
    }
  }
}
