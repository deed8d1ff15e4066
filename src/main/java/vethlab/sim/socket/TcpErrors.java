package vethlab.sim.socket;

import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.wire.Bytes;
import vethlab.wire.Ipv4;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;

/** An ICMP error about a segment: net/ipv4/tcp_ipv4.c tcp_v4_err. */
final class TcpErrors {
  private static final int UNREACHABLE = 3;
  private static final int FRAG_NEEDED = 4;
  private static final int REDIRECT = 5;
  private static final int PARAMETER = 12;

  private TcpErrors() {}

  /** Whether a socket heard of it. */
  static boolean error(
      World world, Netns netns, Ipv4 original, int sport, int dport, SocketError told) {
    Optional<TcpSocket> found =
        netns.sockets.connection(original.src(), sport, original.dst(), dport);
    if (found.isEmpty()) {
      return false;
    }
    TcpSocket s = found.get();
    int seq = sequence(original);
    boolean current = TcpSeq.between(seq, s.sndUna, s.sndNxt);
    if (!current || s.state == TcpState.TIME_WAIT || told.type() == REDIRECT) {
      return true;
    }
    if (told.type() == UNREACHABLE && told.code() == FRAG_NEEDED) {
      smaller(world, s, told.info() & 0xffff);
    } else if (s.state == TcpState.SYN_RECV && s.listener != 0) {
      request(world, s, told);
    } else if (s.state == TcpState.SYN_SENT || s.state == TcpState.SYN_RECV) {
      TcpClose.failed(world, s, told.errno());
    } else {
      s.softError = Optional.of(told.errno());
    }
    return true;
  }

  /** tcp_req_err: a request is given up where the way back is known to be closed. */
  private static void request(World world, TcpSocket s, SocketError told) {
    boolean unreachable = told.type() == UNREACHABLE && told.code() <= 1;
    if (unreachable || told.type() == PARAMETER || told.type() == 11) {
      TcpClose.done(world, s);
    }
  }

  /** tcp_v4_mtu_reduced. */
  private static void smaller(World world, TcpSocket s, int mtu) {
    if (mtu < 68 || mtu - 40 - (s.timestamps ? 12 : 0) >= s.mss) {
      return;
    }
    TcpRoutes.syncMss(s, mtu);
    TcpRecovery.sendSmaller(world, s);
  }

  private static int sequence(Ipv4 original) {
    return switch (original.transport()) {
      case Tcp tcp -> tcp.seq();
      case RawTransport raw when raw.data().length() >= 8 -> number(raw.data(), 4);
      default -> 0;
    };
  }

  private static int number(Bytes bytes, int at) {
    return bytes.at(at) << 24 | bytes.at(at + 1) << 16 | bytes.at(at + 2) << 8 | bytes.at(at + 3);
  }
}
