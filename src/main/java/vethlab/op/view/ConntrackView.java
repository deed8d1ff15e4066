package vethlab.op.view;

import vethlab.wire.Ip4;

/**
 * A connection as {@code conntrack -L} shows it.
 *
 * @param state TCP's state, empty for others
 * @param timeout seconds left
 */
public record ConntrackView(
    int protocol,
    String state,
    long timeout,
    Tuple original,
    Tuple reply,
    boolean assured,
    boolean seenReply,
    long mark,
    int use,
    int zone,
    long id) {
  /** Ports, or for ICMP type, code and id. */
  public record Tuple(
      Ip4 src,
      Ip4 dst,
      int sport,
      int dport,
      int type,
      int code,
      int id,
      long packets,
      long bytes) {}
}
