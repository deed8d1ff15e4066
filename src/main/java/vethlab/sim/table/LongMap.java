package vethlab.sim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A map from long keys to objects that iterates in the order of insertion, without boxing. Rows are
 * kept in arrays; an open-addressed index finds them. Removing leaves a hole that is closed when
 * the arrays are packed. An empty map owns no arrays: most maps of a namespace stay empty.
 */
public final class LongMap<V> {
  private static final int EMPTY = -1;

  private static final long[] NO_KEYS = {};
  private static final Object[] NO_VALUES = {};

  /** Shared by all empty maps and never written to: the first row makes the arrays anew. */
  private static final int[] NO_INDEX = {EMPTY};

  private long[] keys = NO_KEYS;
  private Object[] values = NO_VALUES;
  private int[] index = NO_INDEX;
  private int used;
  private int live;

  public int size() {
    return live;
  }

  public boolean isEmpty() {
    return live == 0;
  }

  /** The value, or {@code otherwise}. */
  @SuppressWarnings("unchecked")
  public V getOr(long key, V otherwise) {
    int slot = find(key);
    return slot < 0 ? otherwise : (V) values[index[slot]];
  }

  public boolean contains(long key) {
    return find(key) >= 0;
  }

  public void put(long key, V value) {
    int slot = find(key);
    if (slot >= 0) {
      values[index[slot]] = value;
      return;
    }
    if (used == keys.length || (used + 1) * 2 > index.length) {
      pack();
    }
    keys[used] = key;
    values[used] = value;
    insertIndex(key, used);
    used++;
    live++;
  }

  public boolean remove(long key) {
    int slot = find(key);
    if (slot < 0) {
      return false;
    }
    values[index[slot]] = null;
    live--;
    closeGap(slot);
    return true;
  }

  public void clear() {
    keys = NO_KEYS;
    values = NO_VALUES;
    index = NO_INDEX;
    used = 0;
    live = 0;
  }

  /** The values in order of insertion; a copy that may be iterated while the map changes. */
  @SuppressWarnings("unchecked")
  public List<V> values() {
    List<V> all = new ArrayList<>(live);
    for (int row = 0; row < used; row++) {
      if (values[row] != null) {
        all.add((V) values[row]);
      }
    }
    return all;
  }

  /** The keys in order of insertion. */
  public long[] keys() {
    long[] all = new long[live];
    int at = 0;
    for (int row = 0; row < used; row++) {
      if (values[row] != null) {
        all[at++] = keys[row];
      }
    }
    return all;
  }

  /** A map with the same keys in the same order and a copy of each value. */
  @SuppressWarnings("unchecked")
  public LongMap<V> copy(UnaryOperator<V> each) {
    LongMap<V> copy = new LongMap<>();
    if (keys.length == 0) {
      return copy;
    }
    copy.keys = keys.clone();
    copy.values = values.clone();
    copy.index = index.clone();
    copy.used = used;
    copy.live = live;
    for (int row = 0; row < used; row++) {
      if (values[row] != null) {
        copy.values[row] = each.apply((V) values[row]);
      }
    }
    return copy;
  }

  private int find(long key) {
    int mask = index.length - 1;
    int slot = hash(key) & mask;
    while (index[slot] != EMPTY) {
      if (keys[index[slot]] == key) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return EMPTY;
  }

  private void insertIndex(long key, int row) {
    int mask = index.length - 1;
    int slot = hash(key) & mask;
    while (index[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    index[slot] = row;
  }

  private void closeGap(int gap) {
    int mask = index.length - 1;
    int hole = gap;
    int slot = (gap + 1) & mask;
    while (index[slot] != EMPTY) {
      int home = hash(keys[index[slot]]) & mask;
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        index[hole] = index[slot];
        hole = slot;
      }
      slot = (slot + 1) & mask;
    }
    index[hole] = EMPTY;
  }

  private void pack() {
    int capacity = live == 0 ? 2 : Integer.highestOneBit(live) * 4;
    long[] newKeys = new long[capacity];
    Object[] newValues = new Object[capacity];
    int at = 0;
    for (int row = 0; row < used; row++) {
      if (values[row] != null) {
        newKeys[at] = keys[row];
        newValues[at++] = values[row];
      }
    }
    keys = newKeys;
    values = newValues;
    index = emptyIndex(capacity * 2);
    used = at;
    for (int row = 0; row < used; row++) {
      insertIndex(keys[row], row);
    }
  }

  private static int[] emptyIndex(int length) {
    int[] index = new int[length];
    Arrays.fill(index, EMPTY);
    return index;
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ (mixed >>> 32));
  }
}
