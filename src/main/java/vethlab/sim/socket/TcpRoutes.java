package vethlab.sim.socket;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.neigh.NeighOutput;
import vethlab.wire.Ip4;

/** What a connection takes from its route: the size of its segments. tcp_output.c tcp_sync_mss. */
final class TcpRoutes {
  private static final int HEADERS = 40;
  private static final int TIMESTAMPS = 12;
  private static final int LEAST_MSS = 48;
  private static final int MOST_MTU = 65535;

  private TcpRoutes() {}

  static IpSend.Request request(TcpSocket s) {
    return new IpSend.Request(
        s.local, s.peer, s.boundDev, s.tos, s.ttl, IpSend.Discover.WANT, s.mark, s.id);
  }

  /** The MTU of the path as far as it is known. */
  static int mtu(World world, RouteDecision route) {
    return PathMtu.of(world, route);
  }

  /** Whom ARP is asked for. */
  static Ip4 nextHop(RouteDecision route, Ip4 peer) {
    return route.gateway().isAny() ? peer : route.gateway();
  }

  /** What was sent last still waits for ARP here: it is not sent again. */
  static boolean isStillQueued(World world, TcpSocket s) {
    if (!world.hasNetns(s.netns)) {
      return false;
    }
    Netns netns = world.netns(s.netns);
    return IpSend.route(world, netns, request(s)) instanceof IpSend.Outcome.Ok ok
        && NeighOutput.holds(netns, ok.route().outDev(), nextHop(ok.route(), s.peer), s.id);
  }

  /** ipv4_default_advmss: what the other side may send, from the device, not from the path. */
  static int advertisedMss(World world, RouteDecision route) {
    return Math.max(256, Math.min(MOST_MTU, world.device(route.outDev()).mtu) - HEADERS);
  }

  /** tcp_sync_mss: what this side may send in a segment. */
  static void syncMss(TcpSocket s, int mtu) {
    int most = Math.max(LEAST_MSS, Math.min(mtu - HEADERS, s.peerMss));
    most -= s.timestamps ? TIMESTAMPS : 0;
    if (s.maxWindow > 0) {
      int half = s.maxWindow > 536 ? s.maxWindow / 2 : s.maxWindow;
      most = Math.min(most, Math.max(half, 68 - (s.timestamps ? 32 : 20)));
    }
    s.mss = Math.max(most, LEAST_MSS - TIMESTAMPS);
  }

  /** As {@link #syncMss(TcpSocket, int)} with the route of this moment. */
  static void syncMss(World world, Netns netns, TcpSocket s) {
    if (IpSend.route(world, netns, request(s)) instanceof IpSend.Outcome.Ok ok) {
      syncMss(s, mtu(world, ok.route()));
    }
  }
}
