package vethlab.linux.netlink;

import java.util.Optional;

/** What a netlink message asks or tells. Source: linux/rtnetlink.h, linux/netlink.h. */
public enum MessageType {
  NLMSG_NOOP(1),
  NLMSG_ERROR(2),
  NLMSG_DONE(3),
  RTM_NEWLINK(16),
  RTM_DELLINK(17),
  RTM_GETLINK(18),
  RTM_SETLINK(19),
  RTM_NEWADDR(20),
  RTM_DELADDR(21),
  RTM_GETADDR(22),
  RTM_NEWROUTE(24),
  RTM_DELROUTE(25),
  RTM_GETROUTE(26),
  RTM_NEWNEIGH(28),
  RTM_DELNEIGH(29),
  RTM_GETNEIGH(30),
  RTM_NEWRULE(32),
  RTM_DELRULE(33),
  RTM_GETRULE(34),
  RTM_NEWQDISC(36),
  RTM_DELQDISC(37),
  RTM_GETQDISC(38),
  RTM_NEWNSID(88),
  RTM_DELNSID(89),
  RTM_GETNSID(90),
  /** What is between the two is done whole or not at all. Source: linux/netfilter/nfnetlink.h. */
  NFNL_MSG_BATCH_BEGIN(0x10 | MessageType.NETFILTER),
  NFNL_MSG_BATCH_END(0x11 | MessageType.NETFILTER),
  /** Subsystem 10 (nftables), message 2. Source: linux/netfilter/nf_tables.h. */
  NFT_MSG_GETTABLE(0xa01),
  NFT_MSG_DELTABLE(0xa02),
  /** Subsystem 1 (conntrack), message 0. Source: linux/netfilter/nfnetlink_conntrack.h. */
  IPCTNL_MSG_CT_NEW(0x100),
  IPCTNL_MSG_CT_GET(0x101),
  IPCTNL_MSG_CT_DELETE(0x102);

  /** Netfilter's batch messages have rtnetlink's numbers; here they are told apart by a bit. */
  private static final int NETFILTER = 0x10000;

  private final int number;

  MessageType(int number) {
    this.number = number;
  }

  public int number() {
    return number & 0xffff;
  }

  public static Optional<MessageType> of(int number) {
    for (MessageType type : values()) {
      if (type.number == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
