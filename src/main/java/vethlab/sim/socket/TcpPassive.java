package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.List;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;

/**
 * The side that is called: net/ipv4/tcp_input.c tcp_conn_request, tcp_minisocks.c tcp_check_req.
 * Not modelled: SYN cookies, Fast Open, deferred accept.
 */
final class TcpPassive {
  private TcpPassive() {}

  /** A segment for a port that is listened on, of no connection. */
  static void toListener(World world, TcpListener listener, Skb skb, Tcp tcp) {
    if (tcp.isRst()) {
      drop(world, skb, DropReason.TCP_RESET, "tcp.reset-to-listener");
    } else if (tcp.isAck()) {
      TcpReset.answer(world, skb, tcp);
      drop(world, skb, DropReason.TCP_FLAGS, "tcp.ack-to-listener", listener.localPort);
    } else if (!tcp.isSyn() || tcp.isFin() || skb.has(Skb.GROUP_ADDRESSED)) {
      drop(world, skb, DropReason.TCP_FLAGS, "tcp.no-syn");
    } else if (listener.isFull()) {
      drop(
          world,
          skb,
          DropReason.NOT_SPECIFIED,
          "tcp.queue-full",
          listener.localPort,
          listener.backlog);
    } else {
      request(world, listener, skb, tcp);
    }
  }

  private static void request(World world, TcpListener listener, Skb skb, Tcp tcp) {
    Netns netns = world.netns(listener.netns);
    TcpSocket s = new TcpSocket(world.nextSocket(), listener.netns, listener.task, listener.token);
    s.listener = listener.id;
    s.reuse = true;
    s.process = listener.process;
    s.pid = listener.pid;
    s.boundDev = listener.boundDev;
    s.ttl = listener.ttl;
    Ipv4 packet = skb.packet;
    s.local = packet.dst();
    s.localPort = tcp.dport();
    s.peer = packet.src();
    s.peerPort = tcp.sport();
    if (!(IpSend.route(world, netns, TcpRoutes.request(s)) instanceof IpSend.Outcome.Ok ok)) {
      drop(world, skb, DropReason.IP_OUTNOROUTES, "tcp.no-way-back", s.peer);
      return;
    }
    TcpCalls.wish(netns, s);
    agree(s, tcp.options());
    s.advertisedMss = TcpRoutes.advertisedMss(world, ok.route());
    TcpRoutes.syncMss(s, TcpRoutes.mtu(world, ok.route()));
    TcpOutput.offerWindow(s, s.advertisedMss - (s.timestamps ? 12 : 0));
    s.rcvNxt = tcp.seq() + 1;
    s.rcvWup = s.rcvNxt;
    s.sndWl1 = tcp.seq();
    s.sndWnd = tcp.window();
    s.state = TcpState.SYN_RECV;
    TcpCalls.begin(world, s);
    netns.sockets.add(s);
    netns.sockets.bound(s);
    listener.halfOpen++;
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.CONSUMED,
              "tcp_conn_request",
              "tcp.request",
              listener.localPort,
              listener.process);
    }
    TcpOutput.sendSyn(world, s, Tcp.SYN | Tcp.ACK);
    TcpTimers.awaitHandshake(world, s);
  }

  /** Only what both ends want is used; what was wished before is in the socket. */
  static void agree(TcpSocket s, TcpOptions theirs) {
    s.peerMss = theirs.hasMss() ? theirs.mss() : 536;
    s.timestamps &= theirs.hasTimestamps();
    s.sack &= theirs.sackPermitted();
    s.scaling &= theirs.hasWindowScale();
    s.sndScale = s.scaling ? Math.min(14, theirs.windowScale()) : 0;
    s.tsRecent = s.timestamps ? theirs.tsVal() : 0;
  }

  /** A segment for a connection that waits for the handshake's last one. */
  static void check(World world, TcpSocket s, Skb skb, Tcp tcp) {
    boolean inWindow = TcpSeq.between(tcp.seq(), s.rcvNxt, s.rcvNxt + s.rcvWnd);
    if (tcp.isSyn() && !tcp.isAck() && !tcp.isRst() && tcp.seq() == s.rcvNxt - 1) {
      TcpOutput.sendSyn(world, s, Tcp.SYN | Tcp.ACK);
      TcpTimers.awaitHandshake(world, s);
      drop(world, skb, DropReason.NOT_SPECIFIED, "tcp.syn-again");
    } else if (!inWindow) {
      if (!tcp.isRst()) {
        TcpOutput.sendAck(world, s);
      }
      drop(world, skb, DropReason.TCP_INVALID_SEQUENCE, "tcp.out-of-window");
    } else if (tcp.isRst() || tcp.isSyn()) {
      if (tcp.isSyn()) {
        TcpReset.answer(world, skb, tcp);
      }
      drop(world, skb, DropReason.TCP_RESET, "tcp.reset", s.peer, s.peerPort);
      TcpClose.done(world, s);
    } else if (!tcp.isAck()) {
      drop(world, skb, DropReason.TCP_FLAGS, "tcp.no-ack");
    } else if (tcp.ack() != s.iss + 1) {
      TcpReset.answer(world, skb, tcp);
      drop(world, skb, DropReason.TCP_INVALID_ACK_SEQUENCE, "tcp.bad-ack");
    } else {
      accept(world, s, skb, tcp);
    }
  }

  private static void accept(World world, TcpSocket s, Skb skb, Tcp tcp) {
    Netns netns = world.netns(s.netns);
    TcpListener listener = netns.sockets.listener(s.listener).orElseThrow();
    if (listener.isFull()) {
      drop(
          world,
          skb,
          DropReason.NOT_SPECIFIED,
          "tcp.queue-full",
          listener.localPort,
          listener.backlog);
      return;
    }
    listener.halfOpen--;
    listener.accepted.add(s.id);
    s.lastReceived = world.now();
    s.maxWindow = tcp.window() << s.sndScale;
    TcpReceive.segment(world, s, skb, tcp);
    s.cwnd = 10;
    listener.tell(world);
  }

  /** The listener for an address and port; the closest match wins. compute_score. */
  static List<TcpListener> matching(World world, Netns netns, Skb skb, int port) {
    List<TcpListener> best = new ArrayList<>(1);
    int most = -1;
    for (int id : netns.sockets.listeners(port)) {
      TcpListener each = (TcpListener) netns.sockets.get(id);
      boolean address = each.local.isAny() || each.local.equals(skb.packet.dst());
      boolean device = each.hears(world, skb);
      if (!address || !device) {
        continue;
      }
      int score = (each.local.isAny() ? 0 : 1) + (each.boundDev == Skb.NO_DEVICE ? 0 : 1);
      if (score > most) {
        best.clear();
        most = score;
      }
      if (score == most) {
        best.add(each);
      }
    }
    return best;
  }

  private static void drop(
      World world, Skb skb, DropReason reason, String why, Object... arguments) {
    world.drop(skb, reason, "tcp_conn_request", why, arguments);
  }
}
