package vethlab.sim.socket;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpError;
import vethlab.wire.Ipv4;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;
import vethlab.wire.Udp;

/** ICMP messages that are for a socket: ping.c ping_rcv, ping_err, udp.c __udp4_lib_err. */
public final class IcmpToSocket {
  private static final int REDIRECT = 5;

  private IcmpToSocket() {}

  /** An echo reply finds the ping socket with its id; whether there was one. */
  public static boolean reply(World world, Skb skb, IcmpEcho reply) {
    Netns netns = world.netns(skb.netns);
    if (netns.sockets.isEmpty()) {
      return false;
    }
    for (int id : netns.sockets.pings(reply.id())) {
      PingSocket each = (PingSocket) netns.sockets.get(id);
      if ((each.local.isAny() || each.local.equals(skb.packet.dst()))
          && (each.boundDev == Skb.NO_DEVICE || each.hears(world, skb))) {
        each.add(world, new Received(skb.packet, world.now(), skb.inDev));
        return true;
      }
    }
    return false;
  }

  /** An error about a packet that was sent from here; whether a socket heard of it. */
  public static boolean error(World world, Skb skb, IcmpError error) {
    Netns netns = world.netns(skb.netns);
    if (netns.sockets.isEmpty()) {
      return false;
    }
    Ipv4 original = error.original();
    Optional<Errno> errno = errno(error.type(), error.code());
    if (errno.isEmpty()) {
      return false;
    }
    SocketError told =
        new SocketError(
            errno.get(), skb.packet.src(), error.type(), error.code(), error.info(), original);
    raw(world, netns, original, told);
    return switch (original.transport()) {
      case IcmpEcho echo -> ping(world, netns, echo, told);
      case Udp udp when error.type() != REDIRECT ->
          udp(world, netns, original, udp.sport(), udp.dport(), told);
      case Tcp tcp -> TcpErrors.error(world, netns, original, tcp.sport(), tcp.dport(), told);
      case RawTransport raw -> ports(world, netns, original, raw, told);
      default -> false;
    };
  }

  /** raw_icmp_error. */
  private static void raw(World world, Netns netns, Ipv4 original, SocketError told) {
    for (int id : netns.sockets.raws(original.protocol())) {
      RawSocket each = (RawSocket) netns.sockets.get(id);
      if (each.receiveErrors && (each.peer.isAny() || each.peer.equals(original.dst()))) {
        each.add(world, told);
      }
    }
  }

  private static boolean ports(
      World world, Netns netns, Ipv4 original, RawTransport raw, SocketError told) {
    if (raw.data().length() < 4) {
      return false;
    }
    int sport = (raw.data().at(0) & 0xff) << 8 | raw.data().at(1) & 0xff;
    int dport = (raw.data().at(2) & 0xff) << 8 | raw.data().at(3) & 0xff;
    return switch (raw.protocol()) {
      case 6 -> TcpErrors.error(world, netns, original, sport, dport, told);
      case 17 -> told.type() != REDIRECT && udp(world, netns, original, sport, dport, told);
      default -> false;
    };
  }

  private static boolean ping(World world, Netns netns, IcmpEcho echo, SocketError told) {
    for (int id : netns.sockets.pings(echo.id())) {
      ((PingSocket) netns.sockets.get(id)).add(world, told);
      return true;
    }
    return false;
  }

  private static boolean udp(
      World world, Netns netns, Ipv4 original, int sport, int dport, SocketError told) {
    for (int id : netns.sockets.udp(sport)) {
      UdpSocket each = (UdpSocket) netns.sockets.get(id);
      boolean mine = each.local.isAny() || each.local.equals(original.src());
      boolean connected =
          each.isConnected() && each.peerPort == dport && each.peer.equals(original.dst());
      if (mine && (connected || !each.isConnected() && each.receiveErrors)) {
        if (each.receiveErrors) {
          each.add(world, told);
        }
        if (connected && isHard(told)) {
          each.fail(world, told.errno());
        }
        return true;
      }
    }
    return false;
  }

  /** Errors that end a connected socket's call: icmp_err_convert's fatal column. */
  private static boolean isHard(SocketError error) {
    return error.type() == 3
        && switch (error.code()) {
          case 0, 1, 4, 5, 11, 12 -> false;
          default -> true;
        };
  }

  /** icmp_err_convert and its like: what an error means to a program. */
  static Optional<Errno> errno(int type, int code) {
    return switch (type) {
      case 3 ->
          Optional.of(
              switch (code) {
                case 0, 6, 8, 9, 11 -> Errno.ENETUNREACH;
                case 2 -> Errno.ENOPROTOOPT;
                case 3 -> Errno.ECONNREFUSED;
                case 4 -> Errno.EMSGSIZE;
                case 5 -> Errno.EOPNOTSUPP;
                case 7 -> Errno.EHOSTDOWN;
                default -> Errno.EHOSTUNREACH;
              });
      case 5 -> Optional.of(Errno.EREMOTEIO);
      case 11 -> Optional.of(Errno.EHOSTUNREACH);
      case 12 -> Optional.of(Errno.EPROTONOSUPPORT);
      default -> Optional.empty();
    };
  }
}
