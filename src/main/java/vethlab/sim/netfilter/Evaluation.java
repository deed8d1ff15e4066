package vethlab.sim.netfilter;

import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.wire.Ipv4;
import vethlab.wire.Transport;

/** A packet before a table's rules: what they ask of it, at hand. */
final class Evaluation {
  final World world;
  final Netns netns;
  final Skb skb;
  final Hook hook;
  final String in;
  final String out;
  Ipv4 packet;
  int source;
  int destination;
  int protocol;

  /** What is behind the header, as far as a first fragment shows it. */
  Transport transport;

  static final int NO_TEST = -1;

  /** Which of the rule's matches did not hold, {@link #NO_TEST} if none was asked or all did. */
  int failed = NO_TEST;

  /** The rule's own numbers. */
  long[] memory = {};

  Evaluation(World world, Netns netns, Skb skb) {
    this.world = world;
    this.netns = netns;
    this.skb = skb;
    this.hook = skb.hook;
    this.in = hasIn(hook) ? name(skb.inDev) : "";
    this.out = hasOut(hook) ? name(skb.outDev) : "";
    load();
  }

  /** After a target has rewritten the packet. */
  void rewrite(Ipv4 packet) {
    skb.packet = packet;
    load();
  }

  void load() {
    packet = skb.packet;
    source = packet.src().bits();
    destination = packet.dst().bits();
    protocol = packet.protocol();
    transport = FirstFragment.transport(packet);
  }

  private static boolean hasIn(Hook hook) {
    return hook != Hook.OUTPUT && hook != Hook.POSTROUTING;
  }

  private static boolean hasOut(Hook hook) {
    return hook != Hook.PREROUTING && hook != Hook.INPUT;
  }

  private String name(int dev) {
    return world.hasDevice(dev) ? world.device(dev).name : "";
  }

  /** The device it came in by; only where {@link #in} is not empty. */
  NetDevice inDevice() {
    return world.device(skb.inDev);
  }

  /** Its connection, {@link Connection#NONE} if nobody tracks it. */
  Connection connection() {
    return netns.netfilter.conntrack().of(skb.conn);
  }
}
