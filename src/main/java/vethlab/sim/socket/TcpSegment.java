package vethlab.sim.socket;

import vethlab.wire.Bytes;
import vethlab.wire.Tcp;

/**
 * A piece of what a connection sends, waiting to be sent or to be acknowledged; a value.
 *
 * @param flags SYN, FIN and PSH where it carries them
 * @param sentAt virtual nanoseconds of its first transmission
 * @param tries how often it has been sent again
 * @param lost to be sent again
 */
record TcpSegment(int seq, Bytes data, int flags, long sentAt, int tries, boolean lost) {
  static TcpSegment waiting(int seq, Bytes data, int flags) {
    return new TcpSegment(seq, data, flags, 0, 0, false);
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
    return new TcpSegment(seq, data, flags, now, tries, lost);
  }

  TcpSegment sentAgain() {
    return new TcpSegment(seq, data, flags, sentAt, tries + 1, false);
  }

  TcpSegment asLost() {
    return new TcpSegment(seq, data, flags, sentAt, tries, true);
  }

  /** The first {@code length} bytes: a FIN and a push stay with the rest. */
  TcpSegment head(int length) {
    int kept = flags & ~(Tcp.FIN | Tcp.PSH);
    return new TcpSegment(seq, data.slice(0, length), kept, sentAt, tries, lost);
  }

  TcpSegment tail(int from) {
    Bytes rest = data.slice(from, data.length());
    return new TcpSegment(seq + from, rest, flags & ~Tcp.SYN, sentAt, tries, lost);
  }

  /** This and what follows it. */
  TcpSegment plus(Bytes more, int moreFlags) {
    byte[] joined = new byte[data.length() + more.length()];
    data.copyTo(joined, 0);
    more.copyTo(joined, data.length());
    return waiting(seq, Bytes.wrap(joined), flags | moreFlags);
  }
}
