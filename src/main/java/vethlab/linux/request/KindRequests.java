package vethlab.linux.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.IpvlanInfo;
import vethlab.linux.netlink.attr.MacvlanInfo;
import vethlab.linux.netlink.attr.VethInfo;
import vethlab.linux.netlink.attr.VlanInfo;
import vethlab.linux.netlink.attr.VrfInfo;
import vethlab.linux.netlink.attr.VxlanInfo;
import vethlab.op.LinkKind;
import vethlab.op.Ns;

/** What only a link's kind has: IFLA_INFO_DATA. */
public final class KindRequests {
  private static final int ETH_P_8021Q = 0x8100;

  private KindRequests() {}

  /** The link that stands below, in IFLA_LINK. */
  static Optional<String> parent(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Vlan k -> Optional.of(k.parent());
      case LinkKind.Macvlan k -> Optional.of(k.parent());
      case LinkKind.Ipvlan k -> Optional.of(k.parent());
      default -> Optional.empty();
    };
  }

  static boolean hasData(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Loopback _, LinkKind.Dummy _, LinkKind.Unknown _ -> false;
      case LinkKind.Bridge k -> !k.settings().isEmpty();
      case LinkKind.Veth k -> !k.peer().isEmpty() || !k.peerWith().isEmpty();
      default -> true;
    };
  }

  static Consumer<MessageBuilder> data(LinkKind kind, Ns ns, Names names) {
    return switch (kind) {
      case LinkKind.Veth k -> veth(k, ns, names);
      case LinkKind.Bridge k -> data -> BridgeAttributes.write(data, k.settings(), false);
      case LinkKind.Vlan k -> vlan(k);
      case LinkKind.Macvlan k -> data -> data.u32(MacvlanInfo.MODE, 1 << mode(MACVLAN, k.mode()));
      case LinkKind.Ipvlan k ->
          data ->
              data.u16(IpvlanInfo.MODE, mode(IPVLAN, k.mode()))
                  .u16(IpvlanInfo.FLAGS, mode(IPVLAN_FLAGS, k.flag()));
      case LinkKind.Vxlan k -> vxlan(k, ns, names);
      case LinkKind.Vrf k -> data -> data.u32(VrfInfo.TABLE, k.table());
      case LinkKind.Loopback _, LinkKind.Dummy _, LinkKind.Unknown _ -> data -> {};
    };
  }

  /** Modes of a macvlan: bit n of IFLA_MACVLAN_MODE. Source: enum macvlan_mode. */
  public static final List<String> MACVLAN =
      List.of("private", "vepa", "bridge", "passthru", "source");

  /** Modes of an ipvlan. Source: enum ipvlan_mode. */
  public static final List<String> IPVLAN = List.of("l2", "l3", "l3s");

  /** Flags of an ipvlan: IPVLAN_F_PRIVATE, IPVLAN_F_VEPA. */
  public static final List<String> IPVLAN_FLAGS = List.of("bridge", "private", "vepa");

  private static int mode(List<String> words, String word) {
    return Math.max(0, words.indexOf(word));
  }

  private static Consumer<MessageBuilder> veth(LinkKind.Veth kind, Ns ns, Names names) {
    LinkFields fields = LinkFields.of(kind.peerWith(), ns, names);
    return data ->
        data.nest(
            VethInfo.PEER,
            fields.header(0),
            peer -> {
              fields.writeTo(peer);
              if (!kind.peer().isEmpty()) {
                peer.string(Ifla.IFNAME, kind.peer());
              }
            });
  }

  private static Consumer<MessageBuilder> vlan(LinkKind.Vlan kind) {
    return data -> {
      if (kind.protocol() != ETH_P_8021Q) {
        data.be16(VlanInfo.PROTOCOL, kind.protocol());
      }
      data.u16(VlanInfo.ID, kind.id());
    };
  }

  private static Consumer<MessageBuilder> vxlan(LinkKind.Vxlan kind, Ns ns, Names names) {
    int below = kind.dev().map(dev -> names.index(ns, dev)).orElse(0);
    return data -> {
      kind.dev().ifPresent(_ -> data.u32(VxlanInfo.LINK, below));
      data.u32(VxlanInfo.ID, kind.vni());
      kind.local().ifPresent(ip -> data.ip4(VxlanInfo.LOCAL, ip));
      kind.remote().ifPresent(ip -> data.ip4(VxlanInfo.GROUP, ip));
      kind.ttl().ifPresent(ttl -> data.u8(VxlanInfo.TTL, ttl));
      data.u8(VxlanInfo.LEARNING, kind.learning() ? 1 : 0);
      data.be16(VxlanInfo.PORT, kind.port());
    };
  }
}
