package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Task;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.ipv4.IpSend;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Udp;

/**
 * Something that answers at a port: what comes is sent back (RFC 862). A TCP connection is closed
 * when its peer closes; a datagram's answer comes from the address it was sent to (IP_PKTINFO).
 */
public final class EchoService implements Task {
  private static final String NAME = "echo";
  private static final int BACKLOG = 128;
  private static final int BUFFER = 16 * 1024;

  private final int netns;
  private int socket;
  private List<Integer> connections = List.of();

  private EchoService(int netns) {
    this.netns = netns;
  }

  /** Starts one on every address of a namespace; empty when it listens. */
  public static Optional<Errno> tcp(World world, Netns netns, int port) {
    EchoService service = new EchoService(netns.id);
    TcpListener listener = TcpCalls.openListener(world, netns, world.spawn(service), 0);
    listener.process = NAME;
    service.socket = listener.id;
    return TcpCalls.listen(world, netns, listener, Ip4.ANY, port, BACKLOG);
  }

  /** As {@link #tcp}, for datagrams. */
  public static Optional<Errno> udp(World world, Netns netns, int port) {
    EchoService service = new EchoService(netns.id);
    UdpSocket udp = Sockets.openUdp(world, netns, world.spawn(service), 0);
    udp.process = NAME;
    service.socket = udp.id;
    return Sockets.bindUdp(world, netns, udp, Ip4.ANY, port);
  }

  @Override
  public EchoService copy() {
    EchoService copy = new EchoService(netns);
    copy.socket = socket;
    copy.connections = connections;
    return copy;
  }

  @Override
  public void wake(World world, int self, long token) {
    if (!world.hasNetns(netns)) {
      return;
    }
    Sockets.find(world, netns, socket)
        .ifPresent(found -> {
          switch (found) {
            case TcpListener listener -> accept(world, listener);
            default -> answer(world, (UdpSocket) found);
          }
        });
  }

  private void accept(World world, TcpListener listener) {
    List<Integer> open = new ArrayList<>(connections);
    Optional<TcpSocket> next = TcpCalls.accept(world, listener);
    while (next.isPresent()) {
      next.get().process = NAME;
      open.add(next.get().id);
      next = TcpCalls.accept(world, listener);
    }
    open.removeIf(
        id -> Sockets.find(world, netns, id).filter(s -> goesOn(world, (TcpSocket) s)).isEmpty());
    connections = List.copyOf(open);
  }

  private static boolean goesOn(World world, TcpSocket tcp) {
    Bytes heard = TcpCalls.receive(world, tcp, BUFFER);
    while (heard.length() > 0) {
      TcpCalls.send(world, tcp, heard);
      heard = TcpCalls.receive(world, tcp, BUFFER);
    }
    if (tcp.atEnd() || tcp.failed()) {
      Sockets.close(world, tcp);
      return false;
    }
    return true;
  }

  private static void answer(World world, UdpSocket udp) {
    Optional<Received> next = udp.receive();
    while (next.isPresent()) {
      Ipv4 packet = next.get().packet();
      if (packet.transport() instanceof Udp asked) {
        Netns own = world.netns(udp.netns);
        Udp answer = new Udp(udp.localPort, asked.sport(), asked.data());
        udp.local =
            AddressType.of(world, own, packet.dst().bits()) == RouteType.LOCAL
                ? packet.dst()
                : Ip4.ANY;
        Sockets.send(world, own, udp, packet.src(), IpSend.Discover.WANT, answer);
        udp.local = Ip4.ANY;
      }
      next = udp.receive();
    }
  }
}
