package vethlab.linux.netlink.attr;

import vethlab.linux.netlink.Attr;
import vethlab.linux.netlink.Format;

/**
 * The VLANs of a bridge or a port, in IFLA_AF_SPEC of family AF_BRIDGE. Source: linux/if_bridge.h.
 */
public enum BridgeAf implements Attr {
  FLAGS(0, Format.U16),
  MODE(1, Format.U16),
  VLAN_INFO(2, Format.BINARY),
  VLAN_TUNNEL_INFO(3, Format.BINARY);

  private final int number;
  private final Format format;

  BridgeAf(int number, Format format) {
    this.number = number;
    this.format = format;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public String label() {
    return "IFLA_BRIDGE_" + name();
  }
}
