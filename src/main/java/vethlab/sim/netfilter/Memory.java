package vethlab.sim.netfilter;

import java.util.Arrays;

/** Hands out places in a rule's memory while it is compiled. */
final class Memory {
  private long[] initial = {};

  /** A place for a number, which begins with this value. */
  int place(long value) {
    initial = Arrays.copyOf(initial, initial.length + 1);
    initial[initial.length - 1] = value;
    return initial.length - 1;
  }

  long[] initial() {
    return initial;
  }
}
