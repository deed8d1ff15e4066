package vethlab.linux.iptables;

import java.util.List;
import java.util.Optional;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.NftaTable;
import vethlab.linux.socket.KernelRefusal;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.Result;

/** Tables of nftables, which iptables' own are; iptables can make one but not take it away. */
public final class NftTables {
  private static final int SUBSYSTEM = 10;

  private NftTables() {}

  /** Is there any table? Where the kernel does not say, there may be. */
  public static boolean any(NetlinkSocket netfilter) {
    Message question =
        MessageBuilder.of(MessageType.NFT_MSG_GETTABLE, 0, new Header.NfGen(Header.AF_UNSPEC, 0, 0))
            .build();
    try {
      return !netfilter.dump(question, Optional::of).isEmpty();
    } catch (KernelRefusal _) {
      return true;
    }
  }

  /** Takes a table with all that is in it away. */
  public static Result delete(NetlinkSocket netfilter, String table) {
    Message deletion =
        MessageBuilder.of(
                MessageType.NFT_MSG_DELTABLE,
                NlFlags.REQUEST,
                new Header.NfGen(Header.AF_INET, 0, 0))
            .string(NftaTable.NAME, table)
            .build();
    return netfilter.transaction(
        border(MessageType.NFNL_MSG_BATCH_BEGIN),
        List.of(deletion),
        border(MessageType.NFNL_MSG_BATCH_END));
  }

  private static Message border(MessageType type) {
    return MessageBuilder.of(
            type, NlFlags.REQUEST, new Header.NfGen(Header.AF_UNSPEC, 0, SUBSYSTEM))
        .build();
  }
}
