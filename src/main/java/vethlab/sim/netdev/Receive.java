package vethlab.sim.netdev;

import vethlab.sim.Carried;
import vethlab.sim.FrameTap;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.bridge.BpduInput;
import vethlab.sim.socket.Sockets;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Arp;
import vethlab.wire.EtherType;
import vethlab.wire.Frame;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;
import vethlab.wire.OtherPayload;

/**
 * A frame arrives on a device: net/core/dev.c __netif_receive_skb_core, eth_type_trans. Not
 * modelled: GRO, RPS, tc ingress.
 */
public final class Receive {
  private Receive() {}

  /** A frame comes out of a link: the packet it becomes here. */
  public static Skb arrived(World world, int device, Frame frame, Carried carried) {
    NetDevice dev = world.device(device);
    Skb skb = world.newSkb(Stage.RECEIVE, dev.netns);
    skb.dev = device;
    skb.inDev = device;
    skb.frame = frame;
    skb.mark = carried.mark();
    skb.conn = carried.conn();
    classify(dev, skb);
    return skb;
  }

  /** {@link Stage#RECEIVE}: the taps, then its VLAN device, its rx_handler, the protocols. */
  public static Stage receive(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (!dev.isUp()) {
      return world.drop(skb, DropReason.DEV_READY, "netif_rx", "dev.down", dev.name);
    }
    world.tap().frame(world, dev.id, FrameTap.Direction.IN, skb.frame);
    Sockets.show(world, dev, FrameTap.Direction.IN, skb.frame);
    if (!skb.frame.vlan().isNone() && !dev.vlans.isEmpty()) {
      int vlan = dev.vlans.find(skb.frame.vlan().protocol(), skb.frame.vlan().id());
      if (vlan != Skb.NO_DEVICE) {
        return VlanReceive.receive(world, dev, world.device(vlan), skb);
      }
    }
    return dev.rxHandler == RxHandler.NONE ? Stage.PROTOCOL : Stage.RX_HANDLER;
  }

  /** eth_type_trans: whom is it for? */
  public static void classify(NetDevice dev, Skb skb) {
    Mac dst = skb.frame.dst();
    skb.flags &= ~(Skb.OTHERHOST | Skb.GROUP_ADDRESSED);
    if (dst.isMulticast()) {
      skb.flags |= Skb.GROUP_ADDRESSED;
    } else if (dst.bits() != dev.mac.bits() && !dev.isLoopback()) {
      skb.flags |= Skb.OTHERHOST;
    }
  }

  /** {@link Stage#PROTOCOL}: by Ethernet type. */
  public static Stage protocol(World world, Skb skb) {
    skb.inDev = skb.dev;
    if (!skb.frame.vlan().isNone()) {
      VlanReceive.unclaimed(skb);
    }
    return switch (skb.frame.payload()) {
      case Arp arp -> Stage.ARP;
      case Ipv4 packet -> {
        skb.packet = packet;
        yield Stage.IP_RECEIVE;
      }
      case OtherPayload other -> other(world, skb, other);
    };
  }

  private static Stage other(World world, Skb skb, OtherPayload payload) {
    if (payload.etherType() < EtherType.FIRST_TYPE) {
      return BpduInput.receive(world, skb, payload);
    }
    return world.drop(
        skb,
        DropReason.UNHANDLED_PROTO,
        "__netif_receive_skb_core",
        "dev.no-protocol",
        String.format("0x%04x", payload.etherType()));
  }
}
