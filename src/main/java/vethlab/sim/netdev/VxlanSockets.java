package vethlab.sim.netdev;

import java.util.Arrays;
import vethlab.op.Errno;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.wire.Udp;

/** The UDP ports that vxlans listen on: vxlan_core.c vxlan_sock_add, vxlan_sock_release. */
final class VxlanSockets {
  private VxlanSockets() {}

  static void open(World world, VxlanDriver vxlan, NetDevice dev) throws Refusal {
    Netns netns = world.netns(vxlan.socketNetns);
    if (netns.sockets.udp(vxlan.port).length > 0) {
      throw new Refusal(Errno.EADDRINUSE);
    }
    int[] more = Arrays.copyOf(netns.vxlans, netns.vxlans.length + 1);
    more[more.length - 1] = dev.id;
    netns.vxlans = more;
    if (vxlan.remote.isMulticast()) {
      netns.sysctls.join(vxlan.remote.bits());
    }
  }

  static void close(World world, VxlanDriver vxlan, NetDevice dev) {
    if (!world.hasNetns(vxlan.socketNetns)) {
      return;
    }
    Netns netns = world.netns(vxlan.socketNetns);
    netns.vxlans = Arrays.stream(netns.vxlans).filter(id -> id != dev.id).toArray();
    if (vxlan.remote.isMulticast()) {
      netns.sysctls.leave(vxlan.remote.bits());
    }
  }

  /** Whether a vxlan that is up listens on the datagram's port here. */
  static boolean listens(World world, Netns netns, int port) {
    for (int id : netns.vxlans) {
      if (((VxlanDriver) world.device(id).driver).port == port) {
        return true;
      }
    }
    return false;
  }

  /** The vxlan with that port and number (NetDevice id), {@link Skb#NO_DEVICE} if there is none. */
  static int find(World world, Netns netns, int port, int vni) {
    for (int id : netns.vxlans) {
      VxlanDriver vxlan = (VxlanDriver) world.device(id).driver;
      if (vxlan.port == port && vxlan.vni == vni) {
        return id;
      }
    }
    return Skb.NO_DEVICE;
  }

  static boolean isFor(World world, Skb skb, Udp udp) {
    Netns netns = world.netns(skb.netns);
    return netns.vxlans.length > 0 && listens(world, netns, udp.dport());
  }
}
