package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.InetEvents;
import vethlab.wire.Mac;

/**
 * Tells whoever has to hear of a device: call_netdevice_notifiers, in the order in which the
 * kernel's parts have registered: IPv4, then the bridge or vrf it belongs to, then the links on top
 * of it.
 */
final class Notify {
  private Notify() {}

  static void up(World world, NetDevice dev) {
    InetEvents.deviceUp(world, dev);
    spread(world, dev, DeviceEvent.UP);
    NetnsIds.shown(world, dev);
  }

  static void down(World world, NetDevice dev) {
    InetEvents.deviceDown(world, dev);
    spread(world, dev, DeviceEvent.DOWN);
    NetnsIds.shown(world, dev);
  }

  /** netdev_state_change: link watch has seen the carrier come or go. */
  static void change(World world, NetDevice dev) {
    InetEvents.carrierChanged(world, dev);
    spread(world, dev, DeviceEvent.CHANGE);
    NetnsIds.shown(world, dev);
  }

  static void changeAddress(World world, NetDevice dev, Mac old) {
    InetEvents.addressChanged(world, dev, old);
    spread(world, dev, DeviceEvent.CHANGE_ADDRESS);
    NetnsIds.shown(world, dev);
  }

  static void changeMtu(World world, NetDevice dev, int old) {
    InetEvents.mtuChanged(world, dev, old);
    spread(world, dev, DeviceEvent.CHANGE_MTU);
    NetnsIds.shown(world, dev);
  }

  static void unregister(World world, NetDevice dev) {
    InetEvents.deviceRemoved(world, dev);
    spread(world, dev, DeviceEvent.UNREGISTER);
  }

  static void spread(World world, NetDevice dev, DeviceEvent event) {
    if (dev.master != Skb.NO_DEVICE) {
      NetDevice master = world.device(dev.master);
      master.driver.slaveEvent(world, master, dev, event);
    }
    for (int id : dev.uppers) {
      if (world.hasDevice(id)) {
        NetDevice upper = world.device(id);
        upper.driver.lowerEvent(world, upper, dev, event);
      }
    }
  }
}
