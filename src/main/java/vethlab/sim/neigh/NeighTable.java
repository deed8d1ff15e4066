package vethlab.sim.neigh;

import java.util.List;
import java.util.Optional;
import vethlab.op.NudState;
import vethlab.sim.table.LongMap;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * The neighbour entries of one namespace, in the order they were made, and the addresses it answers
 * for (proxies). The kernel's order is that of a hash seeded at boot.
 */
public final class NeighTable {
  /** An address for which ARP is answered on a device: struct pneigh_entry. */
  record Proxy(Ip4 ip, int dev) {}

  static final Neighbour NONE = new Neighbour(Ip4.ANY, 0);

  /** Of most namespaces; never written. */
  private static final LongMap<Proxy> NO_PROXIES = new LongMap<>();

  private LongMap<Neighbour> entries = new LongMap<>();
  private LongMap<Proxy> proxies = NO_PROXIES;
  private long timers;

  public NeighTable copy() {
    NeighTable copy = new NeighTable();
    copy.entries = entries.copy(Neighbour::copy);
    copy.proxies = proxies.isEmpty() ? NO_PROXIES : proxies.copy(each -> each);
    copy.timers = timers;
    return copy;
  }

  /** {@link #NONE} where there is no entry. */
  Neighbour find(int dev, int ip) {
    return entries.getOr(key(dev, ip), NONE);
  }

  public boolean has(int dev, int ip) {
    return find(dev, ip) != NONE;
  }

  /** The address of an entry that may be used; none where there is no such. */
  public Optional<Mac> address(int dev, int ip) {
    Neighbour entry = find(dev, ip);
    return entry.state.valid() ? Optional.of(entry.mac) : Optional.empty();
  }

  /** {@link NudState#NONE} where there is no entry. */
  public NudState state(int dev, int ip) {
    return find(dev, ip).state;
  }

  void add(Neighbour entry) {
    entries.put(key(entry.dev, entry.ip.bits()), entry);
  }

  void remove(Neighbour entry) {
    entries.remove(key(entry.dev, entry.ip.bits()));
  }

  int size() {
    return entries.size();
  }

  List<Neighbour> all() {
    return entries.values();
  }

  long nextTimer() {
    return ++timers;
  }

  boolean isProxied(int dev, int ip) {
    return !proxies.isEmpty() && (proxies.contains(key(dev, ip)) || proxies.contains(key(0, ip)));
  }

  void addProxy(Proxy proxy) {
    proxies = proxies == NO_PROXIES ? new LongMap<>() : proxies;
    proxies.put(key(proxy.dev, proxy.ip.bits()), proxy);
  }

  boolean removeProxy(int dev, int ip) {
    return proxies.remove(key(dev, ip));
  }

  List<Proxy> proxies() {
    return proxies.values();
  }

  private static long key(int dev, int ip) {
    return (long) dev << 32 | ip & 0xffffffffL;
  }
}
