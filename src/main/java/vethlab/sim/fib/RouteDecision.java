package vethlab.sim.fib;

import vethlab.op.Route.RouteType;
import vethlab.wire.Ip4;

/**
 * What a route lookup decided, an immutable value (struct rtable and fib_result).
 *
 * @param type LOCAL, UNICAST, BROADCAST, …; the error types make the lookup fail
 * @param outDev the device to leave by (NetDevice id), loopback for local destinations
 * @param gateway the next hop, {@link Ip4#ANY} when the destination is on the link
 * @param source the preferred source address for packets made here
 * @param mtu the path's MTU where a route or a learned exception sets one, else 0
 * @param scope RT_SCOPE_ of the route
 * @param table the table that decided
 * @param row the route's text for traces, empty when nobody watches
 */
public record RouteDecision(
    RouteType type, int outDev, Ip4 gateway, Ip4 source, int mtu, boolean mtuLocked, int scope,
    int table, String row) {
  public static final RouteDecision NONE =
      new RouteDecision(RouteType.UNREACHABLE, 0, Ip4.ANY, Ip4.ANY, 0, false, 0, 0, "");

  public boolean isNone() {
    return this == NONE;
  }
}
