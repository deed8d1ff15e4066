package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.sim.table.LongMap;

/** The sockets of one namespace, by id and by what they listen to. */
public final class SocketTable {
  private LongMap<Socket> byId = new LongMap<>();
  private int packetSockets;

  public SocketTable copy() {
    SocketTable copy = new SocketTable();
    copy.byId = byId.copy(Socket::copy);
    copy.packetSockets = packetSockets;
    return copy;
  }

  public void add(Socket socket) {
    byId.put(socket.id, socket);
    if (socket instanceof PacketSocket) {
      packetSockets++;
    }
  }

  public void remove(Socket socket) {
    if (byId.remove(socket.id) && socket instanceof PacketSocket) {
      packetSockets--;
    }
  }

  public Optional<Socket> find(int id) {
    return Optional.ofNullable(byId.getOr(id, null));
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Whether anybody here looks at frames; asked for each frame. */
  public boolean hasPacketSockets() {
    return packetSockets > 0;
  }

  /** In the order they were opened. */
  public List<Socket> all() {
    return byId.values();
  }

  /** Those of one kind, in the order they were opened. */
  public <T extends Socket> List<T> of(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Socket each : byId.values()) {
      if (kind.isInstance(each)) {
        found.add(kind.cast(each));
      }
    }
    return found;
  }
}
