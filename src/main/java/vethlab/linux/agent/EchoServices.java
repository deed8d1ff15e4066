package vethlab.linux.agent;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vethlab.linux.netns.Netns;

/**
 * Something that answers at ports of a namespace: what comes is sent back (RFC 862). A datagram's
 * answer comes from the address it was sent to, so each address has a socket of its own.
 */
final class EchoServices implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final int LARGEST_DATAGRAM = 65_535;

  private final Netns netns;
  private final List<Channel> doors = new CopyOnWriteArrayList<>();

  EchoServices(Netns netns) {
    this.netns = netns;
  }

  void start(Talk.Transport transport, int port) throws IOException {
    switch (transport) {
      case TCP -> tcp(port);
      case UDP -> udp(port);
    }
  }

  /** A socket belongs to the namespace in which it was made, whoever uses it then. */
  private <T> T made(Opening<T> opening) throws IOException {
    try {
      return netns.inside(opening::open);
    } catch (IllegalStateException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  private interface Opening<T> {
    T open() throws IOException;
  }

  private void tcp(int port) throws IOException {
    ServerSocketChannel door =
        made(() ->
            ServerSocketChannel.open(StandardProtocolFamily.INET)
                .bind(new InetSocketAddress(wildcard(), port)));
    doors.add(door);
    daemon(() -> {
      while (true) {
        SocketChannel visitor = door.accept();
        daemon(() -> converse(visitor));
      }
    });
  }

  private static InetAddress wildcard() throws IOException {
    return InetAddress.getByAddress(new byte[4]);
  }

  private static void converse(SocketChannel visitor) throws IOException {
    try (visitor) {
      ByteBuffer heard = ByteBuffer.allocate(BUFFER);
      while (visitor.read(heard) >= 0) {
        heard.flip();
        while (heard.hasRemaining()) {
          visitor.write(heard);
        }
        heard.clear();
      }
    }
  }

  private void udp(int port) throws IOException {
    List<DatagramChannel> sockets =
        made(() -> {
          List<DatagramChannel> all = new ArrayList<>();
          all.add(datagrams(wildcard(), port));
          for (InetAddress each : addresses()) {
            all.add(datagrams(each, port));
          }
          return all;
        });
    doors.addAll(sockets);
    sockets.forEach(socket -> daemon(() -> answer(socket)));
  }

  private static DatagramChannel datagrams(InetAddress at, int port) throws IOException {
    return DatagramChannel.open(StandardProtocolFamily.INET)
        .setOption(StandardSocketOptions.SO_REUSEADDR, true)
        .bind(new InetSocketAddress(at, port));
  }

  private static List<InetAddress> addresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(each -> each.getInterfaceAddresses().stream())
        .map(InterfaceAddress::getAddress)
        .filter(Inet4Address.class::isInstance)
        .distinct()
        .toList();
  }

  private static void answer(DatagramChannel socket) throws IOException {
    ByteBuffer heard = ByteBuffer.allocate(LARGEST_DATAGRAM);
    while (true) {
      SocketAddress from = socket.receive(heard);
      heard.flip();
      send(socket, heard, from);
      heard.clear();
    }
  }

  /** Without a way back there is no answer; who asks next may have one. */
  private static void send(DatagramChannel socket, ByteBuffer data, SocketAddress to)
      throws IOException {
    try {
      socket.send(data, to);
    } catch (SocketException _) {
      data.clear();
    }
  }

  /** Who is talking already is let finish. */
  @Override
  public void close() {
    for (Channel door : doors) {
      try {
        door.close();
      } catch (IOException _) {
        continue; // it was gone
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Ends with the sandbox, or with its socket. */
  private static void daemon(Work work) {
    Thread.ofPlatform()
        .name("echo")
        .daemon()
        .start(() -> {
          try {
            work.run();
          } catch (IOException _) {
            return; // the other side, or the namespace, is gone
          }
        });
  }
}
