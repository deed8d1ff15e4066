package vethlab.sim.ipv4;

import vethlab.op.Errno;
import vethlab.op.Route.RouteType;
import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.InputRoute;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.fib.RouteInput;
import vethlab.sim.fib.RouteTrace;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.Hooks;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Icmp;
import vethlab.wire.Ip4;

/**
 * A packet comes in: ip_input.c ip_rcv, ip_rcv_finish, ip_local_deliver; route.c ip_error. Not
 * modelled: early demultiplexing.
 */
public final class IpInput {
  private IpInput() {}

  /** {@link Stage#IP_RECEIVE}: ip_rcv. */
  public static Stage receive(World world, Skb skb) {
    if (skb.has(Skb.OTHERHOST)) {
      return world.drop(
          skb,
          DropReason.OTHERHOST,
          "ip_rcv_core",
          "ip.other-host",
          skb.frame == null ? "" : skb.frame.dst());
    }
    if (world.tracing()) {
      world.trace().passed(skb, "ip_rcv", "ip.received", world.device(skb.dev).name);
    }
    return Hooks.start(world, skb, Hook.PREROUTING, Stage.ROUTE_INPUT);
  }

  /** {@link Stage#ROUTE_INPUT}: ip_rcv_finish. */
  public static Stage route(World world, Skb skb) {
    Netns netns = world.netns(skb.netns);
    NetDevice dev = world.device(skb.dev);
    if (skb.has(Skb.GROUP_ADDRESSED)
        && isUnicast(skb)
        && Conf.or(netns, dev, Ipv4Conf.DROP_UNICAST_IN_L2_MULTICAST)) {
      return world.drop(
          skb,
          DropReason.UNICAST_IN_L2_MULTICAST,
          "ip_rcv_finish_core",
          "ip.unicast-in-group-frame");
    }
    return switch (lookup(world, netns, skb)) {
      case RouteDecision decision -> decided(world, netns, skb, decision);
      case InputRoute.Martian martian -> martian(world, skb, dev, martian);
      case InputRoute.NoRoute none -> error(world, netns, skb, dev, none);
    };
  }

  private static boolean isUnicast(Skb skb) {
    Ip4 dst = skb.packet.dst();
    return !dst.isMulticast() && !dst.isLimitedBroadcast();
  }

  /** Where a packet that came by {@code skb.dev} goes. */
  static InputRoute lookup(World world, Netns netns, Skb skb) {
    Flow flow = flow(netns, skb);
    if (world.device(skb.dev).isLoopback() || skb.has(Skb.LOOPED_BACK)) {
      return RouteInput.ofOneself(world, netns, flow);
    }
    return RouteInput.route(world, netns, flow, RouteInput.Asker.IP);
  }

  private static Flow flow(Netns netns, Skb skb) {
    Flow flow = Flow.to(skb.packet.dst().bits());
    flow.src = skb.packet.src().bits();
    flow.iif = skb.dev;
    flow.tos = skb.packet.tos() & 0xfc;
    flow.mark = skb.mark;
    flow.dissectFor(netns, skb.packet);
    return flow;
  }

  private static Stage decided(World world, Netns netns, Skb skb, RouteDecision decision) {
    skb.route = decision;
    if (!skb.packet.options().isEmpty()) {
      IpOptions.received(skb);
    }
    skb.outDev = decision.outDev();
    skb.nextHop = decision.gateway().isAny() ? skb.packet.dst() : decision.gateway();
    boolean mine =
        decision.type() != RouteType.UNICAST
            && skb.outDev != Skb.NO_DEVICE
            && (decision.isLocal() || !isForwardedBroadcast(netns, decision));
    if (world.tracing()) {
      RouteTrace.decided(
          world,
          netns,
          skb,
          flow(netns, skb),
          decision,
          "ip_route_input_slow",
          mine ? "route.local" : "route.forward");
    }
    if (mine) {
      return Stage.LOCAL_DELIVER;
    }
    if (decision.redirect()) {
      skb.flags |= Skb.DO_REDIRECT;
    }
    return Stage.FORWARD;
  }

  /** bc_forwarding: a broadcast of another link, which leaves by that link. */
  private static boolean isForwardedBroadcast(Netns netns, RouteDecision decision) {
    return decision.isBroadcast() && decision.outDev() != netns.loopback;
  }

  private static Stage martian(World world, Skb skb, NetDevice dev, InputRoute.Martian martian) {
    return world.drop(
        skb,
        martian.reason(),
        "ip_route_input_slow",
        martian.why(),
        skb.packet.src(),
        skb.packet.dst(),
        dev.name);
  }

  /** route.c ip_error: silence where this machine does not forward, else an ICMP error. */
  private static Stage error(
      World world, Netns netns, Skb skb, NetDevice dev, InputRoute.NoRoute none) {
    if (!Conf.forwards(dev)) {
      return world.drop(
          skb,
          DropReason.IP_INADDRERRORS,
          "ip_error",
          "route.not-forwarding",
          skb.packet.dst(),
          dev.name);
    }
    int code = code(none.errno());
    if (code < 0) {
      return world.drop(
          skb,
          DropReason.NOT_SPECIFIED,
          "ip_error",
          "route.blackhole",
          skb.packet.dst(),
          none.row());
    }
    if (netns.ip.limits().allowError(skb.packet.src().bits(), world.now())) {
      skb.route = RouteDecision.UNREACHABLE;
      IcmpSend.error(world, skb, Icmp.DEST_UNREACH, code, 0);
    }
    DropReason reason =
        none.errno() == Errno.ENETUNREACH ? DropReason.IP_INNOROUTES : DropReason.NOT_SPECIFIED;
    String why = none.row().isEmpty() ? "route.none" : "route.refuses";
    return world.drop(skb, reason, "ip_error", why, skb.packet.dst(), none.row());
  }

  private static int code(Errno errno) {
    return switch (errno) {
      case EHOSTUNREACH -> Icmp.HOST_UNREACH;
      case ENETUNREACH -> Icmp.NET_UNREACH;
      case EACCES -> Icmp.PKT_FILTERED;
      default -> -1;
    };
  }

  /** {@link Stage#LOCAL_DELIVER}: ip_local_deliver. */
  public static Stage localDeliver(World world, Skb skb) {
    if (!Defragment.isWhole(world, skb, DefragUser.LOCAL_DELIVER)) {
      return Stage.DONE;
    }
    if (world.tracing()) {
      world.trace().passed(skb, "ip_local_deliver", "ip.for-this-host", skb.packet.dst());
    }
    return Hooks.start(world, skb, Hook.INPUT, Stage.TRANSPORT);
  }
}
