package vethlab.sim.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.L3Master;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;

/**
 * A socket of a process: what it is bound to, what has arrived for it and what went wrong. Its
 * owner is woken when either changes.
 */
public abstract class Socket {
  /** Number in the world, never reused. */
  public final int id;

  public final int netns;

  /** The owner: which task is woken, with which token. */
  public final int task;

  public final long token;

  static final long[] NO_KEYS = {};

  /** Where the namespace's {@link SocketTable} has it; never changed in place. */
  long[] keys = NO_KEYS;

  /** Shown by ss: the owning process. */
  public String process = "";

  public int pid;

  /** The number its owner has for it. */
  public int fd = 3;

  /** SO_BINDTODEVICE: NetDevice id, {@link Skb#NO_DEVICE} for any. */
  public int boundDev = Skb.NO_DEVICE;

  public Ip4 local = Ip4.ANY;
  public int localPort;
  public Ip4 peer = Ip4.ANY;
  public int peerPort;
  public int ttl;
  public int tos;
  public int mark;

  /** IP_OPTIONS: what the header of each packet carries. */
  public Bytes options = Bytes.EMPTY;

  /** Packets that wait to be read. */
  protected Deque<Received> queue = new ArrayDeque<>(4);

  /** The error queue (IP_RECVERR), oldest first. */
  protected Deque<SocketError> errors = new ArrayDeque<>(2);

  /** sk_err: told once at the next call. */
  protected Optional<Errno> pending = Optional.empty();

  /** What the last send came to on its way out, told before any other error. */
  private Optional<Errno> refusal = Optional.empty();

  protected Socket(int id, int netns, int task, long token) {
    this.id = id;
    this.netns = netns;
    this.task = task;
    this.token = token;
  }

  public abstract Socket copy();

  /** inet_sk_bound_dev_eq: unbound ones hear nothing of vrfs; a vrf's hear all of its links. */
  boolean hears(World world, Skb skb) {
    int dev = arrival(world, skb);
    int vrf = L3Master.of(world, world.device(dev));
    return boundDev == Skb.NO_DEVICE ? vrf == Skb.NO_DEVICE : boundDev == dev || boundDev == vrf;
  }

  /** inet_iif: what this machine sends to itself comes in by the device that has the address. */
  private static int arrival(World world, Skb skb) {
    boolean looped = world.device(skb.inDev).isLoopback() && skb.outDev != Skb.NO_DEVICE;
    return looped ? skb.outDev : skb.inDev;
  }

  protected <T extends Socket> T copyInto(T copy) {
    copy.keys = keys;
    copy.process = process;
    copy.pid = pid;
    copy.fd = fd;
    copy.boundDev = boundDev;
    copy.local = local;
    copy.localPort = localPort;
    copy.peer = peer;
    copy.peerPort = peerPort;
    copy.ttl = ttl;
    copy.tos = tos;
    copy.mark = mark;
    copy.options = options;
    copy.queue = new ArrayDeque<>(queue);
    copy.errors = new ArrayDeque<>(errors);
    copy.pending = pending;
    ((Socket) copy).refusal = refusal;
    return copy;
  }

  /** The next packet that has arrived. */
  public Optional<Received> receive() {
    return Optional.ofNullable(queue.poll());
  }

  /** The next entry of the error queue (recvmsg with MSG_ERRQUEUE). */
  public Optional<SocketError> takeError() {
    return Optional.ofNullable(errors.poll());
  }

  /** The pending error, which is told once. */
  public Optional<Errno> takePending() {
    Optional<Errno> told = refusal.or(() -> pending);
    if (refusal.isPresent()) {
      refusal = Optional.empty();
    } else {
      pending = Optional.empty();
    }
    return told;
  }

  /** About what waits to be read takes in the kernel: ss's Recv-Q of a datagram socket. */
  long queuedBytes() {
    long bytes = 0;
    for (Received each : queue) {
      bytes += 768L + (each.packet().totalLength() > 500 ? each.packet().totalLength() : 0);
    }
    return bytes;
  }

  /** Whether a packet waits to be read. */
  public boolean hasWaiting() {
    return !queue.isEmpty();
  }

  /** The next packet, which stays: recvfrom with MSG_PEEK. */
  public Optional<Received> peek() {
    return Optional.ofNullable(queue.peek());
  }

  /** Whether an error waits to be told at the next call. */
  public boolean hasPending() {
    return refusal.isPresent() || pending.isPresent();
  }

  /** Whether the last send was refused by this machine itself: netfilter, a full link. */
  public boolean takeRefusal() {
    boolean refused = refusal.filter(e -> e == Errno.EPERM || e == Errno.ENOBUFS).isPresent();
    if (refused) {
      refusal = Optional.empty();
    }
    return refused;
  }

  public boolean hasNews() {
    return !queue.isEmpty() || !errors.isEmpty() || hasPending();
  }

  void add(World world, Received received) {
    queue.add(received);
    wake(world);
  }

  void add(World world, SocketError error) {
    errors.add(error);
    wake(world);
  }

  /** The send of a packet failed after the socket let go of it. */
  void refuse(World world, Errno errno) {
    refusal = Optional.of(errno);
    wake(world);
  }

  void fail(World world, Errno errno) {
    pending = Optional.of(errno);
    wake(world);
  }

  protected void wake(World world) {
    world.wakeAt(world.now(), task, token);
  }
}
