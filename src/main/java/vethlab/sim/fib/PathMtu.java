package vethlab.sim.fib;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Ip4;

/**
 * What ICMP teaches about paths: route.c __ip_rt_update_pmtu, and the routes that redirects make.
 */
public final class PathMtu {
  private static final long SECOND = 1_000_000_000L;
  private static final long REDIRECT_SECONDS = 300;

  private PathMtu() {}

  /**
   * "Fragmentation needed" said that the path to {@code flow.dst} takes no more than {@code mtu}.
   */
  public static void learn(World world, Netns netns, Flow flow, int mtu) {
    if (!(RouteOutput.route(world, netns, flow) instanceof RouteOutput.Answer.Ok ok)
        || ok.route().mtuLocked()) {
      return;
    }
    int old = of(world, ok.route());
    if (old < mtu) {
      return;
    }
    int least = netns.sysctls.get(NetSysctl.ROUTE_MIN_PMTU);
    boolean locked = mtu < least;
    int learned = locked ? Math.min(old, least) : mtu;
    FibResult.Found found = way(world, netns, flow);
    if (found != NO_WAY) {
      long expires = world.now() + netns.sysctls.get(NetSysctl.ROUTE_MTU_EXPIRES) * SECOND;
      Exceptions.Learned before = netns.fib.exceptions().find(found.hop(), flow.dst);
      netns
          .fib
          .exceptions()
          .put(
              new Exceptions.Learned(
                  found.hop().id(),
                  new Ip4(flow.dst),
                  before.gateway(),
                  learned,
                  locked,
                  expires,
                  found.hop().dev()));
    }
  }

  /** A router said that {@code gateway} is the better way to {@code flow.dst}. */
  public static void redirect(World world, Netns netns, Flow flow, Ip4 gateway) {
    FibResult.Found found = way(world, netns, flow);
    if (found != NO_WAY) {
      Exceptions.Learned before = netns.fib.exceptions().find(found.hop(), flow.dst);
      netns
          .fib
          .exceptions()
          .put(
              new Exceptions.Learned(
                  found.hop().id(),
                  new Ip4(flow.dst),
                  gateway,
                  before.mtu(),
                  before.mtuLocked(),
                  world.now() + REDIRECT_SECONDS * SECOND,
                  found.hop().dev()));
    }
  }

  /** ipv4_mtu: what the path takes as far as this machine knows. */
  public static int of(World world, RouteDecision route) {
    int mtu = route.mtu() != 0 ? route.mtu() : world.device(route.outDev()).mtu;
    return Math.min(mtu, 0xfff0);
  }

  /** {@code ip route flush cache}. */
  public static void flush(Netns netns) {
    netns.fib.exceptions().clear();
  }

  public static void linkMtuChanged(Netns netns, int dev, int old, int now) {
    netns.fib.exceptions().linkMtuChanged(dev, old, now);
  }

  private static final FibResult.Found NO_WAY =
      new FibResult.Found(
          FibResult.Failed.NO_ROUTE.by(), new FibHop(0, 0, Ip4.ANY, 0, 0, 0), RouteDecision.NONE);

  private static FibResult.Found way(World world, Netns netns, Flow flow) {
    if (!(Lookup.lookup(world, netns, flow) instanceof FibResult.Found found)) {
      return NO_WAY;
    }
    return DefaultRoutes.choose(
        world, netns, Multipath.choose(world, netns, found, flow, Lookup.LinkState.HEEDED), flow);
  }
}
