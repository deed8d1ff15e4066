package vethlab.sim.socket;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.wire.Ip4;

/** Who has which port: inet_connection_sock.c inet_csk_get_port, inet_hashtables.c. */
final class TcpPorts {
  private TcpPorts() {}

  /** inet_csk_bind_conflict. */
  static boolean isTaken(Netns netns, Socket socket, Ip4 address, int port) {
    for (int id : netns.sockets.tcpPort(port)) {
      Socket other = netns.sockets.get(id);
      boolean sameAddress = other.local.isAny() || address.isAny() || other.local.equals(address);
      boolean sameDevice =
          other.boundDev == socket.boundDev || other.boundDev == 0 || socket.boundDev == 0;
      if (other != socket && sameAddress && sameDevice && !mayShare(socket, other)) {
        return true;
      }
    }
    return false;
  }

  /** SO_REUSEADDR lets a listener in beside connections, SO_REUSEPORT beside other listeners. */
  private static boolean mayShare(Socket socket, Socket other) {
    return switch (socket) {
      case TcpListener listener ->
          other instanceof TcpListener there
              ? listener.sharesPort && there.sharesPort
              : reuses(other);
      default -> reuses(socket) && reuses(other) && !(other instanceof TcpListener);
    };
  }

  private static boolean reuses(Socket socket) {
    return !(socket instanceof TcpSocket tcp) || tcp.reuse;
  }

  /** A port from net.ipv4.ip_local_port_range that nobody has. */
  static int free(World world, Netns netns) {
    PortRange range = PortRange.of(netns);
    int offset = (int) Math.floorMod(world.nextRandom(), range.size());
    for (int i = 0; i < range.size(); i++) {
      int port = range.first() + (offset + i) % range.size();
      if (netns.sockets.tcpPort(port).length == 0) {
        return port;
      }
    }
    return range.first() + offset;
  }
}
