package vethlab.sim.netfilter;

import java.util.Arrays;

/** A chain of a table at work: struct nft_chain. Rules are immutable and shared between copies. */
final class Chain {
  /** No hook: a user chain. */
  static final int USER = -1;

  String name;

  /** Ordinal of the hook of a base chain. */
  final int hook;

  boolean drops;

  /**
   * Whether what reaches the policy is counted: iptables asks for that when it sets a policy or
   * zeroes the counters, not when it makes the chain.
   */
  boolean counts;

  long packets;
  long bytes;
  CompiledRule[] rules = {};

  /** Packets and bytes of each rule, one after the other. */
  long[] counters = {};

  /** What matches of a rule remember: tokens left, packets seen. */
  long[][] memory = {};

  Chain(String name, int hook) {
    this.name = name;
    this.hook = hook;
  }

  boolean isBase() {
    return hook != USER;
  }

  void insert(int at, CompiledRule rule, long packets, long bytes) {
    int size = rules.length;
    rules = Arrays.copyOf(rules, size + 1);
    counters = Arrays.copyOf(counters, 2 * size + 2);
    memory = Arrays.copyOf(memory, size + 1);
    System.arraycopy(rules, at, rules, at + 1, size - at);
    System.arraycopy(counters, 2 * at, counters, 2 * at + 2, 2 * (size - at));
    System.arraycopy(memory, at, memory, at + 1, size - at);
    set(at, rule, packets, bytes);
  }

  void set(int at, CompiledRule rule, long packets, long bytes) {
    rules = rules.clone();
    rules[at] = rule;
    counters[2 * at] = packets;
    counters[2 * at + 1] = bytes;
    memory[at] = rule.freshMemory();
  }

  void remove(int at) {
    int after = rules.length - at - 1;
    CompiledRule[] left = Arrays.copyOf(rules, rules.length - 1);
    System.arraycopy(rules, at + 1, left, at, after);
    System.arraycopy(counters, 2 * at + 2, counters, 2 * at, 2 * after);
    System.arraycopy(memory, at + 1, memory, at, after);
    rules = left;
    counters = Arrays.copyOf(counters, 2 * left.length);
    memory = Arrays.copyOf(memory, left.length);
  }

  void clear() {
    rules = new CompiledRule[0];
    counters = new long[0];
    memory = new long[0][];
  }

  Chain copy() {
    Chain copy = new Chain(name, hook);
    copy.drops = drops;
    copy.counts = counts;
    copy.packets = packets;
    copy.bytes = bytes;
    copy.rules = rules;
    copy.counters = counters.clone();
    copy.memory = memory.clone();
    for (int i = 0; i < memory.length; i++) {
      copy.memory[i] = memory[i].clone();
    }
    return copy;
  }
}
