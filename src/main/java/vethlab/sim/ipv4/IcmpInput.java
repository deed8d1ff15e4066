package vethlab.sim.ipv4;

import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.L3Master;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteOutput;
import vethlab.sim.neigh.NeighOutput;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.IcmpToSocket;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpError;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Protocol;

/**
 * ICMP messages for this machine: net/ipv4/icmp.c icmp_rcv, icmp_echo, icmp_unreach, icmp_redirect.
 * Not modelled: timestamps, PROBE.
 */
public final class IcmpInput {
  private IcmpInput() {}

  public static Stage receive(World world, Skb skb, Icmp icmp) {
    Netns netns = world.netns(skb.netns);
    boolean group = skb.route.isBroadcast() || skb.route.isMulticast();
    if (group && !(icmp instanceof IcmpEcho echo && echo.request())) {
      return world.drop(skb, DropReason.INVALID_PROTO, "icmp_rcv", "icmp.group");
    }
    return switch (icmp) {
      case IcmpEcho echo when echo.request() -> echo(world, netns, skb, echo);
      case IcmpEcho reply -> reply(world, skb, reply);
      case IcmpError error -> error(world, netns, skb, error);
      case IcmpOther other ->
          world.drop(skb, DropReason.UNHANDLED_PROTO, "icmp_rcv", "icmp.unknown", other.type());
    };
  }

  /** icmp_echo, icmp_reply. */
  private static Stage echo(World world, Netns netns, Skb skb, IcmpEcho echo) {
    boolean group = skb.route.isBroadcast() || skb.route.isMulticast();
    if (netns.sysctls.get(NetSysctl.ICMP_ECHO_IGNORE_ALL) != 0) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "icmp_echo", "icmp.ignore-all");
    }
    if (group && netns.sysctls.get(NetSysctl.ICMP_ECHO_IGNORE_BROADCASTS) != 0) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "icmp_rcv", "icmp.ignore-broadcasts");
    }
    Ipv4 packet = skb.packet;
    Ip4 source = group ? ownAddress(world, netns, skb) : packet.dst();
    int mark = netns.sysctls.get(NetSysctl.FWMARK_REFLECT) != 0 ? skb.mark : 0;
    IpSend.Request request =
        new IpSend.Request(
            source,
            packet.src(),
            L3Master.of(world, world.device(skb.dev)),
            packet.tos(),
            0,
            IpSend.Discover.DONT,
            mark,
            0,
            packet.options());
    IpSend.Outcome outcome = IpSend.send(world, netns, request, echo.reply());
    if (world.tracing()) {
      if (outcome instanceof IpSend.Outcome.Failed) {
        world
            .trace()
            .dropped(
                skb, DropReason.IP_OUTNOROUTES, "icmp_reply", "icmp.no-way-back", packet.src());
      } else {
        world
            .trace()
            .verdict(
                skb,
                new Verdict.Answered("echo reply"),
                "icmp_echo",
                "icmp.echo-answered",
                packet.src());
      }
    }
    return Stage.DONE;
  }

  /** fib_compute_spec_dst: who answers for a group. */
  private static Ip4 ownAddress(World world, Netns netns, Skb skb) {
    NetDevice dev = world.device(skb.inDev);
    Flow back = Flow.to(skb.packet.src().bits());
    back.oif = L3Master.of(world, dev);
    return RouteOutput.route(world, netns, back) instanceof RouteOutput.Answer.Ok
        ? new Ip4(back.src)
        : AddressChoice.select(world, netns, dev, skb.packet.src(), Route.SCOPE_GLOBAL);
  }

  private static Stage reply(World world, Skb skb, IcmpEcho reply) {
    if (!IcmpToSocket.reply(world, skb, reply)) {
      return world.drop(skb, DropReason.NO_SOCKET, "ping_rcv", "icmp.nobody-waits", reply.id());
    }
    if (world.tracing()) {
      world.trace().verdict(skb, Verdict.CONSUMED, "ping_rcv", "icmp.reply-delivered", reply.id());
    }
    return Stage.DONE;
  }

  private static Stage error(World world, Netns netns, Skb skb, IcmpError error) {
    boolean tooLarge = error.type() == Icmp.DEST_UNREACH && error.code() == Icmp.FRAG_NEEDED;
    return tooLarge && !believes(netns, error)
        ? world.drop(skb, DropReason.NOT_SPECIFIED, "icmp_unreach", "icmp.pmtu-ignored")
        : heard(world, netns, skb, tooLarge ? withKnownMtu(netns, error) : error);
  }

  /** ip_no_pmtu_disc 2 hears no frag-needed at all, 3 only what TCP can check. */
  private static boolean believes(Netns netns, IcmpError error) {
    return switch (netns.sysctls.get(NetSysctl.IP_NO_PMTU_DISC)) {
      case 2 -> false;
      case 3 -> error.original().protocol() == Protocol.TCP;
      default -> true;
    };
  }

  /** With ip_no_pmtu_disc 1 the MTU that a frag-needed names is not looked at. */
  private static IcmpError withKnownMtu(Netns netns, IcmpError error) {
    return switch (netns.sysctls.get(NetSysctl.IP_NO_PMTU_DISC)) {
      case 0, 3 -> error;
      default -> new IcmpError(error.type(), error.code(), 0, error.original(), error.quoted());
    };
  }

  private static Stage heard(World world, Netns netns, Skb skb, IcmpError error) {
    boolean told = IcmpToSocket.error(world, skb, error);
    boolean ours =
        told || (error.original().transport() instanceof IcmpEcho echo && !echo.request());
    if (error.type() == Icmp.DEST_UNREACH && error.code() == Icmp.FRAG_NEEDED && ours) {
      PathMtu.learn(world, netns, flow(error), error.mtu());
    } else if (error.type() == Icmp.REDIRECT) {
      redirect(world, netns, skb, error);
    }
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.CONSUMED,
              "icmp_socket_deliver",
              told ? "icmp.error-delivered" : "icmp.error-ignored",
              error.type(),
              error.code());
    }
    return Stage.DONE;
  }

  private static Flow flow(IcmpError error) {
    Flow flow = Flow.to(error.original().dst().bits());
    flow.tos = error.original().tos() & 0xfc;
    return flow;
  }

  /** __ip_do_redirect: only from the gateway in use, and only to a neighbour that answers. */
  private static void redirect(World world, Netns netns, Skb skb, IcmpError error) {
    Ip4 better = error.gateway();
    Ip4 old = skb.packet.src();
    NetDevice dev = world.device(skb.inDev);
    boolean fromGateway =
        RouteOutput.route(world, netns, flow(error)) instanceof RouteOutput.Answer.Ok ok
            && ok.route().gateway().equals(old)
            && ok.route().outDev() == dev.id;
    boolean sane =
        error.code() <= 3
            && !better.equals(old)
            && !better.isMulticast()
            && !better.isLimitedBroadcast()
            && !better.isAny();
    if (!fromGateway || !sane || !Conf.acceptsRedirects(netns, dev)) {
      return;
    }
    if (!Conf.or(netns, dev, Ipv4Conf.SHARED_MEDIA)) {
      if (!AddressChoice.isOnLink(dev, better, old)) {
        return;
      }
    } else if (AddressType.of(world, netns, better.bits()) != RouteType.UNICAST) {
      return;
    }
    if (NeighOutput.isKnown(world, netns, dev, better)) {
      PathMtu.redirect(world, netns, flow(error), better);
    }
  }
}
