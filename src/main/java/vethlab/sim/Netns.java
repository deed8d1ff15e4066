package vethlab.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vethlab.op.Ns;
import vethlab.sim.fib.Fib;
import vethlab.sim.ipv4.InDevice;
import vethlab.sim.ipv4.IpState;
import vethlab.sim.ipv4.NetSysctls;
import vethlab.sim.neigh.NeighTable;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Nsids;
import vethlab.sim.netfilter.NetfilterState;
import vethlab.sim.socket.SocketTable;

/** A network namespace: struct net. Its devices live in the world and are named by their ids. */
public final class Netns {
  private static final LinkedHashMap<String, Integer> NO_NAMES = new LinkedHashMap<>();

  private static final int[] NO_DEVICES = {};

  /** With fewer devices than this they are looked through; with more there is an index by name. */
  private static final int FEW = 8;

  /** Number in the world, never reused; the host's is 0. */
  public final int id;

  /** Its name, or what stands for one while it has none. */
  public Ns ns;

  public DeviceIndex devices = new DeviceIndex();

  public int nextIfindex = 1;

  /** NetDevice id of lo. */
  public int loopback;

  /** NetDevice ids by name, once there are more than a few. */
  private LinkedHashMap<String, Integer> names = NO_NAMES;

  /** The numbers under which other namespaces are known here. */
  public Nsids nsids = new Nsids();

  /** Values of net.ipv4.conf.all and .default; in {@code conf} only. */
  public InDevice all = InDevice.all();

  public InDevice defaults = InDevice.defaults();

  /** NetDevice ids of the vxlans whose UDP socket is open here. Replaced, never written. */
  public int[] vxlans = NO_DEVICES;

  public NetSysctls sysctls = new NetSysctls();
  public Fib fib = new Fib();
  public NeighTable neighbours = new NeighTable();
  public NetfilterState netfilter = new NetfilterState();
  public SocketTable sockets = new SocketTable();
  public IpState ip = new IpState();

  public Netns(int id, Ns ns) {
    this.id = id;
    this.ns = ns;
  }

  public Netns copy() {
    Netns copy = new Netns(id, ns);
    copy.devices = devices.copy();
    copy.nextIfindex = nextIfindex;
    copy.loopback = loopback;
    copy.nsids = nsids.copy();
    copy.names = names == NO_NAMES ? names : new LinkedHashMap<>(names);
    copy.all = all.copy();
    copy.defaults = defaults.copy();
    copy.vxlans = vxlans;
    copy.sysctls = sysctls.copy();
    copy.fib = fib.copy();
    copy.neighbours = neighbours.copy();
    copy.netfilter = netfilter.copy();
    copy.sockets = sockets.copy();
    copy.ip = ip.copy();
    return copy;
  }

  /** The device of that name (NetDevice id), {@link Skb#NO_DEVICE} if there is none. */
  int byName(World world, String name) {
    if (names != NO_NAMES) {
      return names.getOrDefault(name, Skb.NO_DEVICE);
    }
    for (int i = 0; i < devices.size(); i++) {
      int id = devices.id(i);
      if (world.device(id).name.equals(name)) {
        return id;
      }
    }
    return Skb.NO_DEVICE;
  }

  /** A device comes or is renamed: {@code old} is empty for a new one. */
  void nameTaken(World world, String old, String now, int id) {
    if (names != NO_NAMES) {
      names.remove(old);
      names.put(now, id);
    } else if (devices.size() > FEW) {
      names = new LinkedHashMap<>();
      for (int i = 0; i < devices.size(); i++) {
        int each = devices.id(i);
        names.put(world.device(each).name, each);
      }
    }
  }

  void nameFreed(String name) {
    if (names != NO_NAMES) {
      names.remove(name);
    }
  }

  /** Its devices by ifindex. */
  public List<NetDevice> devices(World world) {
    List<NetDevice> all = new ArrayList<>(devices.size());
    for (int i = 0; i < devices.size(); i++) {
      all.add(world.device(devices.id(i)));
    }
    return all;
  }
}
