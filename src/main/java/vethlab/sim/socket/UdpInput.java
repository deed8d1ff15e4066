package vethlab.sim.socket;

import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.ipv4.IcmpSend;
import vethlab.sim.netdev.VxlanReceive;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Ipv4;
import vethlab.wire.Udp;

/** A datagram finds its socket: net/ipv4/udp.c __udp4_lib_rcv, compute_score. */
final class UdpInput {
  private UdpInput() {}

  static Stage receive(World world, Skb skb, Udp udp) {
    Netns netns = world.netns(skb.netns);
    if (netns.vxlans.length > 0 && VxlanReceive.isFor(world, skb, udp)) {
      return VxlanReceive.receive(world, skb, udp);
    }
    boolean group = skb.packet.dst().isMulticast() || skb.packet.dst().isLimitedBroadcast();
    UdpSocket best = null;
    int bestScore = -1;
    if (!netns.sockets.isEmpty()) {
      for (int id : netns.sockets.udp(udp.dport())) {
        UdpSocket each = (UdpSocket) netns.sockets.get(id);
        int score = score(world, each, skb, udp);
        if (score >= 0 && group) {
          each.add(world, new Received(skb.packet, world.now(), skb.inDev));
        }
        if (score > bestScore) {
          best = each;
          bestScore = score;
        }
      }
    }
    if (best == null) {
      IcmpSend.error(world, skb, 3, 3, 0);
      return world.drop(skb, DropReason.NO_SOCKET, "__udp4_lib_rcv", "udp.no-socket", udp.dport());
    }
    if (!group) {
      best.add(world, new Received(skb.packet, world.now(), skb.inDev));
    }
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.CONSUMED,
              "udp_queue_rcv_skb",
              "udp.delivered",
              best.localPort,
              best.process);
    }
    return Stage.DONE;
  }

  /** -1 when it does not match; a closer match scores higher. */
  private static int score(World world, UdpSocket socket, Skb skb, Udp udp) {
    Ipv4 packet = skb.packet;
    int score = 0;
    if (!socket.local.isAny()) {
      if (!socket.local.equals(packet.dst())) {
        return -1;
      }
      score += 4;
    }
    if (socket.isConnected()) {
      if (!socket.peer.equals(packet.src()) || socket.peerPort != udp.sport()) {
        return -1;
      }
      score += 8;
    }
    if (!socket.hears(world, skb)) {
      return -1;
    }
    score += socket.boundDev == Skb.NO_DEVICE ? 0 : 4;
    return score;
  }
}
