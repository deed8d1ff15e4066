package vethlab.sim.ipv4;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.ipv4.InDevice.IfAddr;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Ip4;

/** {@code ip address}: devinet.c inet_rtm_newaddr, inet_rtm_deladdr. */
public final class AddrControl {
  private static final long FOREVER = Op.AddrAdd.FOREVER;

  private AddrControl() {}

  public static Result add(World world, Netns netns, Op.AddrAdd op) {
    Optional<NetDevice> found = world.device(netns, op.dev());
    if (found.isEmpty()) {
      return Result.refused(Errno.ENODEV, "ipv4: Device not found");
    }
    if (op.validSeconds() == 0 || op.preferredSeconds() > op.validSeconds()) {
      return Result.refused(Errno.EINVAL, "ipv4: address lifetime invalid");
    }
    NetDevice dev = found.get();
    if (dev.mtu < InDevice.MIN_MTU) {
      return Result.refused(Errno.ENOBUFS);
    }
    IfAddr address = address(world, dev, op);
    for (IfAddr each : dev.ipv4.addresses) {
      if (each.prefixLength() == address.prefixLength()
          && each.local().equals(address.local())
          && each.holds(address.peer())) {
        if (op.verb() == Op.AddrVerb.ADD) {
          return Result.refused(Errno.EEXIST, "ipv4: Address already assigned");
        }
        AddressList.renew(world, dev, each, address);
        return Result.OK;
      }
    }
    return AddressList.insert(world, netns, dev, address);
  }

  private static IfAddr address(World world, NetDevice dev, Op.AddrAdd op) {
    Ip4 local = op.local().address();
    int usualScope = local.isLoopback() ? Route.SCOPE_HOST : Route.SCOPE_GLOBAL;
    return new IfAddr(
        local,
        op.peer().orElse(local),
        op.local().length(),
        op.broadcast().orElse(Ip4.ANY),
        op.scope() < 0 ? usualScope : op.scope(),
        op.label().isEmpty() ? dev.name : op.label(),
        false,
        op.noPrefixRoute(),
        op.validSeconds() == FOREVER,
        op.validSeconds(),
        op.preferredSeconds(),
        world.now(),
        op.metric(),
        0);
  }

  public static Result delete(World world, Netns netns, Op.AddrDel op) {
    Optional<NetDevice> dev = world.device(netns, op.dev());
    if (dev.isEmpty()) {
      return Result.refused(Errno.ENODEV, "ipv4: Device not found");
    }
    for (IfAddr each : dev.get().ipv4.addresses) {
      if (isMeant(each, op)) {
        AddressList.delete(world, netns, dev.get(), each);
        return Result.OK;
      }
    }
    return Result.refused(Errno.EADDRNOTAVAIL, "ipv4: Address not found");
  }

  /** A request for a bare address carries no prefix to compare. */
  private static boolean isMeant(IfAddr address, Op.AddrDel op) {
    if (!address.local().equals(op.local().address())
        || (!op.label().isEmpty() && !op.label().equals(address.label()))) {
      return false;
    }
    boolean bare = op.peer().isEmpty() && op.local().length() == 32;
    Ip4 peer = op.peer().orElse(op.local().address());
    return bare || (op.local().length() == address.prefixLength() && address.holds(peer));
  }
}
