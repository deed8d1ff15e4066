package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vethlab.sim.table.LongMap;
import vethlab.wire.Prefix;

/**
 * One routing table: net/ipv4/fib_trie.c. A lookup asks the prefix lengths in use, longest first,
 * for the destination's network, so its cost does not grow with the number of routes. Under one
 * prefix rows are ordered by falling tos, then by rising metric, then by age, as fib_find_alias
 * orders them.
 */
public final class FibTable {
  private static final FibRoute[] NO_ROUTES = new FibRoute[0];
  private static final int[] NO_PREFIXES = {};

  final int id;
  private long lengths;

  /** How many prefixes of each length there are. */
  private int[] prefixes = NO_PREFIXES;

  private LongMap<FibRoute[]> rows = new LongMap<>();

  /** Which of several default routes was taken last, -1: none (fa_default). */
  int lastDefault = -1;

  /** Set while a copy of this table uses the same rows: whoever changes first makes its own. */
  private boolean shared;

  FibTable(int id) {
    this.id = id;
  }

  FibTable copy() {
    FibTable copy = new FibTable(id);
    copy.lengths = lengths;
    copy.prefixes = prefixes;
    copy.rows = rows;
    copy.shared = true;
    copy.lastDefault = lastDefault;
    shared = true;
    return copy;
  }

  /** Bit n is set when some row's prefix has n bits. */
  long lengths() {
    return lengths;
  }

  /** The rows with {@code address}'s network of that length. */
  FibRoute[] rows(int address, int length) {
    return rows.getOr(key(address, length), NO_ROUTES);
  }

  FibRoute[] rows(Prefix to) {
    return rows(to.address().bits(), to.length());
  }

  /** Replaces the rows under a prefix. */
  void put(Prefix to, FibRoute[] with) {
    own();
    lastDefault = to.length() == 0 ? -1 : lastDefault;
    long key = key(to.address().bits(), to.length());
    boolean had = rows.contains(key);
    if (with.length == 0) {
      rows.remove(key);
    } else {
      rows.put(key, with);
    }
    int change = (with.length == 0 ? 0 : 1) - (had ? 1 : 0);
    if (to.length() >= prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, to.length() + 1);
    }
    prefixes[to.length()] += change;
    if (prefixes[to.length()] == 0) {
      lengths &= ~(1L << to.length());
    } else {
      lengths |= 1L << to.length();
    }
  }

  /** Every row in the order the kernel dumps them: by address, longest prefix first. */
  List<FibRoute> all() {
    List<FibRoute[]> lists = new ArrayList<>(rows.values());
    lists.sort((a, b) -> {
      int byAddress = a[0].to.address().compareTo(b[0].to.address());
      return byAddress != 0 ? byAddress : b[0].to.length() - a[0].to.length();
    });
    List<FibRoute> all = new ArrayList<>(lists.size());
    for (FibRoute[] list : lists) {
      all.addAll(Arrays.asList(list));
    }
    return all;
  }

  /** The rows of every prefix, in no order that matters. */
  List<FibRoute[]> lists() {
    return rows.values();
  }

  private void own() {
    if (shared) {
      rows = rows.copy(list -> list);
      prefixes = prefixes.clone();
      shared = false;
    }
  }

  private static long key(int address, int length) {
    int mask = length == 0 ? 0 : -1 << 32 - length;
    return (long) length << 32 | (address & mask) & 0xffffffffL;
  }
}
