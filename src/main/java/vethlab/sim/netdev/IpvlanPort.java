package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkFlags;
import vethlab.sim.Carried;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Arp;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;

/**
 * A link that carries ipvlans, all of them in one mode: they share its Ethernet address, so what
 * arrives is sorted by the IPv4 address it is for. drivers/net/ipvlan/ipvlan_core.c
 * ipvlan_handle_frame, ipvlan_process_multicast.
 */
final class IpvlanPort implements RxHandler {
  /** Who answers ARP: in L2 the ipvlans themselves, in L3 nobody. */
  enum Mode {
    L2,
    L3,
    L3S;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Mode of(String word) throws Refusal {
      for (Mode each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
      }
      throw new Refusal(Errno.EINVAL);
    }
  }

  /** Whether ipvlans of one link hear each other: directly, never, or by way of the wire alone. */
  enum Sisters {
    BRIDGE,
    PRIVATE,
    VEPA;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Sisters of(String word) throws Refusal {
      for (Sisters each : values()) {
        if (each.word().equals(word)) {
          return each;
        }
      }
      throw new Refusal(Errno.EINVAL);
    }
  }

  private Mode mode;
  private Sisters sisters;

  IpvlanPort(Mode mode, Sisters sisters) {
    this.mode = mode;
    this.sisters = sisters;
  }

  @Override
  public RxHandler copy() {
    return new IpvlanPort(mode, sisters);
  }

  Mode mode() {
    return mode;
  }

  Sisters sisters() {
    return sisters;
  }

  void sisters(Sisters wanted) {
    sisters = wanted;
  }

  /** ipvlan_set_port_mode: every ipvlan of the link follows. */
  void mode(World world, NetDevice lower, Mode wanted) {
    if (mode == wanted) {
      return;
    }
    mode = wanted;
    for (int id : lower.uppers) {
      if (world.hasDevice(id) && world.device(id).driver instanceof IpvlanDriver) {
        setArp(world.device(id));
      }
    }
  }

  void setArp(NetDevice dev) {
    dev.flags = mode == Mode.L2 ? dev.flags & ~LinkFlags.NOARP : dev.flags | LinkFlags.NOARP;
  }

  /** ipvlan_addr_lookup: the ipvlan that is up and has the address; the link itself if none. */
  static NetDevice find(World world, NetDevice lower, Ip4 address) {
    for (int id : lower.uppers) {
      if (world.hasDevice(id)) {
        NetDevice dev = world.device(id);
        if (dev.driver instanceof IpvlanDriver && dev.isUp() && dev.ipv4.hasAddress(address)) {
          return dev;
        }
      }
    }
    return lower;
  }

  /** Whom a frame is for, by its IPv4 or ARP header. */
  static Ip4 target(Frame frame) {
    return switch (frame.payload()) {
      case Ipv4 packet -> packet.dst();
      case Arp arp -> arp.tpa();
      default -> Ip4.ANY;
    };
  }

  private static Ip4 source(Frame frame) {
    return switch (frame.payload()) {
      case Ipv4 packet -> packet.src();
      case Arp arp -> arp.spa();
      default -> Ip4.ANY;
    };
  }

  @Override
  public Stage receive(World world, NetDevice lower, Skb skb) {
    Frame frame = skb.frame;
    if (mode == Mode.L2 && frame.dst().isMulticast()) {
      boolean own = frame.src().equals(lower.mac) && find(world, lower, source(frame)) != lower;
      if (!own) {
        distribute(world, lower, Skb.NO_DEVICE, frame);
      }
      return Stage.PROTOCOL;
    }
    NetDevice to = find(world, lower, target(frame));
    if (to == lower) {
      return Stage.PROTOCOL;
    }
    count(to, frame);
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb, "ipvlan_handle_frame", "ipvlan.received", target(frame), to.name, lower.name);
    }
    skb.dev = to.id;
    skb.netns = to.netns;
    skb.flags &= ~Skb.OTHERHOST;
    return Stage.RECEIVE;
  }

  /** ipvlan_process_multicast: each ipvlan but the sender hears it. */
  static void distribute(World world, NetDevice lower, int except, Frame frame) {
    for (int id : lower.uppers) {
      if (id == except || !world.hasDevice(id)) {
        continue;
      }
      NetDevice dev = world.device(id);
      if (dev.driver instanceof IpvlanDriver && dev.isUp() && hears(world, dev, frame)) {
        dev.rxMulticast++;
        deliver(world, dev, frame);
      }
    }
  }

  private static boolean hears(World world, NetDevice dev, Frame frame) {
    return frame.dst().isBroadcast()
        || dev.isPromiscuous()
        || dev.allMulticast > 0
        || DeviceAddresses.filters(world, dev).contains(frame.dst());
  }

  static void deliver(World world, NetDevice dev, Frame frame) {
    count(dev, frame);
    world.deliver(dev.id, frame, Carried.NOTHING);
  }

  private static void count(NetDevice dev, Frame frame) {
    dev.rxPackets++;
    dev.rxBytes += frame.length();
  }
}
