package vethlab.sim.netdev;

import vethlab.sim.Skb;
import vethlab.sim.World;

/** What masters do with the links that belong to them. */
public final class Links {
  private Links() {}

  /** ARPHRD_ETHER. */
  public static boolean isEthernet(NetDevice dev) {
    return !dev.isLoopback();
  }

  /** Whether {@code upper} stands on {@code lower}, with whatever between (a VLAN of a bridge). */
  public static boolean standsOn(World world, NetDevice lower, NetDevice upper) {
    int at = upper.id;
    while (at != Skb.NO_DEVICE && world.hasDevice(at)) {
      if (at == lower.id) {
        return true;
      }
      NetDevice dev = world.device(at);
      at = dev.driver instanceof VethDriver ? Skb.NO_DEVICE : dev.driver.linkedDevice();
    }
    return false;
  }

  public static void addPromiscuity(World world, NetDevice dev, int more) {
    LinkState.addPromiscuity(world, dev, more);
  }

  /** netif_carrier_on or _off. */
  public static void setCarrier(World world, NetDevice dev, boolean on) {
    if (on) {
      LinkState.carrierOn(world, dev);
    } else {
      LinkState.carrierOff(world, dev);
    }
  }

  public static void setMtu(World world, NetDevice dev, int mtu) throws Refusal {
    LinkSet.setMtu(world, dev, mtu);
  }

  /** The device has taken another address by itself; others have to hear of it. */
  public static void addressChanged(World world, NetDevice dev) {
    Notify.changeAddress(world, dev, dev.mac);
  }
}
