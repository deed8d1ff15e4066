package vethlab.sim.netdev;

import vethlab.op.LinkFlags;
import vethlab.op.OperState;
import vethlab.sim.Skb;
import vethlab.sim.ipv4.InDevice;
import vethlab.wire.Mac;

/** A network device: struct net_device. Other devices are named by their id in the world. */
public final class NetDevice {
  /** Number in the world, never reused; {@link Skb#NO_DEVICE} is none. */
  public final int id;

  public int netns;
  public int ifindex;
  public String name;
  public Mac mac;
  public Mac broadcast;
  public int mtu;

  /** IFF_ bits that are settings: UP, BROADCAST, LOOPBACK, NOARP, MULTICAST, PROMISC … */
  public int flags;

  /** netif_carrier_ok. */
  public boolean carrier;

  public OperState operState = OperState.DOWN;
  public int txQueueLength = 1000;
  public int group;
  public int promiscuity;
  public String alias = "";

  /** The bridge or vrf it belongs to, {@link Skb#NO_DEVICE} if none. */
  public int master = Skb.NO_DEVICE;

  public Driver driver;
  public RxHandler rxHandler = RxHandler.NONE;

  /** Its IPv4 half: addresses and conf. */
  public InDevice ipv4 = new InDevice();

  /** netem or whatever delays what leaves; none by default. */
  public Qdisc qdisc = Qdisc.NONE;

  public long rxPackets;
  public long rxBytes;
  public long rxDropped;
  public long rxErrors;
  public long rxMulticast;
  public long txPackets;
  public long txBytes;
  public long txDropped;
  public long txErrors;
  public long txCarrierErrors;

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

  public NetDevice copy() {
    NetDevice copy = new NetDevice(id, netns, ifindex, name, driver.copy());
    copy.mac = mac;
    copy.broadcast = broadcast;
    copy.mtu = mtu;
    copy.flags = flags;
    copy.carrier = carrier;
    copy.operState = operState;
    copy.txQueueLength = txQueueLength;
    copy.group = group;
    copy.promiscuity = promiscuity;
    copy.alias = alias;
    copy.master = master;
    copy.rxHandler = rxHandler.copy();
    copy.ipv4 = ipv4.copy();
    copy.qdisc = qdisc.copy();
    copy.rxPackets = rxPackets;
    copy.rxBytes = rxBytes;
    copy.rxDropped = rxDropped;
    copy.rxErrors = rxErrors;
    copy.rxMulticast = rxMulticast;
    copy.txPackets = txPackets;
    copy.txBytes = txBytes;
    copy.txDropped = txDropped;
    copy.txErrors = txErrors;
    copy.txCarrierErrors = txCarrierErrors;
    return copy;
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
