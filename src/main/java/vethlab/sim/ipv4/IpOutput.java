package vethlab.sim.ipv4;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Route.RouteType;
import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.fib.RouteOutput;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.Hooks;
import vethlab.sim.socket.TransportInput;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Icmp;
import vethlab.wire.Ipv4;

/**
 * A packet goes out: ip_output.c __ip_local_out, ip_output, ip_mc_output, ip_finish_output,
 * ip_fragment.
 */
public final class IpOutput {
  private static final int MAX_MTU = 0xfff0;

  private IpOutput() {}

  /** {@link Stage#LOCAL_OUT}. */
  public static Stage localOut(World world, Skb skb) {
    return Hooks.start(world, skb, Hook.OUTPUT, Stage.OUTPUT);
  }

  /** {@link Stage#OUTPUT}. */
  public static Stage output(World world, Skb skb) {
    skb.dev = skb.outDev;
    if (skb.route.isBroadcast() || skb.route.isMulticast()) {
      toOneself(world, skb);
    }
    return Hooks.start(world, skb, Hook.POSTROUTING, Stage.FINISH_OUTPUT);
  }

  /** ip_mc_output: this machine hears its own broadcasts, dev_loopback_xmit. */
  private static void toOneself(World world, Skb skb) {
    Netns netns = world.netns(skb.netns);
    boolean heard = skb.route.isBroadcast() || netns.sysctls.isJoined(skb.packet.dst().bits());
    if (!heard || world.device(skb.outDev).isLoopback() || !skb.has(Skb.LOCALLY_MADE)) {
      return;
    }
    Skb copy = skb.copy();
    copy.stage = Stage.IP_RECEIVE;
    copy.inDev = skb.outDev;
    copy.flags = Skb.LOOPED_BACK | Skb.GROUP_ADDRESSED;
    world.push(copy);
  }

  /** {@link Stage#FINISH_OUTPUT}. */
  public static Stage finish(World world, Skb skb) {
    int mtu = mtu(world, skb);
    Ipv4 packet = skb.packet;
    if (packet.largestPiece() <= mtu && skb.fragMaxSize == 0) {
      return Stage.NEIGHBOUR;
    }
    boolean mayCut =
        !packet.dontFragment()
            || (skb.has(Skb.IGNORE_DF) && (skb.fragMaxSize == 0 || skb.fragMaxSize <= mtu));
    if (!mayCut) {
      IcmpSend.error(world, skb, Icmp.DEST_UNREACH, Icmp.FRAG_NEEDED, mtu);
      TransportInput.refused(world, skb, Errno.EMSGSIZE);
      return world.drop(
          skb,
          DropReason.PKT_TOO_BIG,
          "ip_fragment",
          "ip.frag-needed",
          packet.totalLength(),
          mtu,
          world.device(skb.outDev).name);
    }
    int limit = skb.fragMaxSize == 0 ? mtu : Math.min(mtu, skb.fragMaxSize);
    if (packet.largestPiece() <= limit) {
      return Stage.NEIGHBOUR;
    }
    if (world.tracing()) {
      world.trace().passed(skb, "ip_do_fragment", "ip.fragmented", packet.totalLength(), limit);
    }
    Fragment.cut(world, skb, mtu, Stage.NEIGHBOUR);
    return Stage.DONE;
  }

  /** A link did not take the packet: further fragments of it are not tried (ip_do_fragment). */
  public static void refused(World world, Skb skb) {
    world.netns(skb.netns).ip.refused(skb.id);
  }

  /** Whether a fragment that went before this one was refused. */
  public static boolean isHopeless(World world, Skb skb) {
    return skb.packet.isFragment() && world.netns(skb.netns).ip.wasRefused(skb.id);
  }

  /** ip_dst_mtu_maybe_forward: what the packet's way takes at once. */
  public static int mtu(World world, Skb skb) {
    NetDevice out = world.device(skb.outDev);
    int mtu = skb.route.mtu() != 0 ? skb.route.mtu() : out.mtu;
    return Math.min(mtu, MAX_MTU);
  }

  /**
   * ip_route_me_harder: something changed about a packet made here that routing looks at; it is
   * routed again.
   */
  public static Optional<Errno> reroute(World world, Skb skb) {
    Netns netns = world.netns(skb.netns);
    Flow flow = Flow.to(skb.packet.dst().bits());
    RouteType type = AddressType.of(world, netns, skb.packet.src().bits());
    flow.anySource = type == RouteType.LOCAL || type == RouteType.UNICAST;
    flow.src = flow.anySource ? skb.packet.src().bits() : 0;
    flow.tos = skb.packet.tos() & 0xfc;
    flow.mark = skb.mark;
    flow.dissectFor(netns, skb.packet);
    return switch (RouteOutput.route(world, netns, flow)) {
      case RouteOutput.Answer.Failed failed -> Optional.of(failed.errno());
      case RouteOutput.Answer.Ok ok -> {
        take(skb, ok.route());
        yield Optional.empty();
      }
    };
  }

  /** The packet goes that way from now on. */
  public static void take(Skb skb, RouteDecision route) {
    skb.route = route;
    skb.outDev = route.outDev();
    skb.nextHop = route.gateway().isAny() ? skb.packet.dst() : route.gateway();
  }
}
