package vethlab.sim.socket;

import vethlab.sim.Netns;
import vethlab.sim.ipv4.NetSysctl;

/** net.ipv4.ip_local_port_range: the ports that are given out when none is asked for. */
record PortRange(int first, int last) {
  private static final PortRange USUAL = new PortRange(32768, 60999);

  static PortRange of(Netns netns) {
    String[] words = netns.sysctls.text(NetSysctl.IP_LOCAL_PORT_RANGE).strip().split("\\s+");
    try {
      return words.length == 2
          ? new PortRange(Integer.parseInt(words[0]), Integer.parseInt(words[1]))
          : USUAL;
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  int size() {
    return Math.max(1, last - first + 1);
  }
}
