package vethlab.sim.socket;

/** SOCK_RAW of one IP protocol: hears every packet of it that is for this machine. raw.c. */
public final class RawSocket extends Socket {
  public final int protocol;

  /** IP_RECVERR. */
  public boolean receiveErrors;

  public RawSocket(int id, int netns, int task, long token, int protocol) {
    super(id, netns, task, token);
    this.protocol = protocol;
  }

  @Override
  public RawSocket copy() {
    RawSocket copy = copyInto(new RawSocket(id, netns, task, token, protocol));
    copy.receiveErrors = receiveErrors;
    return copy;
  }
}
