package vethlab.linux.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.linux.netlink.Attributes;
import vethlab.linux.netlink.attr.IpvlanInfo;
import vethlab.linux.netlink.attr.LinkInfo;
import vethlab.linux.netlink.attr.MacvlanInfo;
import vethlab.linux.netlink.attr.VlanInfo;
import vethlab.linux.netlink.attr.VrfInfo;
import vethlab.linux.netlink.attr.VxlanInfo;
import vethlab.linux.request.BridgeAttributes;
import vethlab.linux.request.KindRequests;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.wire.Ip4;

/** What kind a link is: IFLA_LINKINFO as {@link LinkKind}. */
final class KindViews {
  private static final int ETH_P_8021Q = 0x8100;

  private KindViews() {}

  /**
   * @param below the name of the link or peer that IFLA_LINK points to, empty when it is not here
   */
  static LinkKind read(String word, Attributes info, String below, LinkNames names) {
    Attributes data = info.nested(LinkInfo.DATA);
    return switch (word) {
      case "veth" -> new LinkKind.Veth(below, List.of());
      case "bridge" -> new LinkKind.Bridge(settings(data));
      case "dummy" -> new LinkKind.Dummy();
      case "vlan" ->
          new LinkKind.Vlan(
              below, data.u16(VlanInfo.ID, 0), data.be16(VlanInfo.PROTOCOL, ETH_P_8021Q));
      case "macvlan" -> new LinkKind.Macvlan(below, macvlanMode(data));
      case "ipvlan" ->
          new LinkKind.Ipvlan(
              below,
              word(KindRequests.IPVLAN, data.u16(IpvlanInfo.MODE, 0)),
              word(KindRequests.IPVLAN_FLAGS, data.u16(IpvlanInfo.FLAGS, 0)));
      case "vxlan" -> vxlan(data, names);
      case "vrf" -> new LinkKind.Vrf(data.u32(VrfInfo.TABLE, 0));
      default -> new LinkKind.Unknown(word);
    };
  }

  private static List<LinkChange.BridgeSetting> settings(Attributes data) {
    List<LinkChange.BridgeSetting> settings = new ArrayList<>();
    for (BridgeAttr attr : BridgeAttr.values()) {
      if (data.has(BridgeAttributes.of(attr))) {
        long value = data.number(BridgeAttributes.of(attr), 0);
        settings.add(new LinkChange.BridgeSetting(attr, value));
      }
    }
    return settings;
  }

  private static String macvlanMode(Attributes data) {
    int mode = data.u32(MacvlanInfo.MODE, 1);
    return word(KindRequests.MACVLAN, Integer.numberOfTrailingZeros(mode));
  }

  private static String word(List<String> words, int place) {
    return place < words.size() ? words.get(place) : String.valueOf(place);
  }

  private static LinkKind vxlan(Attributes data, LinkNames names) {
    int below = data.u32(VxlanInfo.LINK, 0);
    int ttl = data.u8(VxlanInfo.TTL, 0);
    return new LinkKind.Vxlan(
        data.u32(VxlanInfo.ID, 0),
        below == 0 ? Optional.empty() : Optional.of(names.name(below)),
        address(data, VxlanInfo.GROUP),
        address(data, VxlanInfo.LOCAL),
        data.be16(VxlanInfo.PORT, 0),
        ttl == 0 ? OptionalInt.empty() : OptionalInt.of(ttl),
        data.u8(VxlanInfo.LEARNING, 1) != 0);
  }

  private static Optional<Ip4> address(Attributes data, VxlanInfo attr) {
    return Optional.of(data.ip4(attr, Ip4.ANY)).filter(ip -> !ip.isAny());
  }
}
