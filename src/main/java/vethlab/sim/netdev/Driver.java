package vethlab.sim.netdev;

import java.util.List;
import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.op.view.FdbView;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * What kind of device it is and how it sends: struct net_device_ops and rtnl_link_ops. A driver
 * holds its kind's state, refers to other devices by id and can be copied.
 */
public interface Driver {
  Driver copy();

  /** The kind as {@code ip -d link} shows it. */
  LinkKind kind(World world, NetDevice dev);

  /** ndo_start_xmit: {@code skb.frame} leaves. What it causes is queued or pushed on the world. */
  Stage transmit(World world, NetDevice dev, Skb skb);

  /** dev_get_iflink: the peer or the link below (NetDevice id), {@link Skb#NO_DEVICE} if none. */
  default int linkedDevice() {
    return Skb.NO_DEVICE;
  }

  /** get_link_net: the namespace (its id) where what it stands on lives, its own where none. */
  default int linkNetns(World world, NetDevice dev) {
    int linked = linkedDevice();
    return linked != Skb.NO_DEVICE && world.hasDevice(linked)
        ? world.device(linked).netns
        : dev.netns;
  }

  default int minMtu() {
    return 68;
  }

  /** 0: no limit. */
  default int maxMtu() {
    return 65535;
  }

  /** Whether it comes up only with a unicast address (ndo_validate_addr is eth_validate_addr). */
  default boolean validatesAddress() {
    return true;
  }

  /** Whether the link may move to another namespace (not NETIF_F_NETNS_LOCAL). */
  default boolean movable() {
    return true;
  }

  /** changelink: what only its kind has is given anew. */
  default void reconfigure(World world, NetDevice dev, LinkKind kind) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** ndo_init: it has just been put into the tables. */
  default void registered(World world, NetDevice dev) {}

  /** ndo_uninit: it is about to leave the tables. */
  default void unregistered(World world, NetDevice dev) {}

  /** ndo_open: the device is being taken up. */
  default void open(World world, NetDevice dev) throws Refusal {}

  /** ndo_stop: the device is being taken down. */
  default void stop(World world, NetDevice dev) {}

  /** ndo_change_mtu; the device's own limits have been checked. */
  default void changeMtu(World world, NetDevice dev, int mtu) throws Refusal {
    dev.mtu = mtu;
  }

  /** ndo_set_mac_address: eth_mac_addr. */
  default void setAddress(World world, NetDevice dev, Mac mac) throws Refusal {
    if (mac.isMulticast() || mac.isZero()) {
      throw new Refusal(Errno.EADDRNOTAVAIL);
    }
    dev.mac = mac;
  }

  /** inetaddr_validator_chain: whether it may have this IPv4 address. */
  default void checkAddress(World world, NetDevice dev, Ip4 address) throws Refusal {}

  /** ndo_change_carrier. */
  default void changeCarrier(World world, NetDevice dev, boolean on) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** ndo_add_slave: {@code slave} is to belong to {@code dev}. */
  default void enslave(World world, NetDevice dev, NetDevice slave) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** ndo_del_slave. */
  default void release(World world, NetDevice dev, NetDevice slave) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** dellink: adds whatever dies together with {@code dev}, itself first. */
  default void delete(World world, NetDevice dev, List<NetDevice> dying) throws Refusal {
    dying.add(dev);
  }

  /** Something happened to a link that this device stands on. */
  default void lowerEvent(World world, NetDevice dev, NetDevice lower, DeviceEvent event) {}

  /** Something happened to a link that belongs to this device (a bridge's port). */
  default void slaveEvent(World world, NetDevice dev, NetDevice slave, DeviceEvent event) {}

  /** Promiscuity of the device itself was switched on or off (ndo_change_rx_flags). */
  default void promiscuityChanged(World world, NetDevice dev) {}

  /** The routing table of a vrf; 0 for every other kind. */
  default int routingTable() {
    return 0;
  }

  /** Whether the link below takes frames for this one's address because it was told to. */
  default boolean filtersOnLower() {
    return false;
  }

  /** IFF_UNICAST_FLT: it can hear single further addresses; others become promiscuous for them. */
  default boolean filtersUnicast() {
    return filtersOnLower();
  }

  /** Whether it has a forwarding table of its own (vxlan). */
  default boolean dumpsFdb() {
    return false;
  }

  /** ndo_fdb_dump. */
  default void dumpFdb(World world, NetDevice dev, List<FdbView> all) {}

  /** ndo_fdb_add. */
  default void addFdb(World world, NetDevice dev, FdbSpec entry, Op.FdbVerb verb) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /** ndo_fdb_del. */
  default void deleteFdb(World world, NetDevice dev, FdbSpec entry) throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP);
  }

  /**
   * Speed in Mbit/s as ethtool reports it, 0 where it reports none; a bridge port's cost follows.
   */
  default int speed(World world) {
    return 0;
  }
}
