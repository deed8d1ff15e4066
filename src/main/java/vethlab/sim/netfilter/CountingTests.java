package vethlab.sim.netfilter;

import vethlab.op.iptables.Match;
import vethlab.op.iptables.Rates;

/** Tests that remember: nft_limit.c, xt_statistic.c, xt_quota.c. */
final class CountingTests {
  private static final long MILLI = 1_000_000;

  private CountingTests() {}

  /** A bucket of nanoseconds that fills with time; a packet takes what it costs. */
  static RuleTest limit(Match.Limit m, Memory memory) {
    long cost = Rates.LIMIT.nanosPerPacket(m.average());
    long most = cost * (m.burst() == 0 ? 5 : m.burst());
    int tokens = memory.place(most);
    int last = memory.place(0);
    return e -> {
      long now = wholeMillis(e.world.now());
      long have = Math.min(e.memory[tokens] + now - e.memory[last], most);
      e.memory[last] = now;
      boolean enough = have >= cost;
      e.memory[tokens] = enough ? have - cost : have;
      return enough;
    };
  }

  /**
   * What is sent at regular times arrives a little late on a real machine and never early; the
   * microseconds that a first packet waits for ARP would make the next ones early here.
   */
  static long wholeMillis(long now) {
    return now / MILLI * MILLI;
  }

  static RuleTest random(Match.StatisticRandom m) {
    long probability = m.probability().value();
    return e -> ((e.world.nextRandom() >>> 13 & 0x7fffffff) < probability) != m.probability().not();
  }

  static RuleTest nth(Match.StatisticNth m, Memory memory) {
    long last = m.every().value() - 1;
    int count = memory.place(last - m.packet());
    return e -> {
      long next = e.memory[count] == last ? 0 : e.memory[count] + 1;
      e.memory[count] = next;
      return (next == 0) != m.every().not();
    };
  }

  static RuleTest quota(Match.Quota m, Memory memory) {
    int left = memory.place(m.bytes().value());
    return e -> {
      long length = e.packet.totalLength();
      boolean within = Long.compareUnsigned(e.memory[left], length) >= 0;
      e.memory[left] = within ? e.memory[left] - length : 0;
      return within != m.bytes().not();
    };
  }
}
