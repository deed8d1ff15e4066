package vethlab.sim.ipv4;

import vethlab.sim.Netns;
import vethlab.sim.netdev.NetDevice;

/**
 * The value of net.ipv4.conf that counts for a device, made of its own and that of "all":
 * include/linux/inetdevice.h IN_DEV_MAXCONF, IN_DEV_ORCONF, IN_DEV_ANDCONF.
 */
public final class Conf {
  private Conf() {}

  public static int max(Netns netns, NetDevice dev, Ipv4Conf key) {
    return Math.max(netns.all.get(key), dev.ipv4.get(key));
  }

  public static boolean or(Netns netns, NetDevice dev, Ipv4Conf key) {
    return (netns.all.get(key) | dev.ipv4.get(key)) != 0;
  }

  public static boolean and(Netns netns, NetDevice dev, Ipv4Conf key) {
    return netns.all.get(key) != 0 && dev.ipv4.get(key) != 0;
  }

  /** Only the device's own value counts for forwarding. */
  public static boolean forwards(NetDevice dev) {
    return dev.ipv4.get(Ipv4Conf.FORWARDING) != 0;
  }

  /** IN_DEV_RX_REDIRECTS: a router needs both, a host either. */
  public static boolean acceptsRedirects(Netns netns, NetDevice dev) {
    return forwards(dev)
        ? and(netns, dev, Ipv4Conf.ACCEPT_REDIRECTS)
        : or(netns, dev, Ipv4Conf.ACCEPT_REDIRECTS);
  }
}
