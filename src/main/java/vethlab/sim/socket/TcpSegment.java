package vethlab.sim.socket;

import vethlab.wire.Bytes;
import vethlab.wire.Tcp;

/**
 * A piece of what a connection sends, waiting to be sent or to be acknowledged; a value.
 *
 * @param flags SYN, FIN and PSH where it carries them
 * @param sentAt virtual nanoseconds of its last transmission
 * @param tries how often it has been sent again
 * @param lost to be sent again
 * @param sacked has arrived, though something before it has not
 */
record TcpSegment(
    int seq, Bytes data, int flags, long sentAt, int tries, boolean lost, boolean sacked) {
  static TcpSegment waiting(int seq, Bytes data, int flags) {
    return new TcpSegment(seq, data, flags, 0, 0, false, false);
  }

  /** How many sequence numbers it takes. */
  int length() {
    return data.length() + (flags >> 1 & 1) + (flags & 1);
  }

  int end() {
    return seq + length();
  }

  boolean isSyn() {
    return (flags & Tcp.SYN) != 0;
  }

  boolean isFin() {
    return (flags & Tcp.FIN) != 0;
  }

  /** As so many full segments it counts against the congestion window. */
  int packets(int mss) {
    return Math.max(1, (data.length() + mss - 1) / mss);
  }

  TcpSegment sent(long now) {
    return new TcpSegment(seq, data, flags, now, tries, lost, sacked);
  }

  TcpSegment sentAgain(long now) {
    return new TcpSegment(seq, data, flags, now, tries + 1, false, false);
  }

  TcpSegment asLost() {
    return new TcpSegment(seq, data, flags, sentAt, tries, true, false);
  }

  TcpSegment asSacked() {
    return new TcpSegment(seq, data, flags, sentAt, tries, false, true);
  }

  /** The first {@code length} bytes: a FIN and a push stay with the rest. */
  TcpSegment head(int length) {
    int kept = flags & ~(Tcp.FIN | Tcp.PSH);
    return new TcpSegment(seq, data.slice(0, length), kept, sentAt, tries, lost, sacked);
  }

  TcpSegment tail(int from) {
    Bytes rest = data.slice(from, data.length());
    return new TcpSegment(seq + from, rest, flags & ~Tcp.SYN, sentAt, tries, lost, sacked);
  }

  /** This and what follows it. */
  TcpSegment plus(Bytes more, int moreFlags) {
    return waiting(seq, with(more), flags | moreFlags);
  }

  /** This and the next one, both sent before: tcp_collapse_retrans. */
  TcpSegment joined(TcpSegment next) {
    int both = Math.max(tries, next.tries);
    return new TcpSegment(seq, with(next.data), flags | next.flags, sentAt, both, lost, false);
  }

  private Bytes with(Bytes more) {
    byte[] joined = new byte[data.length() + more.length()];
    data.copyTo(joined, 0);
    more.copyTo(joined, data.length());
    return Bytes.wrap(joined);
  }
}
