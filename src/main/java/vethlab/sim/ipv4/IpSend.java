package vethlab.sim.ipv4;

import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.fib.RouteDecision;
import vethlab.wire.Ip4;
import vethlab.wire.Transport;

/**
 * What sockets and ICMP send: route.c ip_route_output_key, ip_output.c ip_append_data, ip_queue_xmit.
 * Under construction.
 */
public final class IpSend {
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
   */
  public record Request(
      Ip4 src, Ip4 dst, int outDev, int tos, int ttl, Discover discover, int mark, int socket) {
    public static Request to(Ip4 dst) {
      return new Request(Ip4.ANY, dst, 0, 0, 0, Discover.WANT, 0, 0);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** @param src the source address that was used or would be */
    record Ok(RouteDecision route, Ip4 src) implements Outcome {}

    record Failed(Errno errno) implements Outcome {}
  }

  /** Routes without sending: connect(), source selection. */
  public static Outcome route(World world, Netns netns, Request request) {
    return new Outcome.Failed(Errno.ENETUNREACH);
  }

  /** Routes and pushes the packet at {@link vethlab.sim.Stage#LOCAL_OUT}. */
  public static Outcome send(World world, Netns netns, Request request, Transport what) {
    return new Outcome.Failed(Errno.ENETUNREACH);
  }
}
