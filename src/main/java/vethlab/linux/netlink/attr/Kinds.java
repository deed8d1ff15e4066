package vethlab.linux.netlink.attr;

import java.util.Map;
import vethlab.linux.netlink.Attr;

/** Which attributes IFLA_INFO_DATA holds for each kind of link. */
public final class Kinds {
  private static final Map<String, Class<? extends Attr>> DATA =
      Map.of(
          "veth", VethInfo.class,
          "bridge", Br.class,
          "vlan", VlanInfo.class,
          "macvlan", MacvlanInfo.class,
          "ipvlan", IpvlanInfo.class,
          "vxlan", VxlanInfo.class,
          "vrf", VrfInfo.class);

  private Kinds() {}

  /** The space of a kind's attributes; {@link KindData} for a kind not known here. */
  public static Class<? extends Attr> data(String kind) {
    return DATA.getOrDefault(kind, KindData.class);
  }
}
