package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;

/** Namespaces come and go: net/core/net_namespace.c setup_net, cleanup_net, rtnl_net_newid. */
public final class NetnsControl {
  private NetnsControl() {}

  public static Result add(World world, Op.NetnsAdd op) {
    if (world.netns(new Ns(op.name())).isPresent()) {
      return Result.refused(Errno.EEXIST);
    }
    world.inventory().addNamespace(world, new Ns(op.name()));
    world.linkWatch().spend(LinkWatch.NETNS);
    return Result.OK;
  }

  /** All its links are destroyed, and with a veth the other end wherever it lives. */
  public static Result delete(World world, Op.NetnsDel op) {
    Optional<Netns> found = world.netns(new Ns(op.name()));
    if (found.isEmpty() || found.get().ns.isHost()) {
      return Result.refused(Errno.ENOENT);
    }
    Netns netns = found.get();
    destroyLinks(world, netns);
    NetnsIds.forget(world, netns.id);
    world.inventory().removeNamespace(netns);
    world.linkWatch().spend(LinkWatch.NETNS);
    world.linkWatch().settle(world);
    return Result.OK;
  }

  /** default_device_exit_batch: the newest first, lo last. */
  private static void destroyLinks(World world, Netns netns) {
    List<NetDevice> dying = new ArrayList<>();
    List<NetDevice> newestFirst = netns.devices(world).reversed();
    for (NetDevice dev : newestFirst) {
      if (dev.id != netns.loopback && !dying.contains(dev)) {
        Refusal.resultOf(() -> dev.driver.delete(world, dev, dying));
      }
    }
    LinkDelete.unregister(world, dying);
    LinkDelete.unregister(world, List.of(world.device(netns.loopback)));
    netns.loopback = Skb.NO_DEVICE;
  }

  /** {@code ip netns set}. */
  public static Result setId(World world, Netns netns, Op.NetnsSetId op) {
    Optional<Netns> other = world.netns(new Ns(op.name()));
    if (other.isEmpty()) {
      return Result.refused(Errno.EINVAL, "Peer netns reference is invalid");
    }
    if (netns.nsids.of(other.get().id).isPresent()) {
      return Result.refused(Errno.EEXIST, "Peer netns already has a nsid assigned");
    }
    if (op.nsid() >= 0 && netns.nsids.taken(op.nsid())) {
      return Result.refused(Errno.ENOSPC, "The specified nsid is already used");
    }
    netns.nsids.put(op.nsid() >= 0 ? op.nsid() : netns.nsids.free(), other.get().id);
    return Result.OK;
  }
}
