package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vethlab.sim.table.LongMap;
import vethlab.wire.Ip4;

/**
 * The sockets of one namespace: by id, and hashed by what they listen to as inet_hashtables.c and
 * udp.c do, so that a packet looks at those alone that it may be for.
 */
public final class SocketTable {
  private static final int[] NOBODY = {};

  private static final long PING = 1L << 60;
  private static final long UDP = 2L << 60;
  private static final long LISTENER = 3L << 60;
  private static final long CONNECTION = 4L << 60;
  private static final long TCP_PORT = 5L << 60;
  private static final long RAW = 6L << 60;
  private static final long HASH_BITS = (1L << 60) - 1;

  private LongMap<Socket> byId = new LongMap<>();

  /** Never written to: in most namespaces nobody listens. */
  private static final LongMap<int[]> NO_INDEX = new LongMap<>();

  /** Ids by key; the arrays are never changed in place, so copies share them. */
  private LongMap<int[]> index = NO_INDEX;

  private int[] packets = NOBODY;
  private int raws;

  public SocketTable copy() {
    SocketTable copy = new SocketTable();
    copy.byId = byId.copy(Socket::copy);
    copy.index = index == NO_INDEX ? NO_INDEX : index.copy(ids -> ids);
    copy.packets = packets;
    copy.raws = raws;
    return copy;
  }

  public void add(Socket socket) {
    byId.put(socket.id, socket);
    if (socket instanceof PacketSocket) {
      packets = plus(packets, socket.id);
    }
    if (socket instanceof RawSocket raw) {
      raws++;
      enter(raw, RAW | raw.protocol);
    }
  }

  public void remove(Socket socket) {
    if (!byId.remove(socket.id)) {
      return;
    }
    forget(socket);
    if (socket instanceof PacketSocket) {
      packets = minus(packets, socket.id);
    }
    if (socket instanceof RawSocket) {
      raws--;
    }
  }

  // --- what they listen to -----------------------------------------------------------------------

  /** The socket's port or peer has been set: from now on packets find it by them. */
  void bound(Socket socket) {
    forget(socket);
    switch (socket) {
      case PingSocket ping -> enter(ping, PING | ping.localPort);
      case UdpSocket udp -> enter(udp, UDP | udp.localPort);
      case TcpListener tcp -> {
        enter(tcp, LISTENER | tcp.localPort);
        enter(tcp, TCP_PORT | tcp.localPort);
      }
      case TcpSocket tcp -> {
        enter(tcp, TCP_PORT | tcp.localPort);
        if (tcp.peerPort != 0) {
          enter(tcp, connectionKey(tcp.local, tcp.localPort, tcp.peer, tcp.peerPort));
        }
      }
      default -> {}
    }
  }

  /** Packets no longer find it. */
  void forget(Socket socket) {
    for (long key : socket.keys) {
      int[] rest = minus(index.getOr(key, NOBODY), socket.id);
      if (rest.length == 0) {
        index.remove(key);
      } else {
        index.put(key, rest);
      }
    }
    socket.keys = Socket.NO_KEYS;
  }

  private void enter(Socket socket, long key) {
    socket.keys = Arrays.copyOf(socket.keys, socket.keys.length + 1);
    socket.keys[socket.keys.length - 1] = key;
    index = index == NO_INDEX ? new LongMap<>() : index;
    index.put(key, plus(index.getOr(key, NOBODY), socket.id));
  }

  private static long connectionKey(Ip4 local, int localPort, Ip4 peer, int peerPort) {
    long addresses = (long) local.bits() << 32 | peer.bits() & 0xffff_ffffL;
    long ports = (long) localPort << 16 | peerPort;
    long mixed = (addresses ^ ports * 0x9E3779B97F4A7C15L) * 0xC2B2AE3D27D4EB4FL;
    return CONNECTION | (mixed ^ mixed >>> 29) & HASH_BITS;
  }

  int[] pings(int ident) {
    return index.getOr(PING | ident, NOBODY);
  }

  public int[] udp(int port) {
    return index.getOr(UDP | port, NOBODY);
  }

  int[] listeners(int port) {
    return index.getOr(LISTENER | port, NOBODY);
  }

  /** Every TCP socket with that local port. */
  int[] tcpPort(int port) {
    return index.getOr(TCP_PORT | port, NOBODY);
  }

  int[] raws(int protocol) {
    return raws == 0 ? NOBODY : index.getOr(RAW | protocol, NOBODY);
  }

  int[] packets() {
    return packets;
  }

  /** The connection between these two ends. */
  Optional<TcpSocket> connection(Ip4 local, int localPort, Ip4 peer, int peerPort) {
    for (int id : index.getOr(connectionKey(local, localPort, peer, peerPort), NOBODY)) {
      TcpSocket s = (TcpSocket) get(id);
      if (s.localPort == localPort
          && s.peerPort == peerPort
          && s.local.equals(local)
          && s.peer.equals(peer)) {
        return Optional.of(s);
      }
    }
    return Optional.empty();
  }

  // --- by id -------------------------------------------------------------------------------------

  Socket get(int id) {
    Socket socket = byId.getOr(id, null);
    if (socket == null) {
      throw new IllegalStateException("no socket " + id);
    }
    return socket;
  }

  public Optional<Socket> find(int id) {
    return Optional.ofNullable(byId.getOr(id, null));
  }

  Optional<TcpSocket> tcp(int id) {
    return find(id).filter(TcpSocket.class::isInstance).map(TcpSocket.class::cast);
  }

  Optional<TcpListener> listener(int id) {
    return find(id).filter(TcpListener.class::isInstance).map(TcpListener.class::cast);
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Whether anybody here looks at frames; asked for each frame. */
  public boolean hasPacketSockets() {
    return packets.length > 0;
  }

  /** In the order they were opened. */
  public List<Socket> all() {
    return byId.values();
  }

  List<TcpSocket> connections() {
    List<TcpSocket> found = new ArrayList<>();
    for (Socket each : byId.values()) {
      if (each instanceof TcpSocket tcp) {
        found.add(tcp);
      }
    }
    return found;
  }

  private static int[] plus(int[] ids, int id) {
    int[] more = Arrays.copyOf(ids, ids.length + 1);
    more[ids.length] = id;
    return more;
  }

  private static int[] minus(int[] ids, int id) {
    int at = 0;
    while (at < ids.length && ids[at] != id) {
      at++;
    }
    if (at == ids.length) {
      return ids;
    }
    int[] fewer = new int[ids.length - 1];
    System.arraycopy(ids, 0, fewer, 0, at);
    System.arraycopy(ids, at + 1, fewer, at, fewer.length - at);
    return fewer;
  }
}
