package vethlab.sim.netfilter;

/**
 * A packet's connection as it travels with the packet (skb->_nfct): the connection's id in its
 * namespace's table and how this packet relates to it. A negative id is a template: what rules of
 * the raw table say before the connection is looked up.
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

  /** Somebody asked not to track it. */
  public static final ConnRef NOT_TRACKED = new ConnRef(0, UNTRACKED);

  /** Shall be looked up in a zone. */
  static ConnRef template(int zone) {
    return new ConnRef(-1L - zone, NEW);
  }

  public boolean isNone() {
    return id == 0 && info != UNTRACKED;
  }

  public boolean isTemplate() {
    return id < 0;
  }

  public int templateZone() {
    return (int) (-1L - id);
  }

  /** Whether the packet goes against the connection's first one. */
  public boolean isReply() {
    return id != 0 && info >= IS_REPLY && info != UNTRACKED;
  }

  public boolean isRelated() {
    return id != 0 && info % IS_REPLY == RELATED && info != UNTRACKED;
  }

  /** What an answer to the packet carries (an ICMP error, a reset): nf_conntrack_attach. */
  public ConnRef attached() {
    if (id <= 0) {
      return NONE;
    }
    return new ConnRef(id, isReply() ? RELATED : RELATED + IS_REPLY);
  }

  /** As -m conntrack --ctstate names it. */
  public String state() {
    if (info == UNTRACKED) {
      return "UNTRACKED";
    }
    if (id == 0) {
      return "INVALID";
    }
    return switch (info % IS_REPLY) {
      case ESTABLISHED -> "ESTABLISHED";
      case RELATED -> "RELATED";
      default -> "NEW";
    };
  }
}
