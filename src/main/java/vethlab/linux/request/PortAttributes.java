package vethlab.linux.request;

import java.util.List;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.attr.Brport;
import vethlab.op.LinkChange;
import vethlab.op.PortAttr;

/** The numbers of a port's settings; iproute2 calls some by other names than the kernel. */
public final class PortAttributes {
  private PortAttributes() {}

  public static Brport of(PortAttr attr) {
    return switch (attr) {
      case STATE -> Brport.STATE;
      case PRIORITY -> Brport.PRIORITY;
      case COST -> Brport.COST;
      case HAIRPIN -> Brport.MODE;
      case GUARD -> Brport.GUARD;
      case ROOT_BLOCK -> Brport.PROTECT;
      case FASTLEAVE -> Brport.FAST_LEAVE;
      case LEARNING -> Brport.LEARNING;
      case FLOOD -> Brport.UNICAST_FLOOD;
      case MCAST_FLOOD -> Brport.MCAST_FLOOD;
      case BCAST_FLOOD -> Brport.BCAST_FLOOD;
      case MCAST_ROUTER -> Brport.MULTICAST_ROUTER;
      case PROXY_ARP -> Brport.PROXYARP;
      case PROXY_ARP_WIFI -> Brport.PROXYARP_WIFI;
      case NEIGH_SUPPRESS -> Brport.NEIGH_SUPPRESS;
      case VLAN_TUNNEL -> Brport.VLAN_TUNNEL;
      case ISOLATED -> Brport.ISOLATED;
      case LOCKED -> Brport.LOCKED;
    };
  }

  static void write(MessageBuilder data, List<LinkChange.PortSetting> settings, boolean flush) {
    settings.forEach(s -> data.number(of(s.attr()), s.value()));
    if (flush) {
      data.flag(Brport.FLUSH);
    }
  }
}
