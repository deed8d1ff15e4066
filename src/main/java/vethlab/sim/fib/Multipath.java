package vethlab.sim.fib;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;

/**
 * Which of several next hops: fib_semantics.c fib_select_multipath, route.c fib_multipath_hash. The
 * kernel's hash is seeded at boot; this one is the same in every run. Policies 2 and 3 (inner
 * headers, chosen fields) count as policy 1.
 */
final class Multipath {
  private Multipath() {}

  static FibResult.Found choose(
      World world, Netns netns, FibResult.Found found, Flow flow, Lookup.LinkState links) {
    FibRoute route = found.route();
    if (route.hops.length < 2) {
      return found;
    }
    int total = 0;
    for (FibHop hop : route.hops) {
      total += Lookup.isGood(world, netns, hop, flow, links) ? hop.weight() : 0;
    }
    if (total == 0) {
      return found;
    }
    int left = (int) Long.remainderUnsigned(hash(netns, flow), total);
    for (int i = 0; i < route.hops.length; i++) {
      if (Lookup.isGood(world, netns, route.hops[i], flow, links)) {
        left -= route.hops[i].weight();
        if (left < 0) {
          return route.through(i);
        }
      }
    }
    return found;
  }

  private static long hash(Netns netns, Flow flow) {
    long hash = mix(0x5bd1e995L ^ flow.src, flow.dst);
    if (netns.sysctls.get(NetSysctl.FIB_MULTIPATH_HASH_POLICY) != 0) {
      hash = mix(hash, flow.protocol);
      hash = mix(hash, (long) flow.sourcePort << 16 | flow.destinationPort);
    }
    return hash >>> 8;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 32;
  }
}
