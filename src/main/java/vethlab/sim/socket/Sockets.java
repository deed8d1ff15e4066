package vethlab.sim.socket;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Route.RouteType;
import vethlab.sim.FrameTap.Direction;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Frame;
import vethlab.wire.IcmpEcho;
import vethlab.wire.Ip4;
import vethlab.wire.Transport;

/** The system calls on sockets, as programs make them. The owner is woken by its task and token. */
public final class Sockets {
  private Sockets() {}

  public static PingSocket openPing(World world, Netns netns, int task, long token) {
    PingSocket socket = new PingSocket(world.nextSocket(), netns.id, task, token);
    socket.localPort = freeIdent(world, netns);
    netns.sockets.add(socket);
    netns.sockets.bound(socket);
    return socket;
  }

  public static RawSocket openRaw(World world, Netns netns, int task, long token, int protocol) {
    RawSocket socket = new RawSocket(world.nextSocket(), netns.id, task, token, protocol);
    netns.sockets.add(socket);
    return socket;
  }

  public static UdpSocket openUdp(World world, Netns netns, int task, long token) {
    UdpSocket socket = new UdpSocket(world.nextSocket(), netns.id, task, token);
    netns.sockets.add(socket);
    return socket;
  }

  public static PacketSocket openPacket(
      World world, Netns netns, int task, long token, int etherType) {
    PacketSocket socket = new PacketSocket(world.nextSocket(), netns.id, task, token, etherType);
    netns.sockets.add(socket);
    return socket;
  }

  /** close(2). A TCP connection says goodbye and lives on without its owner for a while. */
  public static void close(World world, Socket socket) {
    if (!world.hasNetns(socket.netns)) {
      return;
    }
    switch (socket) {
      case TcpSocket tcp -> TcpClose.close(world, tcp);
      case TcpListener listener -> {
        TcpClose.closeListener(world, listener);
        world.netns(socket.netns).sockets.remove(listener);
      }
      default -> world.netns(socket.netns).sockets.remove(socket);
    }
  }

  /** Gives a ping socket the id it asks for; false when another one has it. ping_get_port. */
  public static boolean setIdent(World world, PingSocket socket, int ident) {
    SocketTable sockets = world.netns(socket.netns).sockets;
    if (sockets.pings(ident).length > 0) {
      return false;
    }
    socket.localPort = ident;
    sockets.bound(socket);
    return true;
  }

  /** The socket of that id in that namespace, if it is still open. */
  public static Optional<Socket> find(World world, int netns, int id) {
    return world.hasNetns(netns) ? world.netns(netns).sockets.find(id) : Optional.empty();
  }

  /** bind(2)'s address check: this machine's, a group's or any. inet_addr_valid_or_nonlocal. */
  public static Optional<Errno> checkLocal(World world, Netns netns, int boundDev, Ip4 address) {
    return switch (addressType(world, netns, boundDev, address)) {
      case LOCAL, MULTICAST, BROADCAST -> Optional.empty();
      default -> Optional.of(Errno.EADDRNOTAVAIL);
    };
  }

  /** That of a ping socket, which speaks as one host: ping_check_bind_addr. */
  public static Optional<Errno> checkHost(World world, Netns netns, int boundDev, Ip4 address) {
    return address.isAny() || addressType(world, netns, boundDev, address) == RouteType.LOCAL
        ? Optional.empty()
        : Optional.of(Errno.EADDRNOTAVAIL);
  }

  private static RouteType addressType(World world, Netns netns, int boundDev, Ip4 address) {
    return boundDev == Skb.NO_DEVICE
        ? AddressType.of(world, netns, address.bits())
        : AddressType.seenFrom(world, netns, world.device(boundDev), address.bits());
  }

  /** Binds a UDP socket; port 0 takes a free one. */
  public static Optional<Errno> bindUdp(
      World world, Netns netns, UdpSocket socket, Ip4 address, int port) {
    Optional<Errno> wrong = checkLocal(world, netns, socket.boundDev, address);
    if (wrong.isPresent()) {
      return wrong;
    }
    if (port != 0 && udpPortTaken(netns, socket, address, port)) {
      return Optional.of(Errno.EADDRINUSE);
    }
    socket.local = address;
    socket.localPort = port != 0 ? port : freeUdpPort(world, netns);
    netns.sockets.bound(socket);
    return Optional.empty();
  }

  /** connect(2) of a UDP or ping socket: finds the source address, sends nothing. */
  public static Optional<Errno> connect(
      World world, Netns netns, Socket socket, Ip4 peer, int port) {
    return switch (IpSend.route(world, netns, request(socket, peer, IpSend.Discover.WANT))) {
      case IpSend.Outcome.Failed failed -> Optional.of(failed.errno());
      case IpSend.Outcome.Ok ok when isForbiddenBroadcast(socket, ok) -> Optional.of(Errno.EACCES);
      case IpSend.Outcome.Ok ok -> {
        socket.peer = peer.isAny() ? Ip4.LOOPBACK : peer;
        socket.peerPort = port;
        if (socket.local.isAny()) {
          socket.local = ok.src();
        }
        if (socket instanceof UdpSocket && socket.localPort == 0) {
          socket.localPort = freeUdpPort(world, netns);
          netns.sockets.bound(socket);
        }
        yield Optional.empty();
      }
    };
  }

  /** A UDP socket needs SO_BROADCAST for that; ping's own probe looks for itself. */
  private static boolean isForbiddenBroadcast(Socket socket, IpSend.Outcome.Ok ok) {
    return socket instanceof UdpSocket udp
        && !udp.broadcast
        && ok.route().type() == RouteType.BROADCAST;
  }

  /**
   * Sends a datagram; what goes wrong later comes back as a {@link SocketError} or pending errno.
   */
  public static Optional<Errno> send(
      World world, Netns netns, Socket socket, Ip4 dst, IpSend.Discover discover, Transport what) {
    Optional<Errno> pending = socket.takePending();
    if (pending.isPresent()) {
      return pending;
    }
    if (socket instanceof UdpSocket && socket.localPort == 0) {
      socket.localPort = freeUdpPort(world, netns);
      netns.sockets.bound(socket);
    }
    return switch (IpSend.send(world, netns, request(socket, dst, discover), what)) {
      case IpSend.Outcome.Failed failed -> Optional.of(failed.errno());
      case IpSend.Outcome.Ok ok -> Optional.empty();
    };
  }

  /** Sends a frame as it is by a device: an AF_PACKET socket's sendto. */
  public static Optional<Errno> sendFrame(World world, NetDevice dev, Frame frame) {
    if (!dev.isUp()) {
      return Optional.of(Errno.ENETDOWN);
    }
    Skb skb = world.newSkb(Stage.TRANSMIT, dev.netns);
    skb.dev = dev.id;
    skb.outDev = dev.id;
    skb.frame = frame;
    skb.flags |= Skb.LOCALLY_MADE;
    world.push(skb);
    return Optional.empty();
  }

  /** An echo request of a ping socket carries the socket's id. */
  public static IcmpEcho echo(PingSocket socket, int sequence, vethlab.wire.Bytes data) {
    return new IcmpEcho(true, socket.localPort, sequence, data);
  }

  /** Shows a frame to the packet sockets of a namespace; called where the taps are. */
  public static void show(World world, NetDevice dev, Direction direction, Frame frame) {
    Netns netns = world.netns(dev.netns);
    if (!netns.sockets.hasPacketSockets()) {
      return;
    }
    for (int id : netns.sockets.packets()) {
      ((PacketSocket) netns.sockets.get(id)).offer(world, dev.id, direction, frame);
    }
  }

  private static IpSend.Request request(Socket socket, Ip4 dst, IpSend.Discover discover) {
    return new IpSend.Request(
        socket.local,
        dst,
        socket.boundDev,
        socket.tos,
        socket.ttl,
        discover,
        socket.mark,
        socket.id,
        socket.options);
  }

  /** A TCP port that nobody has, for programs that make their own segments. */
  public static int freeTcpPort(World world, Netns netns) {
    return TcpPorts.free(world, netns);
  }

  private static boolean udpPortTaken(Netns netns, UdpSocket socket, Ip4 address, int port) {
    for (int id : netns.sockets.udp(port)) {
      UdpSocket other = (UdpSocket) netns.sockets.get(id);
      boolean sameAddress = other.local.isAny() || address.isAny() || other.local.equals(address);
      if (other != socket
          && sameAddress
          && (other.boundDev == socket.boundDev || other.boundDev == 0 || socket.boundDev == 0)
          && !(other.reuse && socket.reuse)) {
        return true;
      }
    }
    return false;
  }

  private static int freeUdpPort(World world, Netns netns) {
    PortRange range = PortRange.of(netns);
    int offset = (int) Math.floorMod(world.nextRandom(), range.size());
    for (int i = 0; i < range.size(); i++) {
      int port = range.first() + (offset + i) % range.size();
      if (netns.sockets.udp(port).length == 0) {
        return port;
      }
    }
    return range.first();
  }

  /** ping_get_port: an id that no other ping socket here has. */
  private static int freeIdent(World world, Netns netns) {
    int ident = (int) Math.floorMod(world.nextRandom(), 65535L) + 1;
    return netns.sockets.pings(ident).length == 0 ? ident : freeIdent(world, netns);
  }
}
