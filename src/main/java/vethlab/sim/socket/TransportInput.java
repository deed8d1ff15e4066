package vethlab.sim.socket;

import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.ipv4.IcmpInput;
import vethlab.sim.ipv4.IcmpSend;
import vethlab.sim.ipv4.IpOutput;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Icmp;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/**
 * A packet for this machine finds its protocol and its socket: ip_input.c ip_protocol_deliver_rcu.
 * Raw sockets get a copy first.
 */
public final class TransportInput {
  private TransportInput() {}

  /** {@link Stage#TRANSPORT}. */
  public static Stage deliver(World world, Skb skb) {
    boolean raw = !world.netns(skb.netns).sockets.isEmpty() && deliverRaw(world, skb);
    return switch (skb.packet.transport()) {
      case Icmp icmp -> IcmpInput.receive(world, skb, icmp);
      case Udp udp -> UdpInput.receive(world, skb, udp);
      case Tcp tcp -> TcpInput.receive(world, skb, tcp);
      case RawTransport other -> {
        if (raw) {
          yield Stage.DONE;
        }
        IcmpSend.error(world, skb, 3, 2, 0);
        yield world.drop(
            skb,
            DropReason.UNHANDLED_PROTO,
            "ip_protocol_deliver_rcu",
            "socket.no-protocol",
            other.protocol());
      }
    };
  }

  private static boolean deliverRaw(World world, Skb skb) {
    boolean delivered = false;
    Netns netns = world.netns(skb.netns);
    for (int id : netns.sockets.raws(skb.packet.protocol())) {
      RawSocket each = (RawSocket) netns.sockets.get(id);
      if ((each.local.isAny() || each.local.equals(skb.packet.dst()))
          && (each.peer.isAny() || each.peer.equals(skb.packet.src()))) {
        each.add(world, new Received(skb.packet, world.now(), skb.inDev));
        delivered = true;
      }
    }
    return delivered;
  }

  /**
   * The send of a packet was refused after the socket let go of it: netfilter, a full link. TCP
   * does not mind: it sends again.
   */
  public static void refused(World world, Skb skb, Errno errno) {
    IpOutput.refused(world, skb);
    if (skb.socket != 0) {
      Sockets.find(world, skb.netns, skb.socket)
          .filter(s -> !(s instanceof TcpSocket))
          .ifPresent(s -> s.refuse(world, errno));
    }
  }
}
