package vethlab.linux.request;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Ifa;
import vethlab.op.Op;
import vethlab.op.Route;

/**
 * Addresses: RTM_NEWADDR and RTM_DELADDR as {@code ip addr} sends them (iproute2, ip/ipaddress.c).
 */
final class AddressRequests {
  private static final int IFA_F_NOPREFIXROUTE = 0x200;

  private AddressRequests() {}

  static Message add(Op.AddrAdd op, Names names) {
    MessageBuilder message =
        MessageBuilder.of(
                MessageType.RTM_NEWADDR,
                NlFlags.REQUEST | flags(op.verb()),
                new Header.IfAddr(
                    Header.AF_INET,
                    op.local().length(),
                    0,
                    scope(op),
                    names.index(op.ns(), op.dev())))
            .ip4(Ifa.LOCAL, op.local().address())
            .ip4(Ifa.ADDRESS, op.peer().orElse(op.local().address()));
    op.broadcast().ifPresent(b -> message.ip4(Ifa.BROADCAST, b));
    if (!op.label().isEmpty()) {
      message.string(Ifa.LABEL, op.label());
    }
    if (op.noPrefixRoute()) {
      message.u32(Ifa.FLAGS, IFA_F_NOPREFIXROUTE);
    }
    if (op.metric() != 0) {
      message.u32(Ifa.RT_PRIORITY, op.metric());
    }
    if (op.validSeconds() != Op.AddrAdd.FOREVER || op.preferredSeconds() != Op.AddrAdd.FOREVER) {
      message.bytes(Ifa.CACHEINFO, lifetimes(op));
    }
    return message.build();
  }

  /** A bare address goes without IFA_ADDRESS: the first address that is it. */
  static Message delete(Op.AddrDel op, Names names) {
    MessageBuilder message =
        MessageBuilder.of(
                MessageType.RTM_DELADDR,
                NlFlags.REQUEST,
                new Header.IfAddr(
                    Header.AF_INET, op.local().length(), 0, 0, names.index(op.ns(), op.dev())))
            .ip4(Ifa.LOCAL, op.local().address());
    if (op.peer().isPresent() || op.local().length() < 32) {
      message.ip4(Ifa.ADDRESS, op.peer().orElse(op.local().address()));
    }
    if (!op.label().isEmpty()) {
      message.string(Ifa.LABEL, op.label());
    }
    return message.build();
  }

  private static int flags(Op.AddrVerb verb) {
    return switch (verb) {
      case ADD -> NlFlags.CREATE | NlFlags.EXCL;
      case REPLACE -> NlFlags.CREATE | NlFlags.REPLACE;
      case CHANGE -> NlFlags.REPLACE;
    };
  }

  private static int scope(Op.AddrAdd op) {
    if (op.scope() != Route.UNSET) {
      return op.scope();
    }
    return op.local().address().isLoopback() ? Route.SCOPE_HOST : Route.SCOPE_GLOBAL;
  }

  private static byte[] lifetimes(Op.AddrAdd op) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.nativeOrder())
        .putInt((int) op.preferredSeconds())
        .putInt((int) op.validSeconds())
        .array();
  }
}
