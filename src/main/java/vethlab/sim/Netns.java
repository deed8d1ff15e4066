package vethlab.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vethlab.op.Ns;
import vethlab.sim.fib.Fib;
import vethlab.sim.ipv4.IpState;
import vethlab.sim.ipv4.InDevice;
import vethlab.sim.ipv4.NetSysctls;
import vethlab.sim.neigh.NeighTable;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netfilter.NetfilterState;
import vethlab.sim.socket.SocketTable;

/** A network namespace: struct net. Its devices live in the world and are named by their ids. */
public final class Netns {
  /** Number in the world, never reused; the host's is 0. */
  public final int id;

  public final Ns ns;

  /** NetDevice ids by ifindex. */
  public TreeMap<Integer, Integer> devices = new TreeMap<>();

  public int nextIfindex = 1;

  /** NetDevice id of lo. */
  public int loopback;

  /** Other namespaces (their id) by the nsid under which they are known here. */
  public TreeMap<Integer, Integer> nsids = new TreeMap<>();

  /** Values of net.ipv4.conf.all and .default; in {@code conf} only. */
  public InDevice all = InDevice.all();

  public InDevice defaults = InDevice.defaults();

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
    copy.devices = new TreeMap<>(devices);
    copy.nextIfindex = nextIfindex;
    copy.loopback = loopback;
    copy.nsids = new TreeMap<>(nsids);
    copy.all = all.copy();
    copy.defaults = defaults.copy();
    copy.sysctls = sysctls.copy();
    copy.fib = fib.copy();
    copy.neighbours = neighbours.copy();
    copy.netfilter = netfilter.copy();
    copy.sockets = sockets.copy();
    copy.ip = ip.copy();
    return copy;
  }

  /** Its devices by ifindex. */
  public List<NetDevice> devices(World world) {
    List<NetDevice> all = new ArrayList<>(devices.size());
    for (int id : devices.values()) {
      all.add(world.device(id));
    }
    return all;
  }
}
