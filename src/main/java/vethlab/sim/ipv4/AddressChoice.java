package vethlab.sim.ipv4;

import java.util.Comparator;
import java.util.List;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.fib.AddressType;
import vethlab.sim.fib.L3Master;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/**
 * Which of the machine's addresses: devinet.c inet_select_addr (sources, MASQUERADE, ARP),
 * inet_confirm_addr (arp_ignore), inet_addr_onlink, __ip_dev_find.
 */
public final class AddressChoice {
  private AddressChoice() {}

  /**
   * inet_select_addr: the first primary address of the device whose subnet holds {@code dst}, else
   * its first primary, else another device's.
   *
   * @param dst {@link Ip4#ANY} for whatever comes first
   * @param scope the largest RT_SCOPE_ an address may have
   */
  public static Ip4 select(World world, Netns netns, NetDevice dev, Ip4 dst, int scope) {
    Ip4 first = Ip4.ANY;
    int localnet = localnetScope(netns, dev);
    for (IfAddr each : dev.ipv4.addresses) {
      if (each.secondary() || Math.min(each.scope(), localnet) > scope) {
        continue;
      }
      if (dst.isAny() || each.holds(dst)) {
        return each.local();
      }
      if (first.isAny()) {
        first = each.local();
      }
    }
    return first.isAny() ? elsewhere(world, netns, dev, scope) : first;
  }

  private static int localnetScope(Netns netns, NetDevice dev) {
    return Conf.or(netns, dev, Ipv4Conf.ROUTE_LOCALNET) ? Route.SCOPE_LINK : Route.SCOPE_HOST;
  }

  private static Ip4 elsewhere(World world, Netns netns, NetDevice dev, int scope) {
    int vrf = L3Master.of(world, dev);
    if (vrf != Skb.NO_DEVICE) {
      Ip4 found = ofOther(world.device(vrf), scope);
      if (!found.isAny()) {
        return found;
      }
    }
    List<NetDevice> others = netns.devices(world);
    others.sort(Comparator.comparingInt(other -> other.arrival));
    for (NetDevice other : others) {
      if (L3Master.of(world, other) == vrf) {
        Ip4 found = ofOther(other, scope);
        if (!found.isAny()) {
          return found;
        }
      }
    }
    return Ip4.ANY;
  }

  /** in_dev_select_addr. */
  private static Ip4 ofOther(NetDevice dev, int scope) {
    for (IfAddr each : dev.ipv4.addresses) {
      if (!each.secondary() && each.scope() != Route.SCOPE_LINK && each.scope() <= scope) {
        return each.local();
      }
    }
    return Ip4.ANY;
  }

  /** inet_addr_onlink: a subnet of the device holds both; {@code b} may be {@link Ip4#ANY}. */
  public static boolean isOnLink(NetDevice dev, Ip4 a, Ip4 b) {
    for (IfAddr each : dev.ipv4.addresses) {
      if (each.holds(a) && (b.isAny() || each.holds(b))) {
        return true;
      }
    }
    return false;
  }

  /** inet_lookup_ifaddr: some device of the namespace has this address. */
  public static boolean isAssigned(World world, Netns netns, int address) {
    return netns.ip.owner(address) != Skb.NO_DEVICE;
  }

  /**
   * __ip_dev_find: the device (NetDevice id) a local address belongs to, 0 where it is not local.
   */
  public static int owner(World world, Netns netns, int address) {
    int owner = netns.ip.owner(address);
    if (owner != Skb.NO_DEVICE) {
      return owner;
    }
    return AddressType.of(world, netns, address) == RouteType.LOCAL
        ? netns.loopback
        : Skb.NO_DEVICE;
  }

  /** inet_confirm_addr on one device: does it have {@code local}, in a subnet with {@code dst}? */
  public static boolean confirm(Netns netns, NetDevice dev, Ip4 dst, Ip4 local, int scope) {
    int localnet = localnetScope(netns, dev);
    boolean chosen = false;
    Ip4 choice = Ip4.ANY;
    boolean same = false;
    for (IfAddr each : dev.ipv4.addresses) {
      int least = Math.min(each.scope(), localnet);
      if (!chosen && (local.isAny() || local.equals(each.local())) && least <= scope) {
        chosen = true;
        choice = each.local();
        if (same) {
          return true;
        }
      }
      if (!same) {
        same = (local.isAny() || each.holds(local)) && (dst.isAny() || each.holds(dst));
        if (same && chosen) {
          if (!local.isAny() || dst.isAny() || each.holds(choice) || least <= scope) {
            return true;
          }
          same = false;
        }
      }
    }
    return same && chosen;
  }

  /** inet_confirm_addr on any device. */
  public static boolean confirmAnywhere(World world, Netns netns, Ip4 dst, Ip4 local, int scope) {
    for (int i = 0; i < netns.devices.size(); i++) {
      if (confirm(netns, world.device(netns.devices.id(i)), dst, local, scope)) {
        return true;
      }
    }
    return false;
  }
}
