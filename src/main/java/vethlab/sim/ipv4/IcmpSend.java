package vethlab.sim.ipv4;

import vethlab.op.Route;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.L3Master;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpError;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.RawTransport;

/**
 * ICMP errors and when not to send them: net/ipv4/icmp.c __icmp_send. Not modelled: the extension
 * objects of RFC 4884.
 */
public final class IcmpSend {
  private static final int MOST_QUOTED = 576;
  private static final int PRECEDENCE_INTERNETCONTROL = 0xc0;

  private IcmpSend() {}

  /**
   * Tells the sender of {@code skb} that something is wrong, where the kernel would.
   *
   * @param info the next-hop MTU (3/4), the gateway (5/x), else 0
   */
  public static void error(World world, Skb skb, int type, int code, int info) {
    Netns netns = world.netns(skb.netns);
    if (!maySend(skb)) {
      return;
    }
    Ipv4 about = skb.packet;
    boolean counted = !IcmpLimits.isFree(netns, type, code);
    NetDevice arrived = world.device(world.hasDevice(skb.dev) ? skb.dev : netns.loopback);
    if (counted && !arrived.isLoopback() && !netns.ip.limits().allowGlobal(netns, world.now())) {
      return;
    }
    int tos = about.tos() & 0x1e | PRECEDENCE_INTERNETCONTROL;
    int mark = netns.sysctls.get(NetSysctl.FWMARK_REFLECT) != 0 ? skb.mark : 0;
    IpSend.Request request =
        new IpSend.Request(
            source(world, netns, skb),
            about.src(),
            L3Master.of(world, arrived),
            tos,
            0,
            IpSend.Discover.DONT,
            mark,
            0,
            about.options());
    if (!(IpSend.route(world, netns, request) instanceof IpSend.Outcome.Ok ok)
        || (counted && !allowed(world, netns, about.src(), ok.route()))) {
      return;
    }
    int room = Math.min(PathMtu.of(world, ok.route()), MOST_QUOTED);
    room -= Ipv4.HEADER_LENGTH + about.options().length() + Icmp.HEADER_LENGTH;
    if (room <= Ipv4.HEADER_LENGTH) {
      return;
    }
    int quoted = Math.min(about.totalLength(), room);
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              new Verdict.Answered("ICMP " + type + "/" + code),
              "icmp_send",
              "icmp.error",
              about.src(),
              type,
              code);
    }
    IpSend.send(
        world, netns, request, new IcmpError(type, code, info, about, quoted), skb.conn.attached());
  }

  /** No answer to groups, to later fragments, to ICMP errors. */
  private static boolean maySend(Skb skb) {
    if (skb.route.isNone()
        || skb.has(Skb.OTHERHOST | Skb.GROUP_ADDRESSED)
        || skb.route.isBroadcast()
        || skb.route.isMulticast()
        || skb.packet.fragmentOffset() != 0) {
      return false;
    }
    return !switch (skb.packet.transport()) {
      case IcmpEcho echo -> false;
      case Icmp icmp -> isErrorOrUnknown(icmp.type());
      case RawTransport raw ->
          raw.protocol() == vethlab.wire.Protocol.ICMP
              && raw.data().length() > 0
              && isErrorOrUnknown(raw.data().at(0));
      default -> false;
    };
  }

  private static boolean isErrorOrUnknown(int type) {
    return Icmp.isError(type) || type > 18 || type == 1 || type == 2 || type == 6 || type == 7;
  }

  /** The address the packet was for where it was ours; else the one of the way back. */
  private static Ip4 source(World world, Netns netns, Skb skb) {
    if (skb.route.isLocal()
        || (skb.has(Skb.LOCALLY_MADE) && world.device(skb.outDev).isLoopback())) {
      return skb.packet.dst();
    }
    if (!skb.has(Skb.LOCALLY_MADE)
        && netns.sysctls.get(NetSysctl.ICMP_ERRORS_USE_INBOUND_IFADDR) != 0
        && world.hasDevice(skb.inDev)) {
      return AddressChoice.select(
          world, netns, world.device(skb.inDev), skb.packet.src(), Route.SCOPE_LINK);
    }
    return Ip4.ANY;
  }

  /** icmpv4_xrlim_allow: to oneself as many as one likes. */
  static boolean allowed(World world, Netns netns, Ip4 to, RouteDecision route) {
    IcmpLimits limits = netns.ip.limits();
    if (world.device(route.outDev()).isLoopback()) {
      return true;
    }
    if (!limits.allowPeer(netns, to.bits(), world.now())) {
      return false;
    }
    limits.consumeGlobal();
    return true;
  }
}
