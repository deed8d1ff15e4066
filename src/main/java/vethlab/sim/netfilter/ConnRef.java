package vethlab.sim.netfilter;

/**
 * A packet's connection as it travels with the packet (skb->_nfct): the connection's id in its
 * namespace's table and how this packet relates to it.
 *
 * @param info IP_CT_ value: 0 established, 1 related, 2 new, +3 in reply direction, 7 untracked
 */
public record ConnRef(long id, int info) {
  public static final int ESTABLISHED = 0;
  public static final int RELATED = 1;
  public static final int NEW = 2;
  public static final int IS_REPLY = 3;
  public static final int UNTRACKED = 7;

  /** No connection known: an invalid packet, or one that nobody tracks. */
  public static final ConnRef NONE = new ConnRef(0, NEW);

  public boolean isNone() {
    return id == 0 && info != UNTRACKED;
  }
}
