package vethlab.sim.ipv4;

import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Mac;

/**
 * What IPv4, routes and neighbours do when a link changes: devinet.c inetdev_event, fib_frontend.c
 * fib_netdev_event, arp.c arp_netdev_event. Called after the device's fields have changed.
 */
public final class InetEvents {
  private InetEvents() {}

  /** A device is new in its namespace (NETDEV_REGISTER). */
  public static void deviceAdded(World world, NetDevice dev) {}

  /** NETDEV_UP: connected routes come back; lo takes 127.0.0.1/8. */
  public static void deviceUp(World world, NetDevice dev) {}

  /** NETDEV_DOWN: its routes and neighbours go, its addresses stay. */
  public static void deviceDown(World world, NetDevice dev) {}

  /** NETDEV_UNREGISTER: everything of it goes; the device must still be in the world's tables. */
  public static void deviceRemoved(World world, NetDevice dev) {}

  /** NETDEV_CHANGENAME: labels follow the name. */
  public static void deviceRenamed(World world, NetDevice dev, String oldName) {}

  /**
   * The device leaves {@code from} for another namespace: as {@link #deviceRemoved} there; call it
   * before {@code dev.netns} changes and {@link #deviceAdded} afterwards.
   */
  public static void deviceMoved(World world, NetDevice dev, Netns from) {}

  /** NETDEV_CHANGE: the carrier came or went; routes are marked linkdown, neighbours forgotten. */
  public static void carrierChanged(World world, NetDevice dev) {}

  /** NETDEV_CHANGEMTU: below 68 IPv4 is switched off on it. */
  public static void mtuChanged(World world, NetDevice dev, int oldMtu) {}

  /** NETDEV_CHANGEADDR: neighbours of the device are forgotten. */
  public static void addressChanged(World world, NetDevice dev, Mac oldAddress) {}

  /** NETDEV_NOTIFY_PEERS: gratuitous ARP where arp_notify says so. */
  public static void notifyPeers(World world, NetDevice dev) {}
}
