package vethlab.linux.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Br;
import vethlab.linux.netlink.attr.BridgeAf;
import vethlab.linux.netlink.attr.Brport;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.Nda;
import vethlab.linux.request.BridgeAttributes;
import vethlab.linux.request.PortAttributes;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.op.BridgeAttr;
import vethlab.op.FdbSpec;
import vethlab.op.NudState;
import vethlab.op.PortAttr;
import vethlab.op.view.BridgeView;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.FdbView;
import vethlab.op.view.PortView;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** Bridges, their ports, their forwarding entries and their VLANs. */
public final class BridgeViews {
  private static final int NTF_SELF = 2;
  private static final int NTF_EXT_LEARNED = 0x10;
  private static final int NTF_OFFLOADED = 0x20;
  private static final int NTF_STICKY = 0x40;
  private static final int RTEXT_FILTER_BRVLAN = 2;
  private static final int USER_HZ = 100;

  private BridgeViews() {}

  static BridgeView bridge(Attributes data) {
    Map<BridgeAttr, Long> settings = new LinkedHashMap<>();
    for (BridgeAttr attr : BridgeAttr.values()) {
      settings.put(attr, data.number(BridgeAttributes.of(attr), 0));
    }
    return new BridgeView(
        data.be64(Br.BRIDGE_ID, 0),
        data.be64(Br.ROOT_ID, 0),
        data.u16(Br.ROOT_PORT, 0),
        data.u32(Br.ROOT_PATH_COST, 0),
        data.u8(Br.TOPOLOGY_CHANGE, 0) != 0,
        data.u8(Br.TOPOLOGY_CHANGE_DETECTED, 0) != 0,
        data.number(Br.HELLO_TIMER, 0),
        data.number(Br.TCN_TIMER, 0),
        data.number(Br.TOPOLOGY_CHANGE_TIMER, 0),
        data.number(Br.GC_TIMER, 0),
        settings);
  }

  static PortView port(String bridge, Attributes data) {
    Map<PortAttr, Long> settings = new LinkedHashMap<>();
    for (PortAttr attr : PortAttr.values()) {
      settings.put(attr, data.number(PortAttributes.of(attr), 0));
    }
    return new PortView(
        bridge,
        data.u16(Brport.NO, 0),
        data.u8(Brport.STATE, 0),
        data.be64(Brport.ROOT_ID, 0),
        data.be64(Brport.BRIDGE_ID, 0),
        data.u16(Brport.DESIGNATED_PORT, 0),
        data.u16(Brport.DESIGNATED_COST, 0),
        data.number(Brport.MESSAGE_AGE_TIMER, 0),
        data.number(Brport.FORWARD_DELAY_TIMER, 0),
        data.number(Brport.HOLD_TIMER, 0),
        data.u8(Brport.TOPOLOGY_CHANGE_ACK, 0) != 0,
        data.u8(Brport.CONFIG_PENDING, 0) != 0,
        settings);
  }

  /**
   * The forwarding entries of all bridges and devices, as {@code bridge fdb show} asks for them.
   */
  public static List<FdbView> fdb(NetlinkSocket socket) {
    LinkNames names = LinkNames.of(socket);
    Message question =
        MessageBuilder.of(
                MessageType.RTM_GETNEIGH, 0, new Header.NdMsg(Header.AF_BRIDGE, 0, 0, 0, 0))
            .build();
    return socket.dump(question, reply -> entry(reply, names));
  }

  private static Optional<FdbView> entry(Reply reply, LinkNames names) {
    Header.NdMsg header = Header.NdMsg.read(reply.in(), reply.from());
    if (header.family() != Header.AF_BRIDGE) {
      return Optional.empty();
    }
    Attributes a = reply.attributes(12);
    boolean permanent = (header.state() & NudState.PERMANENT.bit()) != 0;
    FdbSpec.State state =
        permanent
            ? FdbSpec.State.PERMANENT
            : (header.state() & NudState.NOARP.bit()) != 0
                ? FdbSpec.State.STATIC
                : FdbSpec.State.DYNAMIC;
    boolean self = (header.flags() & NTF_SELF) != 0;
    FdbSpec spec =
        new FdbSpec(
            a.mac(Nda.LLADDR, Mac.ZERO),
            names.name(header.index()),
            self ? FdbSpec.Target.SELF : FdbSpec.Target.MASTER,
            a.u16(Nda.VLAN, 0),
            state,
            a.has(Nda.DST) ? Optional.of(a.ip4(Nda.DST, Ip4.ANY)) : Optional.empty(),
            a.has(Nda.PORT) ? OptionalInt.of(a.be16(Nda.PORT, 0)) : OptionalInt.empty(),
            a.has(Nda.VNI) ? OptionalInt.of(a.u32(Nda.VNI, 0)) : OptionalInt.empty(),
            a.has(Nda.IFINDEX) ? Optional.of(names.name(a.u32(Nda.IFINDEX, 0))) : Optional.empty());
    return Optional.of(
        new FdbView(
            spec,
            header.index(),
            names.name(a.u32(Nda.MASTER, 0)),
            permanent,
            (header.flags() & NTF_OFFLOADED) != 0,
            (header.flags() & NTF_EXT_LEARNED) != 0,
            (header.flags() & NTF_STICKY) != 0,
            seconds(a, 1),
            seconds(a, 2),
            a.has(Nda.NH_ID) ? Optional.of(a.u32(Nda.NH_ID, 0)) : Optional.empty()));
  }

  /** A time of struct nda_cacheinfo: confirmed, used, updated. */
  static long seconds(Attributes a, int place) {
    int offset = a.offset(Nda.CACHEINFO);
    return offset < 0 ? 0 : (a.buffer().getInt(offset + 4 * place) & 0xffffffffL) / USER_HZ;
  }

  /** The VLANs of ports and bridges, as {@code bridge vlan show} asks for them. */
  public static List<BridgeVlanView> vlans(NetlinkSocket socket) {
    Message question =
        MessageBuilder.of(MessageType.RTM_GETLINK, 0, new Header.IfInfo(Header.AF_BRIDGE, 0, 0, 0))
            .u32(Ifla.EXT_MASK, RTEXT_FILTER_BRVLAN)
            .build();
    Set<Integer> bridges = bridges(socket);
    return socket.dump(question, reply -> vlansOf(reply, bridges));
  }

  private static Set<Integer> bridges(NetlinkSocket socket) {
    Set<Integer> bridges = new java.util.TreeSet<>();
    LinkViews.all(socket, _ -> "").stream()
        .filter(link -> link.bridge().isPresent())
        .forEach(link -> bridges.add(link.index()));
    return bridges;
  }

  private static Optional<BridgeVlanView> vlansOf(Reply reply, Set<Integer> bridges) {
    Attributes a = reply.attributes(16);
    Attributes spec = a.nested(Ifla.AF_SPEC);
    List<BridgeVlanView.Entry> entries = new ArrayList<>();
    for (int i = 0; i < spec.count(); i++) {
      if (spec.number(i) == BridgeAf.VLAN_INFO.number()) {
        int flags = spec.buffer().getShort(spec.offset(i));
        int id = spec.buffer().getShort(spec.offset(i) + 2) & 0xffff;
        entries.add(new BridgeVlanView.Entry(id, (flags & 2) != 0, (flags & 4) != 0));
      }
    }
    int index = Header.IfInfo.read(reply.in(), reply.from()).index();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new BridgeVlanView(a.string(Ifla.IFNAME), bridges.contains(index), entries));
  }
}
