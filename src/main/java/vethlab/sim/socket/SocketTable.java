package vethlab.sim.socket;

/** The sockets of one namespace. */
public final class SocketTable {
  public SocketTable copy() {
    return new SocketTable();
  }
}
