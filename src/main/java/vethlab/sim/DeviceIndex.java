package vethlab.sim;

import java.util.Arrays;

/** The devices of a namespace by ifindex, in two arrays: most namespaces have two or three. */
public final class DeviceIndex {
  private static final int[] EMPTY = {};

  /** Ascending. */
  private int[] indexes = EMPTY;

  /** NetDevice ids, beside {@link #indexes}. */
  private int[] ids = EMPTY;

  private int size;

  DeviceIndex copy() {
    DeviceIndex copy = new DeviceIndex();
    copy.indexes = indexes.clone();
    copy.ids = ids.clone();
    copy.size = size;
    return copy;
  }

  public int size() {
    return size;
  }

  public boolean has(int ifindex) {
    return at(ifindex) >= 0;
  }

  /** The NetDevice id, {@link Skb#NO_DEVICE} if the number is free. */
  public int of(int ifindex) {
    int at = at(ifindex);
    return at < 0 ? Skb.NO_DEVICE : ids[at];
  }

  /** The NetDevice id of the device with the n-th lowest number. */
  public int id(int n) {
    return ids[n];
  }

  void put(int ifindex, int id) {
    int at = at(ifindex);
    if (at >= 0) {
      ids[at] = id;
      return;
    }
    if (size == ids.length) {
      int room = size < 4 ? size + 2 : size * 2;
      indexes = Arrays.copyOf(indexes, room);
      ids = Arrays.copyOf(ids, room);
    }
    int to = -at - 1;
    System.arraycopy(indexes, to, indexes, to + 1, size - to);
    System.arraycopy(ids, to, ids, to + 1, size - to);
    indexes[to] = ifindex;
    ids[to] = id;
    size++;
  }

  void remove(int ifindex) {
    int at = at(ifindex);
    if (at < 0) {
      return;
    }
    size--;
    System.arraycopy(indexes, at + 1, indexes, at, size - at);
    System.arraycopy(ids, at + 1, ids, at, size - at);
  }

  private int at(int ifindex) {
    return Arrays.binarySearch(indexes, 0, size, ifindex);
  }
}
