package vethlab.linux.netns;

import java.util.concurrent.atomic.AtomicReference;
import vethlab.linux.libc.Libc;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.linux.socket.Transport;

/** A network namespace that is held open: a descriptor and sockets inside. */
public final class Netns implements AutoCloseable {
  private final int fd;
  private final long inode;
  private final NetlinkSocket route;
  private final NetnsThread thread;
  private final Transport transport;
  private final AtomicReference<NetlinkSocket> netfilter = new AtomicReference<>();

  /** The calling thread is inside. */
  Netns(int fd, NetnsThread thread, Transport transport) {
    this.fd = fd;
    this.inode = Inode.of(fd);
    this.route = NetlinkSocket.open(NetlinkSocket.ROUTE, transport);
    this.thread = thread;
    this.transport = transport;
  }

  public int fd() {
    return fd;
  }

  /** What tells it from another namespace of the same name. */
  public long inode() {
    return inode;
  }

  public NetlinkSocket route() {
    return route;
  }

  public NetlinkSocket netfilter() {
    return netfilter.updateAndGet(open ->
        open != null
            ? open
            : thread.inside(fd, () -> NetlinkSocket.open(NetlinkSocket.NETFILTER, transport)));
  }

  public <T> T inside(java.util.concurrent.Callable<T> task) {
    return thread.inside(fd, task);
  }

  @Override
  public void close() {
    route.close();
    NetlinkSocket other = netfilter.get();
    if (other != null) {
      other.close();
    }
    Libc.close(fd);
  }
}
