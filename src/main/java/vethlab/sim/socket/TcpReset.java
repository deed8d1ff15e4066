package vethlab.sim.socket;

import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.L3Master;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Bytes;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;

/**
 * Answers that need no connection: net/ipv4/tcp_ipv4.c tcp_v4_send_reset and tcp_v4_send_ack. A
 * reset is never answered by a reset.
 */
final class TcpReset {
  private TcpReset() {}

  static void answer(World world, Skb skb, Tcp tcp) {
    Ipv4 packet = skb.packet;
    if (tcp.isRst() || packet.dst().isMulticast() || skb.has(Skb.GROUP_ADDRESSED)) {
      return;
    }
    Tcp reset =
        tcp.isAck()
            ? new Tcp(
                tcp.dport(), tcp.sport(), tcp.ack(), 0, Tcp.RST, 0, TcpOptions.NONE, Bytes.EMPTY)
            : new Tcp(
                tcp.dport(),
                tcp.sport(),
                0,
                tcp.seq() + tcp.segmentLength(),
                Tcp.RST | Tcp.ACK,
                0,
                TcpOptions.NONE,
                Bytes.EMPTY);
    send(world, skb, reset);
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              new Verdict.Answered("TCP reset"),
              "tcp_v4_send_reset",
              "tcp.reset-sent",
              tcp.dport());
    }
  }

  /** ip_send_unicast_reply: what has come in by a VRF goes back by it. */
  private static void send(World world, Skb skb, Tcp tcp) {
    Ipv4 packet = skb.packet;
    int vrf = L3Master.of(world, world.device(skb.inDev));
    IpSend.Request request =
        new IpSend.Request(packet.dst(), packet.src(), vrf, 0, 0, IpSend.Discover.DO, 0, 0);
    IpSend.send(world, world.netns(skb.netns), request, tcp);
  }
}
