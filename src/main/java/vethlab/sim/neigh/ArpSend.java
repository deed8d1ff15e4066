package vethlab.sim.neigh;

import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.ipv4.AddressChoice;
import vethlab.sim.ipv4.Conf;
import vethlab.sim.ipv4.Ipv4Conf;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Arp;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** ARP questions and answers go out: arp.c arp_solicit, arp_send_dst. */
public final class ArpSend {
  private ArpSend() {}

  /** Asks for a neighbour: to the address it had while that is being tried, then to all. */
  static void solicit(World world, Netns netns, NetDevice dev, Neighbour entry) {
    Ip4 source = source(world, netns, dev, entry);
    int unicasts = NeighParms.of(dev.ipv4.neigh, NeighParms.UCAST_SOLICIT);
    boolean unicast = entry.probes < unicasts;
    if (!unicast
        && entry.probes - unicasts < NeighParms.of(dev.ipv4.neigh, NeighParms.APP_SOLICIT)) {
      return;
    }
    Mac to = unicast ? entry.mac : dev.broadcast;
    if (world.tracing() && !entry.queue.isEmpty()) {
      world
          .trace()
          .verdict(
              entry.queue.getLast(),
              new Verdict.Answered("ARP question"),
              "arp_solicit",
              "arp.asks",
              entry.ip,
              dev.name,
              source);
    }
    send(world, dev, to, new Arp(Arp.REQUEST, dev.mac, source, Mac.ZERO, entry.ip));
  }

  /** arp_announce: whose address the question carries. */
  private static Ip4 source(World world, Netns netns, NetDevice dev, Neighbour entry) {
    int announce = Conf.max(netns, dev, Ipv4Conf.ARP_ANNOUNCE);
    if (announce < 2 && !entry.queue.isEmpty()) {
      Ip4 of = entry.queue.getLast().packet.src();
      boolean local = AddressType.seenFrom(world, netns, dev, of.bits()) == RouteType.LOCAL;
      if (local && (announce == 0 || AddressChoice.isOnLink(dev, entry.ip, of))) {
        return of;
      }
    }
    return AddressChoice.select(world, netns, dev, entry.ip, Route.SCOPE_LINK);
  }

  /** {@code me} is at this device's address. */
  static void reply(World world, NetDevice dev, Ip4 me, Mac to, Ip4 asker) {
    send(world, dev, to, new Arp(Arp.REPLY, dev.mac, me, to, asker));
  }

  /** In a station's stead: {@code of} is at {@code mac}. */
  public static void replyFor(World world, NetDevice dev, Ip4 of, Mac mac, Mac to, Ip4 asker) {
    send(world, dev, to, new Arp(Arp.REPLY, mac, of, to, asker));
  }

  /** Tells everybody on the link where {@code me} is. */
  public static void gratuitous(World world, NetDevice dev, Ip4 me) {
    send(world, dev, dev.broadcast, new Arp(Arp.REQUEST, dev.mac, me, dev.mac, me));
  }

  private static void send(World world, NetDevice dev, Mac to, Arp arp) {
    if (!dev.usesArp()) {
      return;
    }
    Skb skb = world.newSkb(Stage.TRANSMIT, dev.netns);
    skb.dev = dev.id;
    skb.outDev = dev.id;
    skb.flags = Skb.LOCALLY_MADE;
    skb.frame = Frame.of(to, arp.sha(), arp);
    world.push(skb);
  }
}
