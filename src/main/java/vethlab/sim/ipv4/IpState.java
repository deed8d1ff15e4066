package vethlab.sim.ipv4;

import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.table.LongMap;

/**
 * What IPv4 keeps for a namespace: whose its addresses are, fragments that wait, ICMP's rate
 * limits, the id counter.
 */
public final class IpState {
  private static final Fragments NO_FRAGMENTS = new Fragments();
  private static final IcmpLimits NO_LIMITS = new IcmpLimits();

  private LongMap<Integer> owners = new LongMap<>();

  /** Both are made when they are first asked for: most namespaces need neither. */
  private Fragments fragments = NO_FRAGMENTS;

  private IcmpLimits limits = NO_LIMITS;
  private int ident;

  /** The packet (Skb id) one of whose fragments a link refused: the rest is not sent either. */
  private long refused;

  public IpState copy() {
    IpState copy = new IpState();
    copy.owners = owners.copy(id -> id);
    copy.fragments = fragments == NO_FRAGMENTS ? fragments : fragments.copy();
    copy.limits = limits == NO_LIMITS ? limits : limits.copy();
    copy.ident = ident;
    copy.refused = refused;
    return copy;
  }

  Fragments fragments() {
    fragments = fragments == NO_FRAGMENTS ? new Fragments() : fragments;
    return fragments;
  }

  IcmpLimits limits() {
    limits = limits == NO_LIMITS ? new IcmpLimits() : limits;
    return limits;
  }

  /** The device (NetDevice id) that has this address, {@link Skb#NO_DEVICE} if none has. */
  int owner(int address) {
    return owners.getOr(address, Skb.NO_DEVICE);
  }

  /** Whether some device of the namespace has this address. */
  public boolean isOwn(int address) {
    return owners.contains(address);
  }

  void assigned(int address, int dev) {
    if (!owners.contains(address)) {
      owners.put(address, dev);
    }
  }

  /** An address has been taken off a device; another may still have it. */
  void unassigned(World world, Netns netns, int address) {
    owners.remove(address);
    for (NetDevice dev : netns.devices(world)) {
      for (IfAddr each : dev.ipv4.addresses) {
        if (each.local().bits() == address) {
          assigned(address, dev.id);
        }
      }
    }
  }

  void refused(long packet) {
    refused = packet;
  }

  boolean wasRefused(long packet) {
    return refused == packet;
  }

  /** The next IP id; the kernel's are unpredictable. */
  int nextIdent() {
    ident = ident + 1 & 0xffff;
    return ident;
  }
}
