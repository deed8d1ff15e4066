package vethlab.sim.neigh;

import java.util.Optional;
import vethlab.op.LinkFlags;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Row;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Vlan;

/**
 * A packet gets its Ethernet header, or waits for it: ip_output.c ip_finish_output2, neighbour.c
 * neigh_output, neigh_resolve_output; arp.c arp_constructor for addresses that need no question.
 */
public final class NeighOutput {
  private static final long MULTICAST = 0x01005e000000L;

  private NeighOutput() {}

  /** {@link Stage#NEIGHBOUR}. */
  public static Stage resolve(World world, Skb skb) {
    if (IpOutput.isHopeless(world, skb)) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "ip_do_fragment", "ip.fragment-hopeless");
    }
    NetDevice dev = world.device(skb.outDev);
    skb.dev = dev.id;
    if (skb.nextHop.isMulticast()) {
      return address(skb, dev, new Mac(MULTICAST | skb.nextHop.bits() & 0x7fffff));
    }
    if (!dev.usesArp()) {
      return address(skb, dev, dev.mac);
    }
    if (skb.route.isBroadcast() || (dev.flags & LinkFlags.POINTOPOINT) != 0) {
      return address(skb, dev, dev.broadcast);
    }
    Netns netns = world.netns(dev.netns);
    Neighbour entry = netns.neighbours.find(dev.id, skb.nextHop.bits());
    if (entry.state.connected() && entry.headerReady) {
      return found(world, skb, dev, entry);
    }
    return slowly(world, netns, skb, dev, entry);
  }

  private static Stage slowly(World world, Netns netns, Skb skb, NetDevice dev, Neighbour known) {
    Neighbour entry =
        known == NeighTable.NONE ? NeighMachine.create(world, netns, dev, skb.nextHop) : known;
    if (entry == NeighTable.NONE) {
      return world.drop(skb, DropReason.NEIGH_CREATEFAIL, "ip_finish_output2", "neigh.table-full");
    }
    if (NeighMachine.eventSend(world, netns, dev, entry, skb) == NeighMachine.Sent.STOP) {
      return Stage.DONE;
    }
    entry.headerReady = true;
    return found(world, skb, dev, entry);
  }

  private static Stage found(World world, Skb skb, NetDevice dev, Neighbour entry) {
    if (world.tracing()) {
      Row row =
          new Row(
              Row.Table.NEIGHBOUR,
              "",
              0,
              entry.ip + " dev " + dev.name + " lladdr " + entry.mac + " " + entry.state);
      world
          .trace()
          .decided(
              skb,
              row,
              java.util.List.of(),
              "neigh_resolve_output",
              "neigh.known",
              entry.ip,
              entry.mac);
    }
    return address(skb, dev, entry.mac);
  }

  private static Stage address(Skb skb, NetDevice dev, Mac to) {
    Mac from = skb.has(Skb.BRIDGED_DNAT) ? skb.bridgedSource : dev.mac;
    skb.frame = new Frame(to, from, Vlan.NONE, skb.packet);
    return Stage.TRANSMIT;
  }

  /** Something above (TCP's acknowledgement) shows that the next hop answers: dst_confirm. */
  public static void confirm(World world, Netns netns, int dev, Ip4 nextHop) {
    Neighbour entry = netns.neighbours.find(dev, nextHop.bits());
    if (entry != NeighTable.NONE) {
      NeighMachine.confirm(world, entry);
    }
  }

  /** Whether a packet of that socket waits for the neighbour's address: skb_still_in_host_queue. */
  public static boolean holds(Netns netns, int dev, Ip4 nextHop, int socket) {
    for (Skb each : netns.neighbours.find(dev, nextHop.bits()).queue) {
      if (each.socket == socket) {
        return true;
      }
    }
    return false;
  }

  /** The neighbour's address where it may be used without doubt. */
  public static Optional<Mac> connected(Netns netns, int dev, Ip4 ip) {
    Neighbour entry = netns.neighbours.find(dev, ip.bits());
    return entry.state.connected() && entry.headerReady ? Optional.of(entry.mac) : Optional.empty();
  }

  /** Whether the neighbour's address is known; where not, it is asked for. */
  public static boolean isKnown(World world, Netns netns, NetDevice dev, Ip4 ip) {
    Neighbour entry = netns.neighbours.find(dev.id, ip.bits());
    if (entry == NeighTable.NONE) {
      entry = NeighMachine.create(world, netns, dev, ip);
    }
    if (entry == NeighTable.NONE) {
      return false;
    }
    if (!entry.state.valid()) {
      NeighMachine.ask(world, netns, dev, entry);
      return false;
    }
    return true;
  }
}
