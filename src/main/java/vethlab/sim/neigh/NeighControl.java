package vethlab.sim.neigh;

import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.NeighSpec;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Mac;

/** {@code ip neigh}: neighbour.c neigh_add, neigh_delete. */
public final class NeighControl {
  private NeighControl() {}

  public static Result add(World world, Netns netns, Op.NeighAdd op) {
    NeighSpec spec = op.entry();
    Optional<NetDevice> found = world.device(netns, spec.dev());
    if (found.isEmpty()) {
      return Result.refused(Errno.ENODEV);
    }
    NetDevice dev = found.get();
    NeighTable table = netns.neighbours;
    if (spec.proxy()) {
      table.addProxy(new NeighTable.Proxy(spec.to(), dev.id));
      return Result.OK;
    }
    Neighbour entry = table.find(dev.id, spec.to().bits());
    if (entry == NeighTable.NONE) {
      if (op.verb() == Op.NeighVerb.CHANGE) {
        return Result.refused(Errno.ENOENT);
      }
      entry = NeighMachine.create(world, netns, dev, spec.to());
      if (entry == NeighTable.NONE) {
        return Result.refused(Errno.ENOBUFS);
      }
    } else if (op.verb() == Op.NeighVerb.ADD) {
      return Result.refused(Errno.EEXIST);
    }
    return update(world, netns, dev, entry, spec);
  }

  /** __neigh_update with NEIGH_UPDATE_F_ADMIN. */
  private static Result update(
      World world, Netns netns, NetDevice dev, Neighbour entry, NeighSpec spec) {
    NudState state = spec.state();
    if (!state.valid()) {
      NeighMachine.setInvalid(world, netns, entry, state);
      return Result.OK;
    }
    if (spec.lladdr().isEmpty() && !entry.state.valid()) {
      return Result.refused(Errno.EINVAL, "No link layer address given");
    }
    Mac mac = spec.lladdr().orElse(entry.mac);
    if (state.connected()) {
      entry.confirmed = world.now();
    }
    NeighMachine.set(world, netns, dev, entry, mac, state);
    return Result.OK;
  }

  public static Result delete(World world, Netns netns, Op.NeighDel op) {
    NeighSpec spec = op.entry();
    Optional<NetDevice> dev = world.device(netns, spec.dev());
    if (dev.isEmpty()) {
      return Result.refused(Errno.ENODEV);
    }
    NeighTable table = netns.neighbours;
    if (spec.proxy()) {
      return table.removeProxy(dev.get().id, spec.to().bits())
          ? Result.OK
          : Result.refused(Errno.ENOENT);
    }
    Neighbour entry = table.find(dev.get().id, spec.to().bits());
    if (entry == NeighTable.NONE) {
      return Result.refused(Errno.ENOENT);
    }
    NeighMachine.setInvalid(world, netns, entry, NudState.FAILED);
    table.remove(entry);
    return Result.OK;
  }
}
