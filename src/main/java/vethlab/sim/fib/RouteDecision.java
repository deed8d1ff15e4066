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
 * @param by the row that decided, {@link FibResult.Failed#NOBODY} where none did
 * @param hopLimit the TTL of packets made here, 0 for the default
 * @param advmss what TCP announces as its MSS, 0 to derive it from the MTU
 * @param redirect the sender could have asked the gateway itself (IPSKB_DOREDIRECT)
 */
public record RouteDecision(
    RouteType type,
    int outDev,
    Ip4 gateway,
    Ip4 source,
    int mtu,
    boolean mtuLocked,
    int scope,
    int table,
    FibRoute by,
    int hopLimit,
    int advmss,
    boolean redirect)
    implements InputRoute {
  public static final RouteDecision NONE =
      new RouteDecision(
          RouteType.UNREACHABLE,
          0,
          Ip4.ANY,
          Ip4.ANY,
          0,
          false,
          0,
          0,
          FibResult.Failed.NOBODY,
          0,
          0,
          false);

  /** Stands for the route of a packet that has none and whose sender may be told so. */
  public static final RouteDecision UNREACHABLE =
      new RouteDecision(
          RouteType.UNREACHABLE,
          0,
          Ip4.ANY,
          Ip4.ANY,
          0,
          false,
          255,
          0,
          FibResult.Failed.NOBODY,
          0,
          0,
          false);

  /** Goes to this machine, or to everyone on the link including it. */
  public boolean isLocal() {
    return type == RouteType.LOCAL;
  }

  public boolean isBroadcast() {
    return type == RouteType.BROADCAST;
  }

  public boolean isMulticast() {
    return type == RouteType.MULTICAST;
  }

  RouteDecision withSource(Ip4 source) {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss,
        redirect);
  }

  RouteDecision withOutDev(int outDev) {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss,
        redirect);
  }

  RouteDecision withType(RouteType type) {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss,
        redirect);
  }

  RouteDecision withGateway(Ip4 gateway) {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss,
        redirect);
  }

  RouteDecision withMtu(int mtu, boolean mtuLocked) {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss,
        redirect);
  }

  RouteDecision withRedirect() {
    return new RouteDecision(
        type, outDev, gateway, source, mtu, mtuLocked, scope, table, by, hopLimit, advmss, true);
  }

  public boolean isNone() {
    return this == NONE;
  }
}
