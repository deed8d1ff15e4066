package vethlab.sim.socket;

/** A UDP socket: net/ipv4/udp.c. Connected when {@link #peerPort} is set. */
public final class UdpSocket extends Socket {
  /** SO_REUSEADDR or SO_REUSEPORT: several may have the same port. */
  public boolean reuse;

  /** SO_BROADCAST: without it a broadcast address can't be sent to. */
  public boolean broadcast;

  /** IP_RECVERR: errors are queued even when not connected. */
  public boolean receiveErrors;

  public UdpSocket(int id, int netns, int task, long token) {
    super(id, netns, task, token);
  }

  public boolean isConnected() {
    return peerPort != 0;
  }

  @Override
  public UdpSocket copy() {
    UdpSocket copy = copyInto(new UdpSocket(id, netns, task, token));
    copy.reuse = reuse;
    copy.broadcast = broadcast;
    copy.receiveErrors = receiveErrors;
    return copy;
  }
}
