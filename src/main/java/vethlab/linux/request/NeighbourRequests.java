package vethlab.linux.request;

import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Nda;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.Op;

/** Neighbours: RTM_NEWNEIGH and RTM_DELNEIGH as {@code ip neigh} (iproute2, ip/ipneigh.c). */
final class NeighbourRequests {
  private static final int NTF_PROXY = 8;

  private NeighbourRequests() {}

  static Message add(Op.NeighAdd op, Names names) {
    int flags =
        switch (op.verb()) {
          case ADD -> NlFlags.CREATE | NlFlags.EXCL;
          case REPLACE -> NlFlags.CREATE | NlFlags.REPLACE;
          case CHANGE -> NlFlags.REPLACE;
        };
    return message(MessageType.RTM_NEWNEIGH, flags, op.ns(), op.entry(), names);
  }

  static Message delete(Op.NeighDel op, Names names) {
    return message(MessageType.RTM_DELNEIGH, 0, op.ns(), op.entry(), names);
  }

  private static Message message(MessageType type, int flags, Ns ns, NeighSpec entry, Names names) {
    MessageBuilder message =
        MessageBuilder.of(
                type,
                NlFlags.REQUEST | flags,
                new Header.NdMsg(
                    Header.AF_INET,
                    names.index(ns, entry.dev()),
                    entry.state().bit(),
                    entry.proxy() ? NTF_PROXY : 0,
                    0))
            .ip4(Nda.DST, entry.to());
    entry.lladdr().ifPresent(mac -> message.mac(Nda.LLADDR, mac));
    return message.build();
  }
}
