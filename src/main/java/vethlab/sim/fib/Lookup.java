package vethlab.sim.fib;

import java.util.Arrays;
import vethlab.op.Route;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;

/**
 * Longest prefix: fib_trie.c fib_table_lookup and ip_fib.h fib_lookup. Without rules of one's own
 * the tables local and main are one trie, so the longest prefix of both wins, local first.
 */
final class Lookup {
  /** FIB_LOOKUP_IGNORE_LINKSTATE or not. */
  enum LinkState {
    HEEDED,
    IGNORED
  }

  private static final FibTable EMPTY = new FibTable(0);

  private Lookup() {}

  /** fib_lookup: through the rules. */
  static FibResult lookup(World world, Netns netns, Flow flow) {
    return lookup(world, netns, flow, LinkState.HEEDED);
  }

  static FibResult lookup(World world, Netns netns, Flow flow, LinkState links) {
    Fib fib = netns.fib;
    if (fib.hasCustomRules()) {
      return fib.rules().lookup(world, netns, flow, links);
    }
    FibTable main = fib.tableOr(Route.MAIN, EMPTY);
    FibResult result = inTwo(world, netns, fib.tableOr(Route.LOCAL, EMPTY), main, flow, links);
    if (result instanceof FibResult.Failed && fib.hasTable(Route.DEFAULT)) {
      result = inOne(world, netns, fib.tableOr(Route.DEFAULT, EMPTY), flow, links);
    }
    return result instanceof FibResult.Failed failed && failed.errno() == vethlab.op.Errno.EAGAIN
        ? failed.isByRoute()
            ? new FibResult.Failed(vethlab.op.Errno.ENETUNREACH, failed.by())
            : FibResult.Failed.NO_ROUTE
        : result;
  }

  /** fib_table_lookup of a table that may be missing. */
  static FibResult inTable(World world, Netns netns, int table, Flow flow, LinkState links) {
    return inOne(world, netns, netns.fib.tableOr(table, EMPTY), flow, links);
  }

  private static FibResult inOne(
      World world, Netns netns, FibTable table, Flow flow, LinkState links) {
    for (long left = table.lengths(); left != 0; ) {
      int length = 63 - Long.numberOfLeadingZeros(left);
      left &= ~(1L << length);
      FibResult result = match(world, netns, table.rows(flow.dst, length), flow, links);
      if (result != FibResult.Failed.NOT_HERE) {
        return result;
      }
    }
    return FibResult.Failed.NOT_HERE;
  }

  private static FibResult inTwo(
      World world, Netns netns, FibTable first, FibTable second, Flow flow, LinkState links) {
    for (long left = first.lengths() | second.lengths(); left != 0; ) {
      int length = 63 - Long.numberOfLeadingZeros(left);
      long bit = 1L << length;
      left &= ~bit;
      if ((first.lengths() & bit) != 0) {
        FibResult result = match(world, netns, first.rows(flow.dst, length), flow, links);
        if (result != FibResult.Failed.NOT_HERE) {
          return result;
        }
      }
      if ((second.lengths() & bit) != 0) {
        FibResult result = match(world, netns, second.rows(flow.dst, length), flow, links);
        if (result != FibResult.Failed.NOT_HERE) {
          return result;
        }
      }
    }
    return FibResult.Failed.NOT_HERE;
  }

  private static FibResult match(
      World world, Netns netns, FibRoute[] rows, Flow flow, LinkState links) {
    for (FibRoute row : rows) {
      if ((row.tos != 0 && row.tos != (flow.tos & 0xfc)) || row.scope < flow.scope) {
        continue;
      }
      if (row.refuses()) {
        return row.refusal();
      }
      if (row.isDead()) {
        continue;
      }
      for (int i = 0; i < row.hops.length; i++) {
        if (isGood(world, netns, row.hops[i], flow, links)) {
          return row.through(i);
        }
      }
    }
    return FibResult.Failed.NOT_HERE;
  }

  /** Whether one of its next hops would take the packet. */
  static boolean isUsable(World world, Netns netns, FibRoute row, Flow flow) {
    return !row.isDead()
        && Arrays.stream(row.hops)
            .anyMatch(hop -> isGood(world, netns, hop, flow, LinkState.HEEDED));
  }

  /** fib_lookup_good_nhc. */
  static boolean isGood(World world, Netns netns, FibHop hop, Flow flow, LinkState links) {
    if (hop.isDead() || (flow.oif != 0 && flow.oif != hop.dev())) {
      return false;
    }
    return !hop.isLinkDown() || links == LinkState.IGNORED || !ignoresDown(world, netns, hop);
  }

  private static boolean ignoresDown(World world, Netns netns, FibHop hop) {
    NetDevice dev = world.device(hop.dev());
    return Conf.or(netns, dev, Ipv4Conf.IGNORE_ROUTES_WITH_LINKDOWN);
  }
}
