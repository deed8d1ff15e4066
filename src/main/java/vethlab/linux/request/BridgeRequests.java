package vethlab.linux.request;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.BridgeAf;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.Nda;
import vethlab.op.FdbSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;

/**
 * Forwarding entries and VLANs of bridges, as {@code bridge fdb} and {@code bridge vlan} send them
 * (iproute2, bridge/fdb.c and bridge/vlan.c).
 */
final class BridgeRequests {
  private static final int NTF_SELF = 2;
  private static final int NTF_MASTER = 4;
  private static final int BRIDGE_FLAGS_SELF = 2;
  private static final int VLAN_PVID = 2;
  private static final int VLAN_UNTAGGED = 4;
  private static final int VLAN_RANGE_BEGIN = 8;
  private static final int VLAN_RANGE_END = 16;

  private BridgeRequests() {}

  static Message addEntry(Op.FdbAdd op, Names names) {
    int flags =
        switch (op.verb()) {
          case ADD -> NlFlags.CREATE | NlFlags.EXCL;
          case APPEND -> NlFlags.CREATE | NlFlags.APPEND;
          case REPLACE -> NlFlags.CREATE | NlFlags.REPLACE;
        };
    return entry(MessageType.RTM_NEWNEIGH, flags, op.ns(), op.entry(), names);
  }

  static Message deleteEntry(Op.FdbDel op, Names names) {
    return entry(MessageType.RTM_DELNEIGH, 0, op.ns(), op.entry(), names);
  }

  private static Message entry(MessageType type, int flags, Ns ns, FdbSpec entry, Names names) {
    MessageBuilder message =
        MessageBuilder.of(
                type,
                NlFlags.REQUEST | flags,
                new Header.NdMsg(
                    Header.AF_BRIDGE,
                    names.index(ns, entry.dev()),
                    state(entry.state()),
                    entry.target() == FdbSpec.Target.SELF ? NTF_SELF : NTF_MASTER,
                    0))
            .mac(Nda.LLADDR, entry.mac());
    entry.dst().ifPresent(ip -> message.ip4(Nda.DST, ip));
    if (entry.vlan() != 0) {
      message.u16(Nda.VLAN, entry.vlan());
    }
    entry.port().ifPresent(port -> message.be16(Nda.PORT, port));
    entry.vni().ifPresent(vni -> message.u32(Nda.VNI, vni));
    entry.via().ifPresent(dev -> message.u32(Nda.IFINDEX, names.index(ns, dev)));
    return message.build();
  }

  private static int state(FdbSpec.State state) {
    return switch (state) {
      case PERMANENT -> NudState.PERMANENT.bit() | NudState.NOARP.bit();
      case STATIC -> NudState.REACHABLE.bit() | NudState.NOARP.bit();
      case DYNAMIC -> NudState.REACHABLE.bit();
      case STALE -> NudState.STALE.bit();
    };
  }

  static Message addVlan(Op.BridgeVlanAdd op, Names names) {
    return vlan(MessageType.RTM_SETLINK, op.ns(), op.dev(), op.vlan(), names);
  }

  static Message deleteVlan(Op.BridgeVlanDel op, Names names) {
    return vlan(MessageType.RTM_DELLINK, op.ns(), op.dev(), op.vlan(), names);
  }

  private static Message vlan(
      MessageType type, Ns ns, String dev, Op.BridgeVlan vlan, Names names) {
    Header header = new Header.IfInfo(Header.AF_BRIDGE, names.index(ns, dev), 0, 0);
    int flags = (vlan.pvid() ? VLAN_PVID : 0) | (vlan.untagged() ? VLAN_UNTAGGED : 0);
    return MessageBuilder.of(type, NlFlags.REQUEST, header)
        .nest(
            Ifla.AF_SPEC,
            spec -> {
              if (vlan.self()) {
                spec.u16(BridgeAf.FLAGS, BRIDGE_FLAGS_SELF);
              }
              if (vlan.first() == vlan.last()) {
                spec.bytes(BridgeAf.VLAN_INFO, vlanInfo(flags, vlan.first()));
              } else {
                spec.bytes(BridgeAf.VLAN_INFO, vlanInfo(flags | VLAN_RANGE_BEGIN, vlan.first()));
                spec.bytes(BridgeAf.VLAN_INFO, vlanInfo(flags | VLAN_RANGE_END, vlan.last()));
              }
            })
        .build();
  }

  /** struct bridge_vlan_info. */
  private static byte[] vlanInfo(int flags, int id) {
    return ByteBuffer.allocate(4)
        .order(ByteOrder.nativeOrder())
        .putShort((short) flags)
        .putShort((short) id)
        .array();
  }
}
