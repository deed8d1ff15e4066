package vethlab.sim.netfilter;

import java.util.TreeMap;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.Match;

/** Buckets by addresses and ports: xt_hashlimit.c. */
final class HashLimitTable {
  /** Which packets share a bucket; what is not told apart is 0. */
  private record Key(int source, int sourcePort, int destination, int destinationPort)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int[] mine = {source, sourcePort, destination, destinationPort};
      int[] theirs = {other.source, other.sourcePort, other.destination, other.destinationPort};
      return java.util.Arrays.compare(mine, theirs);
    }
  }

  /**
   * @param credit millionths of a second
   * @param seen when it was filled last, in nanoseconds
   */
  private record Bucket(long credit, long seen) {}

  private final TreeMap<Key, Bucket> buckets = new TreeMap<>();

  static boolean matches(Evaluation e, Match.HashLimit m) {
    HashLimitTable table = e.netns.netfilter.hashLimits(m.table());
    return table.takes(e, m) != m.above();
  }

  private boolean takes(Evaluation e, Match.HashLimit m) {
    long now = CountingTests.wholeMillis(e.world.now());
    long most = m.average() * m.burst();
    Key key = key(e, m);
    Bucket bucket = buckets.getOrDefault(key, new Bucket(most, now));
    if (now - bucket.seen() > m.expire() * 1_000_000L) {
      bucket = new Bucket(most, now);
    }
    long credit = Math.min(most, bucket.credit() + (now - bucket.seen()) / 1000);
    boolean enough = credit >= m.average();
    buckets.put(key, new Bucket(enough ? credit - m.average() : credit, now));
    return enough;
  }

  private static Key key(Evaluation e, Match.HashLimit m) {
    int source = e.source & AddressMask.prefixMask(m.sourceLength());
    int destination = e.destination & AddressMask.prefixMask(m.destinationLength());
    return new Key(
        has(m, Match.HashMode.SRCIP) ? source : 0,
        has(m, Match.HashMode.SRCPORT) ? MatchCompiler.sourcePort(e) : 0,
        has(m, Match.HashMode.DSTIP) ? destination : 0,
        has(m, Match.HashMode.DSTPORT) ? MatchCompiler.destinationPort(e) : 0);
  }

  private static boolean has(Match.HashLimit m, Match.HashMode mode) {
    return (m.modes() & 1 << mode.ordinal()) != 0;
  }

  HashLimitTable copy() {
    HashLimitTable copy = new HashLimitTable();
    copy.buckets.putAll(buckets);
    return copy;
  }
}
