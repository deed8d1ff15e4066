package vethlab.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import vethlab.op.LinkFlags;
import vethlab.op.Ns;
import vethlab.sim.ipv4.InetEvents;
import vethlab.sim.netdev.Driver;
import vethlab.sim.netdev.LoopbackDriver;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Mac;

/** All namespaces and network devices of the machine, by id and by name. */
public final class Inventory {
  private static final int HOST = 0;

  /** By id; a hole where one was deleted. */
  private Netns[] namespaces = new Netns[8];

  private int namespaceCount;
  private NetDevice[] devices = new NetDevice[16];
  private int deviceCount = 1;
  private int arrivals;

  /** Ids of the namespaces but the host's by what they are called, in order of birth. */
  private LinkedHashMap<String, Integer> named = new LinkedHashMap<>();

  Inventory copy() {
    Inventory copy = new Inventory();
    copy.namespaces = namespaces.clone();
    copy.namespaceCount = namespaceCount;
    for (int i = 0; i < namespaceCount; i++) {
      copy.namespaces[i] = namespaces[i] == null ? null : namespaces[i].copy();
    }
    copy.devices = devices.clone();
    copy.deviceCount = deviceCount;
    copy.arrivals = arrivals;
    for (int i = 0; i < deviceCount; i++) {
      copy.devices[i] = devices[i] == null ? null : devices[i].copy();
    }
    copy.named = new LinkedHashMap<>(named);
    return copy;
  }

  public Netns host() {
    return namespaces[HOST];
  }

  public Netns netns(int id) {
    return namespaces[id];
  }

  public boolean hasNetns(int id) {
    return id < namespaceCount && namespaces[id] != null;
  }

  public Optional<Netns> netns(Ns ns) {
    if (ns.isHost()) {
      return Optional.of(host());
    }
    Integer id = named.get(ns.name());
    return id == null ? Optional.empty() : Optional.of(namespaces[id]);
  }

  /** Named namespaces in order of birth. */
  public List<Netns> named() {
    return namespaces().stream().filter(netns -> netns.ns.isNamed()).toList();
  }

  /** All but the host's, those without a name too. */
  public List<Netns> namespaces() {
    List<Netns> all = new ArrayList<>(named.size());
    for (int id : named.values()) {
      all.add(namespaces[id]);
    }
    return all;
  }

  /** The id of the namespace that is made next. */
  public int nextNamespace() {
    return namespaceCount;
  }

  /** A namespace with an lo that is down. */
  public Netns addNamespace(World world, Ns ns) {
    if (namespaceCount == namespaces.length) {
      namespaces = Arrays.copyOf(namespaces, namespaceCount * 2);
    }
    Netns netns = new Netns(namespaceCount++, ns);
    namespaces[netns.id] = netns;
    if (!ns.isHost()) {
      named.put(ns.name(), netns.id);
    }
    NetDevice lo = addDevice(world, netns, "lo", LoopbackDriver.INSTANCE, 0);
    lo.flags = LinkFlags.LOOPBACK;
    lo.mtu = 65536;
    lo.broadcast = Mac.ZERO;
    lo.carrier = true;
    netns.loopback = lo.id;
    InetEvents.deviceAdded(world, lo);
    return netns;
  }

  /** Takes the namespace out of the tables; its devices must be gone. */
  public void removeNamespace(Netns netns) {
    namespaces[netns.id] = null;
    named.remove(netns.ns.name());
  }

  void rename(Netns netns, Ns name) {
    named.remove(netns.ns.name());
    netns.ns = name;
    named.put(name.name(), netns.id);
  }

  public NetDevice device(int id) {
    return devices[id];
  }

  public boolean hasDevice(int id) {
    return id > 0 && id < deviceCount && devices[id] != null;
  }

  public Optional<NetDevice> deviceAt(Netns netns, int ifindex) {
    int id = netns.devices.of(ifindex);
    return id == Skb.NO_DEVICE ? Optional.empty() : Optional.of(devices[id]);
  }

  /** A new device, down; {@code ifindex} 0 takes the next one. */
  public NetDevice addDevice(World world, Netns netns, String name, Driver driver, int ifindex) {
    if (deviceCount == devices.length) {
      devices = Arrays.copyOf(devices, deviceCount * 2);
    }
    int index = ifindex == 0 ? freeIfindex(netns) : ifindex;
    NetDevice dev = new NetDevice(deviceCount++, netns.id, index, name, driver);
    devices[dev.id] = dev;
    dev.arrival = ++arrivals;
    dev.ipv4.conf = netns.defaults.conf;
    dev.ipv4.confSet = netns.defaults.confSet;
    dev.ipv4.neigh = netns.defaults.neigh;
    netns.devices.put(index, dev.id);
    netns.nameTaken(world, "", name, dev.id);
    return dev;
  }

  /** dev_new_index: the next number that is free. */
  public int freeIfindex(Netns netns) {
    while (netns.devices.has(netns.nextIfindex)) {
      netns.nextIfindex++;
    }
    return netns.nextIfindex++;
  }

  /** Takes the device out of the tables; whatever named it must have let go. */
  public void removeDevice(NetDevice dev) {
    netns(dev.netns).devices.remove(dev.ifindex);
    netns(dev.netns).nameFreed(dev.name);
    devices[dev.id] = null;
  }

  /** Gives the device another name; nobody else in its namespace may have it. */
  public void renameDevice(World world, NetDevice dev, String name) {
    String old = dev.name;
    dev.name = name;
    netns(dev.netns).nameTaken(world, old, name, dev.id);
  }

  /** Takes the device to another namespace, where {@code ifindex} and {@code name} are free. */
  public void moveDevice(World world, NetDevice dev, Netns to, int ifindex, String name) {
    netns(dev.netns).devices.remove(dev.ifindex);
    netns(dev.netns).nameFreed(dev.name);
    dev.netns = to.id;
    dev.arrival = ++arrivals;
    dev.ifindex = ifindex;
    dev.name = name;
    to.devices.put(ifindex, dev.id);
    to.nameTaken(world, "", name, dev.id);
  }

  public List<NetDevice> allDevices() {
    List<NetDevice> all = new ArrayList<>();
    for (int id = 1; id < deviceCount; id++) {
      if (devices[id] != null) {
        all.add(devices[id]);
      }
    }
    return all;
  }
}
