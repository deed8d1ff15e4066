package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.view.SocketView;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.VxlanDriver;
import vethlab.wire.Ip4;

/** Pictures of the sockets for the Kernel port, in the order they were opened. */
public final class SocketViews {
  private SocketViews() {}

  public static List<SocketView> sockets(World world, Netns netns) {
    List<SocketView> views = new ArrayList<>();
    for (Socket each : netns.sockets.all()) {
      if (!(each instanceof TcpSocket tcp) || tcp.state != TcpState.CLOSED) {
        views.add(view(world, each));
      }
    }
    for (int port : VxlanDriver.openPorts(world, netns)) {
      views.add(ofKernel(port));
    }
    return views;
  }

  /** vxlan's: no process has it. */
  private static SocketView ofKernel(int port) {
    return new SocketView(
        "udp", "UNCONN", 0, 0, Ip4.ANY, port, Ip4.ANY, 0, Optional.empty(), "", 0, 0);
  }

  private static SocketView view(World world, Socket s) {
    Optional<String> dev =
        s.boundDev != Skb.NO_DEVICE && world.hasDevice(s.boundDev)
            ? Optional.of(world.device(s.boundDev).name)
            : Optional.empty();
    return switch (s) {
      case TcpSocket tcp ->
          new SocketView(
              "tcp",
              tcp.state.word(),
              tcp.state == TcpState.TIME_WAIT ? 0 : tcp.unread,
              tcp.unacknowledged(),
              s.local,
              s.localPort,
              s.peer,
              s.peerPort,
              dev,
              tcp.orphan ? "" : s.process,
              s.pid,
              s.fd);
      case TcpListener tcp ->
          new SocketView(
              "tcp",
              "LISTEN",
              tcp.waiting(),
              tcp.backlog(),
              s.local,
              s.localPort,
              s.peer,
              s.peerPort,
              dev,
              s.process,
              s.pid,
              s.fd);
      case UdpSocket udp -> datagram("udp", udp, udp.isConnected() ? "ESTAB" : "UNCONN", dev);
      case PingSocket ping -> datagram("icmp", ping, "UNCONN", dev);
      case RawSocket raw -> datagram("raw", raw, "UNCONN", dev);
      default -> datagram("packet", s, "UNCONN", dev);
    };
  }

  private static SocketView datagram(String kind, Socket s, String state, Optional<String> dev) {
    return new SocketView(
        kind,
        state,
        s.queuedBytes(),
        0,
        s.local,
        s.localPort,
        s.peer,
        s.peerPort,
        dev,
        s.process,
        s.pid,
        s.fd);
  }
}
