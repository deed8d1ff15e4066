package vethlab.sim.netdev;

import vethlab.op.LinkFlags;
import vethlab.op.OperState;
import vethlab.sim.Skb;
import vethlab.sim.ipv4.InDevice;
import vethlab.wire.Mac;

/** A network device: struct net_device. Other devices are named by their id in the world. */
public final class NetDevice {
  static final Mac[] NO_ADDRESSES = {};

  /** {@link #bits}: its queueing discipline has been attached (dev->qdisc is not noop). */
  static final int QDISC_ATTACHED = 1;

  /** Frames pass its queue: dev_activate has been called since carrier came. */
  static final int ACTIVE = 2;

  /** addr_assign_type NET_ADDR_SET: someone chose its Ethernet address. */
  static final int ADDRESS_SET = 4;

  /** NET_ADDR_STOLEN: it has the Ethernet address of the link below and follows it. */
  static final int ADDRESS_STOLEN = 8;

  /** Link watch is going to look at it. */
  static final int WATCHED = 16;

  /** uc_promisc: promiscuous only because it cannot hear single further addresses. */
  static final int UNICAST_PROMISCUOUS = 64;

  /** It is on its way out (NETREG_UNREGISTERING). */
  static final int UNREGISTERING = 32;

  /** Number in the world, never reused; {@link Skb#NO_DEVICE} is none. */
  public final int id;

  public int netns;
  public int ifindex;

  /** The order in which devices came into namespaces: dev_base_head's, which is not ifindex's. */
  public int arrival;

  public String name;
  public Mac mac;
  public Mac broadcast;
  public int mtu;

  /**
   * IFF_ bits that are settings: UP, BROADCAST, LOOPBACK, NOARP, MULTICAST; PROMISC and ALLMULTI as
   * asked for.
   */
  public int flags;

  /** netif_carrier_ok. */
  public boolean carrier;

  /** What link watch found last; shown only while the device is up. */
  public OperState operState = OperState.UNKNOWN;

  int bits;
  public int carrierChanges;
  public int txQueueLength = 1000;
  public int txQueues = 1;
  public int rxQueues = 1;
  public int group;
  public int promiscuity;
  public int allMulticast;
  public String alias = "";
  public String addrGenMode = "eui64";

  /** The bridge or vrf it belongs to, {@link Skb#NO_DEVICE} if none. */
  public int master = Skb.NO_DEVICE;

  public Driver driver;
  public RxHandler rxHandler = RxHandler.NONE;

  /** VLAN devices on top of it. */
  public VlanGroup vlans = VlanGroup.NONE;

  /** Ids of devices that stand on this one: VLANs, macvlans, vxlans. Replaced, never written. */
  int[] uppers = Stack.EMPTY;

  /** Addresses that {@code bridge fdb add … self} added. Replaced, never written. */
  Mac[] addedAddresses = NO_ADDRESSES;

  /** Its IPv4 half: addresses and conf. */
  public InDevice ipv4 = new InDevice();

  /** netem or whatever delays what leaves; none by default. */
  public Qdisc qdisc = Qdisc.NONE;

  public long rxPackets;
  public long rxBytes;
  public long rxDropped;
  public long rxMulticast;
  public long txPackets;
  public long txBytes;
  public long txDropped;
  public int txErrors;
  public int txCarrierErrors;

  public NetDevice(int id, int netns, int ifindex, String name, Driver driver) {
    this.id = id;
    this.netns = netns;
    this.ifindex = ifindex;
    this.name = name;
    this.driver = driver;
    this.mac = Mac.ZERO;
    this.broadcast = Mac.BROADCAST;
    this.mtu = 1500;
    this.flags = LinkFlags.BROADCAST | LinkFlags.MULTICAST;
    this.carrier = true;
  }

  public boolean isUp() {
    return (flags & LinkFlags.UP) != 0;
  }

  public boolean isLoopback() {
    return (flags & LinkFlags.LOOPBACK) != 0;
  }

  /** Whether it resolves addresses by ARP. */
  public boolean usesArp() {
    return (flags & (LinkFlags.NOARP | LinkFlags.LOOPBACK)) == 0;
  }

  /** Up and with carrier: a frame given to it leaves. */
  public boolean isRunning() {
    return isUp() && carrier;
  }

  /** netif_oper_up. */
  public boolean isOperUp() {
    return operState == OperState.UP || operState == OperState.UNKNOWN;
  }

  public boolean isPromiscuous() {
    return promiscuity > 0;
  }

  boolean is(int bit) {
    return (bits & bit) != 0;
  }

  void set(int bit) {
    bits |= bit;
  }

  void clear(int bit) {
    bits &= ~bit;
  }

  /** Whether someone chose its Ethernet address (NET_ADDR_SET). */
  public boolean isAddressSet() {
    return is(ADDRESS_SET);
  }

  /** Whether its own queueing discipline, not noop, has been put on it. */
  public boolean hasQdisc() {
    return is(QDISC_ATTACHED);
  }

  /** Whether it is being destroyed, rather than moved to another namespace. */
  public boolean isUnregistering() {
    return is(UNREGISTERING);
  }

  public NetDevice copy() {
    NetDevice copy = new NetDevice(id, netns, ifindex, name, driver.copy());
    copySettings(copy);
    copy.rxHandler = rxHandler.copy();
    copy.vlans = vlans;
    copy.uppers = uppers;
    copy.addedAddresses = addedAddresses;
    copy.ipv4 = ipv4.copy();
    copy.qdisc = qdisc.copy();
    copy.rxPackets = rxPackets;
    copy.rxBytes = rxBytes;
    copy.rxDropped = rxDropped;
    copy.rxMulticast = rxMulticast;
    copy.txPackets = txPackets;
    copy.txBytes = txBytes;
    copy.txDropped = txDropped;
    copy.txErrors = txErrors;
    copy.txCarrierErrors = txCarrierErrors;
    return copy;
  }

  private void copySettings(NetDevice copy) {
    copy.arrival = arrival;
    copy.mac = mac;
    copy.broadcast = broadcast;
    copy.mtu = mtu;
    copy.flags = flags;
    copy.carrier = carrier;
    copy.operState = operState;
    copy.bits = bits;
    copy.carrierChanges = carrierChanges;
    copy.txQueueLength = txQueueLength;
    copy.txQueues = txQueues;
    copy.rxQueues = rxQueues;
    copy.group = group;
    copy.promiscuity = promiscuity;
    copy.allMulticast = allMulticast;
    copy.alias = alias;
    copy.addrGenMode = addrGenMode;
    copy.master = master;
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
