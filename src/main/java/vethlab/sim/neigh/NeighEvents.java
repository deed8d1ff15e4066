package vethlab.sim.neigh;

import vethlab.op.NudState;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/** What links do to neighbours: neighbour.c neigh_flush_dev, neigh_carrier_down, neigh_ifdown. */
public final class NeighEvents {
  private NeighEvents() {}

  /** The link went down: all of its neighbours are forgotten, permanent ones too. */
  public static void down(World world, Netns netns, NetDevice dev) {
    flush(netns, dev);
    for (NeighTable.Proxy each : netns.neighbours.proxies()) {
      if (each.dev() == dev.id) {
        netns.neighbours.removeProxy(dev.id, each.ip().bits());
      }
    }
  }

  public static void removed(World world, Netns netns, NetDevice dev) {
    down(world, netns, dev);
  }

  public static void addressChanged(World world, Netns netns, NetDevice dev) {
    flush(netns, dev);
  }

  /** The carrier went: permanent ones stay. */
  public static void carrierLost(World world, Netns netns, NetDevice dev) {
    for (Neighbour each : netns.neighbours.all()) {
      if (each.dev == dev.id && each.state != NudState.PERMANENT) {
        netns.neighbours.remove(each);
      }
    }
  }

  private static void flush(Netns netns, NetDevice dev) {
    for (Neighbour each : netns.neighbours.all()) {
      if (each.dev == dev.id) {
        netns.neighbours.remove(each);
      }
    }
  }

  /** arp_invalidate: what has become a broadcast address needs no question any more. */
  public static void invalidate(World world, Netns netns, NetDevice dev, Ip4 ip) {
    Neighbour entry = netns.neighbours.find(dev.id, ip.bits());
    if (entry != NeighTable.NONE && !entry.state.valid()) {
      netns.neighbours.remove(entry);
    }
  }
}
