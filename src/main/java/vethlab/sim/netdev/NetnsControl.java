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
  /** Where the numbers of network namespaces begin on a machine that has just booted. */
  private static final long FIRST_INODE = 4_026_531_840L;

  private NetnsControl() {}

  public static Result add(World world, Op.NetnsAdd op) {
    if (world.netns(new Ns(op.name())).isPresent()) {
      return Result.refused(Errno.EEXIST);
    }
    world.inventory().addNamespace(world, new Ns(op.name()));
    world.linkWatch().spend(LinkWatch.NETNS);
    return Result.OK;
  }

  /** It loses its name; it goes at once unless a process is in it. */
  public static Result delete(World world, Op.NetnsDel op) {
    Optional<Netns> found = world.netns(new Ns(op.name()));
    if (found.isEmpty() || found.get().ns.isHost()) {
      return Result.refused(Errno.ENOENT);
    }
    Netns netns = found.get();
    if (world.isInhabited(netns)) {
      world.rename(netns, unnamed(netns.id));
    } else {
      destroy(world, netns);
    }
    return Result.OK;
  }

  private static Ns unnamed(int id) {
    return Ns.unnamed(FIRST_INODE + id);
  }

  /** A namespace without a name, for the process that asks for it: unshare(2). */
  public static Ns unshare(World world) {
    Netns netns = world.inventory().addNamespace(world, unnamed(world.inventory().nextNamespace()));
    world.linkWatch().spend(LinkWatch.NETNS);
    return netns.ns;
  }

  /** A namespace without a name gets one. */
  public static void attach(World world, Ns ns, String name) {
    world.netns(ns).ifPresent(netns -> world.rename(netns, new Ns(name)));
  }

  /** A process has left a namespace: one without a name goes with its last process. */
  public static void left(World world, Ns ns) {
    if (!ns.isHost() && !ns.isNamed()) {
      world
          .netns(ns)
          .filter(netns -> !world.isInhabited(netns))
          .ifPresent(netns -> destroy(world, netns));
    }
  }

  /** All its links are destroyed, and with a veth the other end wherever it lives. */
  private static void destroy(World world, Netns netns) {
    destroyLinks(world, netns);
    NetnsIds.forget(world, netns.id);
    world.inventory().removeNamespace(netns);
    world.linkWatch().spend(LinkWatch.NETNS);
    world.linkWatch().settle(world);
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
