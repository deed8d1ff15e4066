package vethlab.sim.ipv4;

import vethlab.op.Route;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.fib.AddressRoutes;
import vethlab.sim.fib.LinkRoutes;
import vethlab.sim.fib.PathMtu;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.neigh.ArpSend;
import vethlab.sim.neigh.NeighEvents;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.nat.MasqueradePurge;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * What IPv4, routes and neighbours do when a link changes: devinet.c inetdev_event, fib_frontend.c
 * fib_netdev_event, arp.c arp_netdev_event. Called after the device's fields have changed.
 */
public final class InetEvents {
  private static final long FOREVER = 0xffffffffL;
  private static final int LABEL_MAX = 15;

  private InetEvents() {}

  /**
   * A device is new in its namespace (NETDEV_REGISTER): it starts with the namespace's defaults.
   */
  public static void deviceAdded(World world, NetDevice dev) {
    Netns netns = world.netns(dev.netns);
    dev.ipv4 = new InDevice();
    dev.ipv4.conf = netns.defaults.conf;
    dev.ipv4.confSet = netns.defaults.confSet;
    dev.ipv4.neigh = netns.defaults.neigh;
    if (dev.isLoopback()) {
      dev.ipv4.set(Ipv4Conf.DISABLE_XFRM, 1);
      dev.ipv4.set(Ipv4Conf.DISABLE_POLICY, 1);
    }
  }

  /** NETDEV_UP: connected routes come back; lo takes 127.0.0.1/8. */
  public static void deviceUp(World world, NetDevice dev) {
    Netns netns = world.netns(dev.netns);
    if (dev.mtu >= InDevice.MIN_MTU && dev.isLoopback() && dev.ipv4.addresses.isEmpty()) {
      AddressList.insert(world, netns, dev, loopback(world, dev));
    }
    if (Conf.max(netns, dev, Ipv4Conf.ARP_NOTIFY) != 0) {
      notifyPeers(world, dev);
    }
    for (IfAddr each : dev.ipv4.addresses) {
      AddressRoutes.added(world, netns, dev, each);
    }
    LinkRoutes.up(netns, dev);
  }

  private static IfAddr loopback(World world, NetDevice dev) {
    return new IfAddr(
        Ip4.LOOPBACK,
        Ip4.LOOPBACK,
        8,
        Ip4.ANY,
        Route.SCOPE_HOST,
        dev.name,
        false,
        false,
        true,
        FOREVER,
        FOREVER,
        world.now(),
        0,
        0);
  }

  /** NETDEV_DOWN: its routes and neighbours go, its addresses stay. */
  public static void deviceDown(World world, NetDevice dev) {
    Netns netns = world.netns(dev.netns);
    LinkRoutes.down(netns, dev);
    NeighEvents.down(world, netns, dev);
    MasqueradePurge.deviceDown(world, netns, dev);
  }

  /** NETDEV_UNREGISTER: everything of it goes; the device must still be in the world's tables. */
  public static void deviceRemoved(World world, NetDevice dev) {
    leave(world, dev, world.netns(dev.netns));
  }

  private static void leave(World world, NetDevice dev, Netns netns) {
    AddressList.clear(world, netns, dev);
    LinkRoutes.disable(netns, dev);
    LinkRoutes.removed(netns, dev);
    NeighEvents.removed(world, netns, dev);
  }

  /** NETDEV_CHANGEUPPER with a vrf: all routes through the device go; up brings them back. */
  public static void l3MasterChanged(World world, NetDevice dev) {
    LinkRoutes.disable(world.netns(dev.netns), dev);
  }

  /** NETDEV_CHANGENAME: labels follow the name (inetdev_changename). */
  public static void deviceRenamed(World world, NetDevice dev, String oldName) {
    int named = 0;
    for (IfAddr each : dev.ipv4.addresses) {
      named++;
      String label = dev.name;
      if (named > 1) {
        int colon = each.label().indexOf(':');
        String tail = colon < 0 ? ":" + named : each.label().substring(colon);
        int room = Math.max(0, LABEL_MAX - tail.length());
        label = dev.name.substring(0, Math.min(dev.name.length(), room)) + tail;
      }
      AddressList.replace(dev, each, each.withLabel(label));
    }
  }

  /**
   * The device leaves {@code from} for another namespace: as {@link #deviceRemoved} there; call it
   * before {@code dev.netns} changes and {@link #deviceAdded} afterwards.
   */
  public static void deviceMoved(World world, NetDevice dev, Netns from) {
    leave(world, dev, from);
  }

  /** NETDEV_CHANGE: the carrier came or went; routes are marked linkdown, neighbours forgotten. */
  public static void carrierChanged(World world, NetDevice dev) {
    Netns netns = world.netns(dev.netns);
    if (dev.isRunning()) {
      LinkRoutes.carrierFound(netns, dev);
      return;
    }
    LinkRoutes.carrierLost(netns, dev);
    if (!dev.carrier && Conf.and(netns, dev, Ipv4Conf.ARP_EVICT_NOCARRIER)) {
      NeighEvents.carrierLost(world, netns, dev);
    }
  }

  /** NETDEV_CHANGEMTU: below 68 IPv4 is switched off on it. */
  public static void mtuChanged(World world, NetDevice dev, int oldMtu) {
    Netns netns = world.netns(dev.netns);
    PathMtu.linkMtuChanged(netns, dev.id, oldMtu, dev.mtu);
    if (dev.mtu < InDevice.MIN_MTU) {
      AddressList.clear(world, netns, dev);
    }
  }

  /** NETDEV_CHANGEADDR: neighbours of the device are forgotten. */
  public static void addressChanged(World world, NetDevice dev, Mac oldAddress) {
    Netns netns = world.netns(dev.netns);
    NeighEvents.addressChanged(world, netns, dev);
    if (Conf.max(netns, dev, Ipv4Conf.ARP_NOTIFY) != 0) {
      notifyPeers(world, dev);
    }
  }

  /** NETDEV_CHANGE of IFF_NOARP: neighbours of the device are forgotten, nobody is told. */
  public static void arpSwitched(World world, NetDevice dev) {
    NeighEvents.addressChanged(world, world.netns(dev.netns), dev);
  }

  /** NETDEV_NOTIFY_PEERS: a gratuitous ARP for each address. */
  public static void notifyPeers(World world, NetDevice dev) {
    for (IfAddr each : dev.ipv4.addresses) {
      ArpSend.gratuitous(world, dev, each.local());
    }
  }
}
