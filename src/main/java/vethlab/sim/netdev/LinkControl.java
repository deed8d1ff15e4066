package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Links are made, changed and destroyed on request: RTM_NEWLINK, RTM_SETLINK, RTM_DELLINK. */
public final class LinkControl {
  private LinkControl() {}

  public static Result add(World world, Netns netns, Op.LinkAdd op) {
    return settled(world, LinkWatch.LINK_ADD, () -> LinkAdd.add(world, netns, op));
  }

  public static Result delete(World world, Netns netns, Op.LinkDel op) {
    return settled(world, 0, () -> LinkDelete.delete(world, find(world, netns, op.name())));
  }

  public static Result set(World world, Netns netns, Op.LinkSet op) {
    return settled(
        world,
        LinkWatch.LINK_SET,
        () -> LinkSet.apply(world, find(world, netns, op.name()), op.changes()));
  }

  /** Between one request and the next link watch has looked at what changed. */
  private static Result settled(World world, long takes, Refusal.Change change) {
    Result result = Refusal.resultOf(change);
    world.linkWatch().spend(takes);
    world.linkWatch().settle(world);
    return result;
  }

  private static NetDevice find(World world, Netns netns, String name) throws Refusal {
    return world.device(netns, name).orElseThrow(() -> new Refusal(Errno.ENODEV));
  }
}
