package vethlab.sim.netdev;

import java.util.List;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.netdev.VxlanEntry.Remote;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;
import vethlab.wire.Vxlan;

/** A frame leaves by a vxlan: vxlan_core.c vxlan_xmit, vxlan_xmit_one. */
final class VxlanSend {
  private static final int FIRST_PORT = 32768;
  private static final int LAST_PORT = 60999;

  private VxlanSend() {}

  static Stage transmit(World world, VxlanDriver vxlan, NetDevice dev, Skb skb) {
    VxlanEntry entry = vxlan.fdb.lookup(skb.frame.dst(), world.now());
    if (entry == VxlanFdb.NONE) {
      dev.txDropped++;
      return world.drop(
          skb,
          DropReason.VXLAN_NO_REMOTE,
          "vxlan_xmit",
          "vxlan.no-remote",
          skb.frame.dst(),
          dev.name);
    }
    for (int at = 1; at < entry.remotes().size(); at++) {
      send(world, vxlan, dev, skb, entry, entry.remotes().get(at));
    }
    send(world, vxlan, dev, skb, entry, entry.remotes().getFirst());
    return Stage.DONE;
  }

  private static void send(
      World world, VxlanDriver vxlan, NetDevice dev, Skb skb, VxlanEntry entry, Remote remote) {
    if (remote.ip().isAny() || !world.hasNetns(vxlan.socketNetns)) {
      dev.txDropped++;
      return;
    }
    Netns netns = world.netns(vxlan.socketNetns);
    int ttl = vxlan.ttl == 0 && remote.ip().isMulticast() ? 1 : vxlan.ttl;
    int tos = skb.frame.payload() instanceof Ipv4 inner ? inner.tos() & 3 : 0;
    IpSend.Request request =
        new IpSend.Request(
            vxlan.local,
            remote.ip(),
            remote.device(),
            tos,
            ttl,
            IpSend.Discover.DONT,
            dev.netns == netns.id ? skb.mark : 0,
            0);
    IpSend.Outcome way = IpSend.route(world, netns, request);
    if (way instanceof IpSend.Outcome.Ok ok && ok.route().isLocal()) {
      bypass(world, vxlan, netns, dev, skb, remote, ok.src());
      return;
    }
    boolean circular = way instanceof IpSend.Outcome.Ok ok && ok.route().outDev() == dev.id;
    if (way instanceof IpSend.Outcome.Failed || circular) {
      fail(world, dev, skb, remote, circular);
      return;
    }
    learnMtu(world, (IpSend.Outcome.Ok) way, skb);
    dev.txPackets++;
    dev.txBytes += skb.frame.length() - Frame.HEADER_LENGTH;
    if (world.tracing()) {
      Row row =
          new Row(
              Row.Table.FDB,
              dev.name,
              0,
              entry.mac() + " dev " + dev.name + " dst " + remote.ip() + " self");
      world
          .trace()
          .add(
              skb,
              skb.frame.payload(),
              Verdict.CONSUMED,
              row,
              List.of(),
              "vxlan_xmit_one",
              vethlab.sim.trace.Why.of("vxlan.sent", skb.frame.dst(), remote.ip(), remote.vni()));
    }
    Udp outer =
        new Udp(sourcePort(skb.frame), remote.port(), Vxlan.encapsulate(remote.vni(), skb.frame));
    IpSend.send(world, netns, request, outer);
  }

  /**
   * skb_tunnel_check_pmtu: who sent a packet that only fits the outer path in pieces is to send
   * smaller ones; this one still goes.
   */
  private static void learnMtu(World world, IpSend.Outcome.Ok way, Skb skb) {
    int mtu = PathMtu.of(world, way.route()) - VxlanDriver.HEADROOM;
    if (skb.packet != null && !skb.route.isNone() && skb.packet.totalLength() > mtu) {
      Flow flow = Flow.to(skb.packet.dst().bits());
      flow.src = skb.packet.src().bits();
      flow.anySource = true;
      flow.mark = skb.mark;
      PathMtu.learn(world, world.netns(skb.netns), flow, mtu);
    }
  }

  private static void fail(World world, NetDevice dev, Skb skb, Remote remote, boolean circular) {
    dev.txErrors++;
    if (!circular) {
      dev.txCarrierErrors++;
    }
    if (world.tracing()) {
      world
          .trace()
          .dropped(skb, DropReason.NOT_SPECIFIED, "vxlan_xmit_one", "vxlan.no-route", remote.ip());
    }
  }

  /** encap_bypass_if_local: the far end is this machine; nothing is put into UDP. */
  private static void bypass(
      World world,
      VxlanDriver vxlan,
      Netns netns,
      NetDevice dev,
      Skb skb,
      Remote remote,
      Ip4 source) {
    int to = VxlanSockets.find(world, netns, remote.port(), remote.vni());
    if (to == Skb.NO_DEVICE) {
      dev.txErrors++;
      return;
    }
    dev.txPackets++;
    dev.txBytes += skb.frame.length();
    VxlanReceive.arrived(world, world.device(to), skb.frame, source);
  }

  /**
   * udp_flow_src_port: the same for all packets of a flow, both ways; the kernel mixes in a number
   * of its own.
   */
  private static int sourcePort(Frame frame) {
    long hash = frame.payload().etherType();
    if (frame.payload() instanceof Ipv4 inner) {
      hash = mix(hash, inner.protocol());
      hash =
          mix(hash, unordered(inner.src().bits() & 0xffffffffL, inner.dst().bits() & 0xffffffffL));
      hash =
          switch (inner.transport()) {
            case Udp udp -> mix(hash, unordered(udp.sport(), udp.dport()));
            case Tcp tcp -> mix(hash, unordered(tcp.sport(), tcp.dport()));
            default -> hash;
          };
    }
    long spread = mix(hash, 0x5bd1e995L) >>> 32;
    return FIRST_PORT + (int) (spread * (LAST_PORT - FIRST_PORT) >>> 32);
  }

  private static long unordered(long a, long b) {
    return Math.min(a, b) * 0x1_0000_0001L ^ Math.max(a, b) * 31;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 29;
  }
}
