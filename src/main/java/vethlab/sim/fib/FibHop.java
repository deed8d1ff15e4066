package vethlab.sim.fib;

import vethlab.op.Route.NextHop;
import vethlab.wire.Ip4;

/**
 * One next hop of a route, an immutable value: struct fib_nh.
 *
 * @param id unique in its namespace; what was learned about the path hangs on it
 * @param dev NetDevice id, 0 where the route's type has none
 * @param gateway {@link Ip4#ANY} when destinations are on the link
 * @param scope of the way to the gateway: link; host when there is none; nowhere for local
 *     addresses
 * @param flags {@link NextHop#DEAD}, {@link NextHop#ONLINK}, {@link NextHop#LINKDOWN}
 */
public record FibHop(int id, int dev, Ip4 gateway, int scope, int weight, int flags) {
  boolean isDead() {
    return (flags & NextHop.DEAD) != 0;
  }

  boolean isLinkDown() {
    return (flags & NextHop.LINKDOWN) != 0;
  }

  FibHop withFlags(int flags) {
    return new FibHop(id, dev, gateway, scope, weight, flags);
  }

  /** nh_comp: the same way, whatever its state. */
  boolean sameAs(FibHop other) {
    int state = NextHop.DEAD | NextHop.LINKDOWN;
    return dev == other.dev
        && gateway.equals(other.gateway)
        && scope == other.scope
        && weight == other.weight
        && (flags & ~state) == (other.flags & ~state);
  }
}
