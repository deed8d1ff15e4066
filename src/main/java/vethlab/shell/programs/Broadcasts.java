package vethlab.shell.programs;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InDevice;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Whether an address is a broadcast address of one of a machine's own subnets. */
final class Broadcasts {
  private Broadcasts() {}

  static boolean has(World world, Netns netns, Ip4 address) {
    if (address.isLimitedBroadcast()) {
      return true;
    }
    for (NetDevice dev : netns.devices(world)) {
      for (InDevice.IfAddr each : dev.ipv4.addresses) {
        boolean subnet = each.prefixLength() < 31 && !dev.isLoopback();
        if (subnet && new Prefix(each.local(), each.prefixLength()).broadcast().equals(address)) {
          return true;
        }
      }
    }
    return false;
  }
}
