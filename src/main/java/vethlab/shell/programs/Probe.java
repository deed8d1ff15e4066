package vethlab.shell.programs;

import vethlab.sim.socket.SocketError;
import vethlab.wire.Ip4;

/**
 * One probe of traceroute; a value.
 *
 * @param sentAt 0: not sent yet
 * @param receivedAt 0: no answer (yet)
 * @param done answered or given up
 * @param last the destination was reached, or nothing beyond can be
 * @param mark what is printed behind the time: {@code !N} and its like
 * @param socket its own socket where the method has one for each
 * @param key by which an answer is told to be its: a port, a sequence number
 */
record Probe(
    long sentAt,
    long receivedAt,
    Ip4 from,
    boolean done,
    boolean last,
    String mark,
    int socket,
    int key) {
  static final Probe WAITING = new Probe(0, 0, Ip4.ANY, false, false, "", 0, 0);

  boolean isSent() {
    return sentAt != 0;
  }

  boolean isAnswered() {
    return receivedAt != 0;
  }

  long time() {
    return receivedAt - sentAt;
  }

  static Probe sent(long now, int socket, int key) {
    return new Probe(now, 0, Ip4.ANY, false, false, "", socket, key);
  }

  /** Given up. */
  Probe expired(boolean isLast) {
    return new Probe(sentAt, 0, Ip4.ANY, true, isLast, "", socket, key);
  }

  /** The destination itself has answered. */
  Probe reached(long now, Ip4 from) {
    return new Probe(sentAt, now, from, true, true, "", socket, key);
  }

  /** An ICMP error has come: parse_icmp_res. */
  Probe refused(long now, SocketError error) {
    boolean transit = error.type() == 11 && error.code() == 0;
    return new Probe(
        sentAt, now, error.from(), true, !transit, transit ? "" : mark(error), socket, key);
  }

  private static String mark(SocketError error) {
    if (error.type() != 3) {
      return "!<" + error.type() + "-" + error.code() + ">";
    }
    return switch (error.code()) {
      case 0, 6, 8, 11 -> "!N";
      case 1, 7, 12 -> "!H";
      case 2 -> "!P";
      case 3 -> "";
      case 4 -> "!F-" + (error.info() & 0xffff);
      case 5 -> "!S";
      case 9, 10, 13 -> "!X";
      case 14 -> "!V";
      case 15 -> "!C";
      default -> "!<" + error.code() + ">";
    };
  }
}
