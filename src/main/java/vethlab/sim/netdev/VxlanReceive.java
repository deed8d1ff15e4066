package vethlab.sim.netdev;

import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Frame;
import vethlab.wire.FrameReader;
import vethlab.wire.Ip4;
import vethlab.wire.ParseResult;
import vethlab.wire.Udp;
import vethlab.wire.Vxlan;

/** A datagram for a vxlan's port: vxlan_core.c vxlan_rcv. The frame in it comes in on the vxlan. */
public final class VxlanReceive {
  private VxlanReceive() {}

  /** Whether a vxlan listens there; then {@link #receive} takes the datagram. */
  public static boolean isFor(World world, Skb skb, Udp udp) {
    return VxlanSockets.isFor(world, skb, udp);
  }

  public static Stage receive(World world, Skb skb, Udp udp) {
    Netns netns = world.netns(skb.netns);
    if (!Vxlan.hasHeader(udp.data())) {
      return world.drop(skb, DropReason.VXLAN_INVALID_HDR, "vxlan_rcv", "vxlan.invalid");
    }
    int vni = Vxlan.vni(udp.data());
    int to = VxlanSockets.find(world, netns, udp.dport(), vni);
    if (to == Skb.NO_DEVICE) {
      return world.drop(skb, DropReason.VXLAN_VNI_NOT_FOUND, "vxlan_rcv", "vxlan.unknown-vni", vni);
    }
    ParseResult parsed = FrameReader.parse(Vxlan.inner(udp.data()));
    if (!(parsed instanceof ParseResult.Parsed frame)) {
      return world.drop(skb, DropReason.VXLAN_INVALID_HDR, "vxlan_rcv", "vxlan.invalid");
    }
    NetDevice dev = world.device(to);
    if (world.tracing()) {
      world.trace().verdict(skb, Verdict.CONSUMED, "vxlan_rcv", "vxlan.received", vni, dev.name);
    }
    arrived(world, dev, frame.frame(), skb.packet.src());
    return Stage.DONE;
  }

  /** vxlan_set_mac: learnt from, then in by the vxlan device. */
  static void arrived(World world, NetDevice dev, Frame frame, Ip4 from) {
    VxlanDriver vxlan = (VxlanDriver) dev.driver;
    if (frame.src().equals(dev.mac)) {
      return;
    }
    if (vxlan.learning && !vxlan.fdb.learn(vxlan, frame.src(), from, world.now())) {
      return;
    }
    if (!dev.isUp()) {
      dev.rxDropped++;
      return;
    }
    dev.rxPackets++;
    dev.rxBytes += frame.length() - Frame.HEADER_LENGTH;
    Skb skb = world.newSkb(Stage.RECEIVE, dev.netns);
    skb.dev = dev.id;
    skb.inDev = dev.id;
    skb.frame = frame;
    Receive.classify(dev, skb);
    world.push(skb);
  }
}
