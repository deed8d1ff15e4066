package vethlab.sim.ipv4;

import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.Flow;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.fib.RouteDecision;
import vethlab.sim.fib.RouteOutput;
import vethlab.sim.fib.RouteTrace;
import vethlab.sim.netfilter.ConnRef;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;

/**
 * What sockets and ICMP send: route.c ip_route_output_key, ip_output.c ip_append_data,
 * __ip_make_skb, ip_queue_xmit.
 */
public final class IpSend {
  private static final int MAX_LENGTH = 0xffff;

  private IpSend() {}

  /** IP_MTU_DISCOVER of a socket. */
  public enum Discover {
    /** Never set DF. */
    DONT,
    /** Set DF while the packet fits the path's known MTU, else fragment: the default. */
    WANT,
    /** Always set DF; too big is EMSGSIZE. */
    DO,
    /** Always set DF, ignore the learned path MTU. */
    PROBE
  }

  /**
   * How a datagram shall travel.
   *
   * @param src {@link Ip4#ANY}: the kernel chooses
   * @param outDev bound device (NetDevice id), 0 for none
   * @param ttl 0: the default
   * @param socket id of the socket that hears of errors ({@code skb.socket}), 0 for none
   * @param options of the header, as {@link Ipv4#options}
   */
  public record Request(
      Ip4 src,
      Ip4 dst,
      int outDev,
      int tos,
      int ttl,
      Discover discover,
      int mark,
      int socket,
      Bytes options) {

    /** Without options. */
    public Request(
        Ip4 src, Ip4 dst, int outDev, int tos, int ttl, Discover discover, int mark, int socket) {
      this(src, dst, outDev, tos, ttl, discover, mark, socket, Bytes.EMPTY);
    }

    public Request withOptions(Bytes options) {
      return new Request(src, dst, outDev, tos, ttl, discover, mark, socket, options);
    }

    public static Request to(Ip4 dst) {
      return new Request(Ip4.ANY, dst, 0, 0, 0, Discover.WANT, 0, 0);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * @param src the source address that was used or would be
     */
    record Ok(RouteDecision route, Ip4 src) implements Outcome {}

    /**
     * @param mtu with EMSGSIZE: what would have fitted; else 0
     */
    record Failed(Errno errno, int mtu) implements Outcome {
      public Failed(Errno errno) {
        this(errno, 0);
      }
    }
  }

  /** Routes without sending: connect(), source selection. */
  public static Outcome route(World world, Netns netns, Request request) {
    return outcome(RouteOutput.route(world, netns, flow(request)));
  }

  private static Outcome outcome(RouteOutput.Answer answer) {
    return switch (answer) {
      case RouteOutput.Answer.Failed failed -> new Outcome.Failed(failed.errno());
      case RouteOutput.Answer.Ok ok -> new Outcome.Ok(ok.route(), ok.route().source());
    };
  }

  private static Flow flow(Request request) {
    Flow flow = Flow.to(request.dst().bits());
    flow.src = request.src().bits();
    flow.oif = request.outDev();
    flow.tos = request.tos() & 0xfc;
    flow.mark = request.mark();
    return flow;
  }

  /** Routes and pushes the packet at {@link Stage#LOCAL_OUT}. */
  public static Outcome send(World world, Netns netns, Request request, Transport what) {
    return send(world, netns, request, what, ConnRef.NONE);
  }

  /**
   * @param conn the connection that the packet is known to belong to (nf_ct_attach), NONE if it is
   *     to be looked up
   */
  static Outcome send(World world, Netns netns, Request request, Transport what, ConnRef conn) {
    Flow flow = flow(request);
    flow.dissectFor(netns, what);
    return switch (RouteOutput.route(world, netns, flow)) {
      case RouteOutput.Answer.Failed failed -> new Outcome.Failed(failed.errno());
      case RouteOutput.Answer.Ok ok -> send(world, netns, request, what, conn, flow, ok.route());
    };
  }

  private static Outcome send(
      World world,
      Netns netns,
      Request request,
      Transport what,
      ConnRef conn,
      Flow flow,
      RouteDecision route) {
    int mtu =
        request.discover() == Discover.PROBE
            ? world.device(route.outDev()).mtu
            : PathMtu.of(world, route);
    int piece = what instanceof Tcp tcp ? tcp.largestPiece() : what.length();
    int length = Ipv4.HEADER_LENGTH + request.options().length() + piece;
    boolean mayCut = request.discover() == Discover.DONT || request.discover() == Discover.WANT;
    if (length > (mayCut ? MAX_LENGTH : mtu)) {
      return new Outcome.Failed(Errno.EMSGSIZE, mayCut ? MAX_LENGTH : mtu);
    }
    boolean df =
        !mayCut
            || (request.discover() == Discover.WANT
                && length <= mtu
                && !route.mtuLocked()
                && netns.sysctls.get(NetSysctl.IP_NO_PMTU_DISC) == 0);
    Ip4 dst = new Ip4(flow.dst);
    Skb skb = world.newSkb(Stage.LOCAL_OUT, netns.id);
    skb.packet =
        new Ipv4(
            request.tos(),
            ident(netns, df, what),
            df ? Ipv4.DF : 0,
            0,
            ttl(netns, request, dst, route),
            route.source(),
            dst.equals(request.dst()) ? request.dst() : dst,
            IpOptions.sent(request.options(), route.source()),
            what);
    skb.mark = request.mark();
    skb.socket = request.socket();
    skb.conn = conn;
    skb.flags = Skb.LOCALLY_MADE | (mayCut ? Skb.IGNORE_DF : 0);
    IpOutput.take(skb, route);
    if (world.tracing()) {
      RouteTrace.decided(
          world,
          netns,
          skb,
          flow,
          route,
          "ip_route_output_key_hash_rcu",
          route.isLocal() ? "route.to-oneself" : "route.output");
    }
    world.push(skb);
    return new Outcome.Ok(route, route.source());
  }

  /** ip_select_ident: a packet that nobody may cut needs no id; TCP counts all the same. */
  private static int ident(Netns netns, boolean df, Transport what) {
    return df && !(what instanceof Tcp) ? 0 : netns.ip.nextIdent();
  }

  private static int ttl(Netns netns, Request request, Ip4 dst, RouteDecision route) {
    if (request.ttl() != 0) {
      return request.ttl();
    }
    if (dst.isMulticast()) {
      return 1;
    }
    return route.hopLimit() != 0 ? route.hopLimit() : netns.sysctls.get(NetSysctl.IP_DEFAULT_TTL);
  }
}
