package vethlab.sim.socket;

/**
 * SOCK_DGRAM of IPPROTO_ICMP: sends echo requests with its own id and hears the replies with that
 * id and the errors about its requests. Source: net/ipv4/ping.c. {@link #localPort} is the id.
 */
public final class PingSocket extends Socket {
  public PingSocket(int id, int netns, int task, long token) {
    super(id, netns, task, token);
  }

  @Override
  public PingSocket copy() {
    return copyInto(new PingSocket(id, netns, task, token));
  }
}
