package vethlab.sim.netdev;

import vethlab.op.LinkKind;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/**
 * What kind of device it is and how it sends: struct net_device_ops. A driver holds its kind's
 * state, refers to other devices by id and can be copied.
 */
public interface Driver {
  Driver copy();

  /** The kind as {@code ip -d link} shows it. */
  LinkKind kind(World world, NetDevice dev);

  /** ndo_start_xmit: {@code skb.frame} leaves. What it causes is queued or pushed on the world. */
  Stage transmit(World world, NetDevice dev, Skb skb);

  /** The ifindex it shows behind the @ of its name (iflink); 0 where none. */
  default int linkedDevice() {
    return Skb.NO_DEVICE;
  }

  default int minMtu() {
    return 68;
  }

  default int maxMtu() {
    return 65535;
  }

  /** ndo_open, called when the device has gone up. */
  default void opened(World world, NetDevice dev) {}

  /** ndo_stop, called when the device has gone down. */
  default void stopped(World world, NetDevice dev) {}

  /** Whether a frame could leave right now: the device's own idea of its carrier. */
  default boolean carrier(World world, NetDevice dev) {
    return true;
  }

  /** The routing table of a vrf; 0 for every other kind. */
  default int routingTable() {
    return 0;
  }

  /** The queueing discipline shown when it is up. */
  default String qdisc() {
    return "noqueue";
  }
}
