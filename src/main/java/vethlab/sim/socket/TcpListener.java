package vethlab.sim.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import vethlab.sim.World;

/**
 * A TCP socket in state LISTEN with its two queues: connections being made find it by their {@code
 * listener} field, made ones wait in {@link #accepted}. inet_connection_sock.c.
 */
public final class TcpListener extends Socket {
  /** SO_REUSEPORT: other listeners that have it too may have the same port. */
  public boolean sharesPort = true;

  int backlog;
  Deque<Integer> accepted = new ArrayDeque<>(2);
  int halfOpen;

  public TcpListener(int id, int netns, int task, long token) {
    super(id, netns, task, token);
  }

  /** sk_acceptq_is_full: one more than the backlog fits. */
  boolean isFull() {
    return accepted.size() > backlog;
  }

  /** Connections that wait to be accepted. */
  public int waiting() {
    return accepted.size();
  }

  public int backlog() {
    return backlog;
  }

  @Override
  public boolean hasNews() {
    return !accepted.isEmpty() || super.hasNews();
  }

  void tell(World world) {
    wake(world);
  }

  @Override
  public TcpListener copy() {
    TcpListener copy = copyInto(new TcpListener(id, netns, task, token));
    copy.sharesPort = sharesPort;
    copy.backlog = backlog;
    copy.accepted = new ArrayDeque<>(accepted);
    copy.halfOpen = halfOpen;
    return copy;
  }
}
