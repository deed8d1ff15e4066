package vethlab.sim.fib;

import vethlab.sim.table.LongMap;
import vethlab.wire.Ip4;

/**
 * What was learned about single destinations behind a next hop: route.c struct fib_nh_exception. A
 * path MTU holds for ten minutes, a redirect for five.
 */
final class Exceptions {
  /**
   * @param hop {@link FibHop#id}
   * @param gateway learned by a redirect, {@link Ip4#ANY} if none
   * @param mtu learned path MTU, 0 if none
   * @param expires virtual nanoseconds
   */
  record Learned(int hop, Ip4 dst, Ip4 gateway, int mtu, boolean mtuLocked, long expires, int dev) {
    boolean mtuHolds(long now) {
      return mtu != 0 && now < expires;
    }
  }

  static final Learned NOTHING = new Learned(0, Ip4.ANY, Ip4.ANY, 0, false, 0, 0);

  /** Never written to: most namespaces learn nothing. */
  private static final LongMap<Learned> NONE = new LongMap<>();

  private LongMap<Learned> all = NONE;

  Exceptions copy() {
    Exceptions copy = new Exceptions();
    copy.all = all == NONE ? NONE : all.copy(each -> each);
    return copy;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  Learned find(FibHop hop, int dst) {
    return all.getOr(key(hop.id(), dst), NOTHING);
  }

  void put(Learned learned) {
    all = all == NONE ? new LongMap<>() : all;
    all.put(key(learned.hop, learned.dst.bits()), learned);
  }

  java.util.List<Learned> values() {
    return all.values();
  }

  /** {@code ip route flush cache}. */
  void clear() {
    all = NONE;
  }

  /** nh_update_mtu: a link's own MTU changed, and what was learned about paths over it with it. */
  void linkMtuChanged(int dev, int old, int now) {
    for (Learned each : all.values()) {
      if (each.dev == dev && each.mtu != 0 && (now < each.mtu || each.mtu == old)) {
        put(
            new Learned(
                each.hop,
                each.dst,
                each.gateway,
                now,
                each.mtuLocked && now > each.mtu,
                each.expires,
                dev));
      }
    }
  }

  private static long key(int hop, int dst) {
    return (long) hop << 32 | dst & 0xffffffffL;
  }
}
