package vethlab.sim.netfilter.conntrack;

/** A connection: struct nf_conn. */
public final class Connection {
  public static final int SEEN_REPLY = 1 << 1;
  public static final int ASSURED = 1 << 2;
  public static final int CONFIRMED = 1 << 3;
  public static final int SRC_NAT = 1 << 4;
  public static final int DST_NAT = 1 << 5;
  public static final int NAT = SRC_NAT | DST_NAT;
  public static final int SRC_NAT_DONE = 1 << 7;
  public static final int DST_NAT_DONE = 1 << 8;
  public static final int DYING = 1 << 9;

  /** No connection. */
  public static final Connection NONE = new Connection(0, Tuple.NONE, Tuple.NONE, 0);

  /** Number in the namespace, never reused; 0 is none. */
  public final long id;

  /** When its first packet was seen, in virtual nanoseconds. */
  final long born;

  private final Tuple original;
  private Tuple reply;
  public int status;
  public int mark;

  /** When it was taken out of the table; packets on their way may still ask for it. */
  long removedAt;

  /** When it ends; before it is confirmed, how long it shall last. Nanoseconds. */
  long timeout;

  /** NetDevice id for whose address it is masqueraded, 0 if none. */
  public int masqueradedBy;

  /** Packets and bytes by direction, where net.netfilter.nf_conntrack_acct says so. */
  final long[] counted = new long[4];

  final TcpState tcp;

  /** UDP: from when on both ways of talking make a stream. */
  long streamFrom;

  Connection(long id, Tuple original, Tuple reply, long born) {
    this(id, original, reply, born, new TcpState());
  }

  private Connection(long id, Tuple original, Tuple reply, long born, TcpState tcp) {
    this.id = id;
    this.original = original;
    this.reply = reply;
    this.born = born;
    this.tcp = tcp;
  }

  public boolean isNone() {
    return id == 0;
  }

  public boolean has(int bits) {
    return (status & bits) != 0;
  }

  public Tuple original() {
    return original;
  }

  public Tuple reply() {
    return reply;
  }

  /** The tuple of packets in a direction. */
  public Tuple tuple(boolean inReply) {
    return inReply ? reply : original;
  }

  /** NAT's answer to how replies will look; only before it is confirmed. */
  public void alterReply(Tuple tuple) {
    reply = tuple;
  }

  /** Packets (0, 2) and bytes (1, 3) of the original direction and the other. */
  public long counted(int at) {
    return counted[at];
  }

  /** A TCP connection that is over but for its wait. */
  public boolean isClosed() {
    return tcp.state == TcpTracker.State.TIME_WAIT || tcp.state == TcpTracker.State.CLOSE;
  }

  /** Seconds until it ends, at least 0. */
  public long secondsLeft(long now) {
    return has(CONFIRMED) ? Math.max(0, (timeout - now) / 1_000_000_000L) : 0;
  }

  boolean hasExpired(long now) {
    return timeout <= now;
  }

  Connection copy() {
    Connection copy = new Connection(id, original, reply, born, tcp.copy());
    copy.status = status;
    copy.mark = mark;
    copy.timeout = timeout;
    copy.removedAt = removedAt;
    copy.masqueradedBy = masqueradedBy;
    copy.streamFrom = streamFrom;
    System.arraycopy(counted, 0, copy.counted, 0, counted.length);
    return copy;
  }
}
