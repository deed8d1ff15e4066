package vethlab.sim.bridge;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.DeviceEvent;
import vethlab.sim.netdev.Driver;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Refusal;
import vethlab.wire.Mac;
import vethlab.wire.Vlan;

/**
 * A bridge: struct net_bridge and, as a device, net/bridge/br_device.c. Ports are in {@link
 * BridgePorts}, spanning tree in {@link Stp}, frames in {@link BridgeWay}. Times are virtual
 * nanoseconds.
 */
public final class Bridge implements Driver {
  private static final int MOST_PORTS = 1024;
  private static final long SECOND = 1_000_000_000L;
  private static final BridgePort[] NO_PORTS = {};

  /** NetDevice id. */
  int device;

  /** By number; a hole where there is none. */
  private BridgePort[] numbered = new BridgePort[4];

  /** The newest first, as the kernel's list has them. Replaced, never written. */
  private BridgePort[] ports = NO_PORTS;

  Fdb fdb = new Fdb();
  VlanSet vlans = VlanSet.NONE.with(1, VlanSet.Membership.DEFAULT);

  /** Own addresses are kept in each VLAN, too: from the first time the bridge filters VLANs. */
  boolean vlansInFdb;

  boolean vlanFiltering;
  int vlanProtocol = Vlan.DOT1Q;
  int defaultPvid = 1;
  boolean vlanStats;

  boolean stp;
  int priority = 0x8000;

  /** The address in its bridge id: zero until a port or someone gave it one. */
  Mac idAddress = Mac.ZERO;

  long designatedRoot = (long) priority << 48;
  int rootPathCost;
  int rootPort;
  boolean topologyChange;
  boolean topologyChangeDetected;

  long maxAge = 20 * SECOND;
  long helloTime = 2 * SECOND;
  long forwardDelay = 15 * SECOND;
  long bridgeMaxAge = maxAge;
  long bridgeHelloTime = helloTime;
  long bridgeForwardDelay = forwardDelay;
  long ageingTime = 300 * SECOND;
  long bridgeAgeingTime = ageingTime;

  long helloAt = BridgePort.NEVER;
  long tcnAt = BridgePort.NEVER;
  long topologyChangeAt = BridgePort.NEVER;

  int groupForwardMask;
  boolean mtuSetByUser;
  boolean multicastSnooping = true;
  boolean multicastQuerier;
  int multicastRouter = 1;
  boolean callIptables;
  boolean callIp6tables;
  boolean callArptables;
  private boolean suppressesArp;

  /** How links are registered; the bridge's own part of making one does not know the request. */
  @FunctionalInterface
  public interface Registration {
    NetDevice register(World world, Driver driver) throws Refusal;
  }

  /** The checks that come before. */
  @FunctionalInterface
  public interface Check {
    void check(Driver driver) throws Refusal;
  }

  /** br_dev_newlink. */
  public static NetDevice make(
      World world, Registration registration, Check check, LinkKind.Bridge kind) throws Refusal {
    Bridge bridge = new Bridge();
    BridgeSettings.validate(kind.settings());
    check.check(bridge);
    NetDevice dev = registration.register(world, bridge);
    for (LinkChange.BridgeSetting each : kind.settings()) {
      BridgeSettings.set(world, dev, bridge, each);
    }
    return dev;
  }

  @Override
  public Driver copy() {
    Bridge copy = new Bridge();
    copy.device = device;
    copy.numbered = numbered.clone();
    copy.ports = ports.clone();
    for (int at = 0; at < ports.length; at++) {
      BridgePort port = ports[at].copy();
      copy.ports[at] = port;
      copy.numbered[port.number] = port;
    }
    copy.fdb = fdb.copy();
    copySettings(copy);
    copySpanningTree(copy);
    return copy;
  }

  private void copySettings(Bridge copy) {
    copy.vlans = vlans;
    copy.vlansInFdb = vlansInFdb;
    copy.vlanFiltering = vlanFiltering;
    copy.vlanProtocol = vlanProtocol;
    copy.defaultPvid = defaultPvid;
    copy.vlanStats = vlanStats;
    copy.groupForwardMask = groupForwardMask;
    copy.mtuSetByUser = mtuSetByUser;
    copy.multicastSnooping = multicastSnooping;
    copy.multicastQuerier = multicastQuerier;
    copy.multicastRouter = multicastRouter;
    copy.callIptables = callIptables;
    copy.callIp6tables = callIp6tables;
    copy.callArptables = callArptables;
    copy.suppressesArp = suppressesArp;
    copy.ageingTime = ageingTime;
    copy.bridgeAgeingTime = bridgeAgeingTime;
  }

  private void copySpanningTree(Bridge copy) {
    copy.stp = stp;
    copy.priority = priority;
    copy.idAddress = idAddress;
    copy.designatedRoot = designatedRoot;
    copy.rootPathCost = rootPathCost;
    copy.rootPort = rootPort;
    copy.topologyChange = topologyChange;
    copy.topologyChangeDetected = topologyChangeDetected;
    copy.maxAge = maxAge;
    copy.helloTime = helloTime;
    copy.forwardDelay = forwardDelay;
    copy.bridgeMaxAge = bridgeMaxAge;
    copy.bridgeHelloTime = bridgeHelloTime;
    copy.bridgeForwardDelay = bridgeForwardDelay;
    copy.helloAt = helloAt;
    copy.tcnAt = tcnAt;
    copy.topologyChangeAt = topologyChangeAt;
  }

  // --- its parts -------------------------------------------------------------------------------

  /** The newest first. */
  BridgePort[] ports() {
    return ports;
  }

  BridgePort port(int number) {
    return numbered[number];
  }

  boolean hasPort(int number) {
    return number > 0 && number < numbered.length && numbered[number] != null;
  }

  /** find_portno. */
  int freePortNumber() throws Refusal {
    int number = 1;
    while (number < numbered.length && numbered[number] != null) {
      number++;
    }
    if (number >= MOST_PORTS) {
      throw new Refusal(Errno.ENFILE);
    }
    return number;
  }

  void add(BridgePort port) {
    if (port.number >= numbered.length) {
      numbered = java.util.Arrays.copyOf(numbered, numbered.length * 2);
    }
    numbered[port.number] = port;
    BridgePort[] more = new BridgePort[ports.length + 1];
    more[0] = port;
    System.arraycopy(ports, 0, more, 1, ports.length);
    ports = more;
  }

  void remove(BridgePort port) {
    numbered[port.number] = null;
    List<BridgePort> fewer = new ArrayList<>(List.of(ports));
    fewer.remove(port);
    ports = fewer.toArray(NO_PORTS);
  }

  /** Priority in the upper 16 bits, address in the lower 48. */
  long id() {
    return (long) priority << 48 | idAddress.bits();
  }

  /** br_is_root_bridge. */
  boolean isRoot() {
    return id() == designatedRoot;
  }

  /** hold_time: how long what was learnt is kept. */
  long holdTime() {
    return topologyChange ? forwardDelay : ageingTime;
  }

  /** Whether a port keeps ARP away from its stations. */
  boolean suppressesArp() {
    return suppressesArp;
  }

  /** br_recalculate_neigh_suppress_enabled. */
  void portFlagsChanged() {
    suppressesArp = false;
    for (BridgePort port : ports) {
      suppressesArp |= port.has(BridgePort.NEIGH_SUPPRESS);
    }
  }

  /** Whether it joins the group of all snoopers. */
  public boolean snoops() {
    return multicastSnooping;
  }

  // --- the device ------------------------------------------------------------------------------

  @Override
  public LinkKind kind(World world, NetDevice dev) {
    return new LinkKind.Bridge(List.of());
  }

  @Override
  public boolean movable() {
    return false;
  }

  @Override
  public void registered(World world, NetDevice dev) {
    device = dev.id;
    LocalFdb.bridgeAddressChanges(world, this, Mac.ZERO, dev.mac);
  }

  @Override
  public void open(World world, NetDevice dev) {
    BridgeStates.enable(world, this);
  }

  @Override
  public void stop(World world, NetDevice dev) {
    BridgeStates.disable(world, this);
  }

  @Override
  public boolean validatesAddress() {
    return false;
  }

  @Override
  public void changeMtu(World world, NetDevice dev, int mtu) {
    dev.mtu = mtu;
    mtuSetByUser = true;
  }

  @Override
  public void setAddress(World world, NetDevice dev, Mac mac) throws Refusal {
    if (mac.isMulticast() || mac.isZero()) {
      throw new Refusal(Errno.EADDRNOTAVAIL);
    }
    if (!dev.mac.equals(mac)) {
      BridgeStates.changeAddress(world, this, mac);
    }
  }

  @Override
  public void enslave(World world, NetDevice dev, NetDevice slave) throws Refusal {
    BridgePorts.add(world, this, slave);
  }

  @Override
  public void release(World world, NetDevice dev, NetDevice slave) throws Refusal {
    BridgePorts.remove(world, this, slave);
  }

  /** br_dev_delete: it lets go of its ports first. */
  @Override
  public void delete(World world, NetDevice dev, List<NetDevice> dying) {
    for (BridgePort port : ports) {
      BridgePorts.letGo(world, this, port);
    }
    dying.add(dev);
  }

  @Override
  public void slaveEvent(World world, NetDevice dev, NetDevice slave, DeviceEvent event) {
    BridgePorts.event(world, this, slave, event);
  }

  @Override
  public Stage transmit(World world, NetDevice dev, Skb skb) {
    return Stage.BRIDGE_SEND;
  }
}
