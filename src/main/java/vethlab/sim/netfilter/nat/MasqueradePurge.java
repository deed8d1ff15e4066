package vethlab.sim.netfilter.nat;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/**
 * Masqueraded connections end with what they borrowed: nf_nat_masquerade.c masq_device_event,
 * masq_inet_event.
 */
public final class MasqueradePurge {
  private MasqueradePurge() {}

  /** The device went down (NETDEV_DOWN). */
  public static void deviceDown(World world, Netns netns, NetDevice dev) {
    netns.netfilter.conntrack().removeIf(world.now(), each -> each.masqueradedBy == dev.id);
  }

  /** An address was taken from the device. */
  public static void addressRemoved(World world, Netns netns, NetDevice dev, Ip4 address) {
    netns
        .netfilter
        .conntrack()
        .removeIf(
            world.now(),
            each -> each.masqueradedBy == dev.id && each.reply().destination() == address.bits());
  }
}
