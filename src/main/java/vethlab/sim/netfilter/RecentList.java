package vethlab.sim.netfilter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vethlab.op.iptables.Match;

/** Addresses and when they were seen: xt_recent.c. At most 100 addresses, 20 times for each. */
final class RecentList {
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_TIMES = 20;
  private static final long SECOND = 1_000_000_000L;

  /**
   * @param times in nanoseconds, the oldest first
   */
  private record Entry(int ttl, List<Long> times) {}

  /** By address, the one seen longest ago first. */
  private final Map<Integer, Entry> entries = new LinkedHashMap<>();

  static boolean matches(Evaluation e, Match.Recent m) {
    RecentList list = e.netns.netfilter.recent(m.list());
    return list.found(e, m) != m.action().not();
  }

  private boolean found(Evaluation e, Match.Recent m) {
    int address = (m.side() == Match.Side.SOURCE ? e.source : e.destination) & m.mask().bits();
    int ttl = e.packet.ttl() + (e.out.isEmpty() || e.skb.socket != 0 ? 0 : 1);
    long now = e.world.now();
    Entry entry = entries.get(address);
    boolean known = entry != null && (!m.ttl() || entry.ttl() == ttl);
    return switch (m.action().value()) {
      case SET -> {
        see(address, ttl, now);
        yield true;
      }
      case REMOVE -> {
        if (known) {
          entries.remove(address);
        }
        yield known;
      }
      case RCHECK -> known && isRecent(entry, m, now);
      case UPDATE -> {
        boolean recent = known && isRecent(entry, m, now);
        if (known && recent != m.action().not()) {
          see(address, ttl, now);
        }
        yield recent;
      }
    };
  }

  private boolean isRecent(Entry entry, Match.Recent m, long now) {
    long since = m.seconds() == 0 ? Long.MIN_VALUE : now - m.seconds() * SECOND;
    long hits = entry.times().stream().filter(time -> time >= since).count();
    if (m.reap()) {
      entries.values().removeIf(each -> each.times().getLast() < since);
    }
    return hits > 0 && hits >= m.hits();
  }

  private void see(int address, int ttl, long now) {
    Entry old = entries.remove(address);
    if (old == null && entries.size() >= MOST_ADDRESSES) {
      entries.remove(entries.keySet().iterator().next());
    }
    List<Long> before = old == null ? List.of() : old.times();
    List<Long> times =
        Stream.concat(
                before.stream().skip(Math.max(0, before.size() - MOST_TIMES + 1)), Stream.of(now))
            .toList();
    entries.put(address, new Entry(ttl, times));
  }

  RecentList copy() {
    RecentList copy = new RecentList();
    copy.entries.putAll(entries);
    return copy;
  }
}
