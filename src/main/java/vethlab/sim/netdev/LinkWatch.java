package vethlab.sim.netdev;

import java.util.Arrays;
import vethlab.op.OperState;
import vethlab.sim.Skb;
import vethlab.sim.World;

/**
 * Sees that a carrier came or went, a little after it did: net/core/link_watch.c. It sets the
 * operational state, lets the queue pass frames or stops it, and tells the others. Not modelled:
 * the kernel's pace of one look a second for what is not urgent; asking for a link makes it look at
 * once.
 */
public final class LinkWatch {
  private int[] waiting = new int[4];
  private int count;
  private boolean alarmed;

  public LinkWatch copy() {
    LinkWatch copy = new LinkWatch();
    copy.waiting = waiting.clone();
    copy.count = count;
    copy.alarmed = alarmed;
    return copy;
  }

  /** linkwatch_fire_event. */
  void fire(World world, NetDevice dev) {
    if (dev.is(NetDevice.WATCHED)) {
      return;
    }
    dev.set(NetDevice.WATCHED);
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, count * 2);
    }
    waiting[count++] = dev.id;
    if (!alarmed) {
      alarmed = true;
      world.schedule(world.now(), LinkWatch::look);
    }
  }

  private static void look(World world) {
    world.linkWatch().alarmed = false;
    world.linkWatch().settle(world);
  }

  /** Looks at every device whose carrier has changed; what that changes in turn as well. */
  void settle(World world) {
    for (int at = 0; at < count; at++) {
      if (world.hasDevice(waiting[at])) {
        look(world, world.device(waiting[at]));
      }
    }
    count = 0;
  }

  /** linkwatch_do_dev. */
  private static void look(World world, NetDevice dev) {
    dev.clear(NetDevice.WATCHED);
    dev.operState = state(world, dev);
    if (dev.isUp()) {
      if (dev.carrier) {
        LinkState.activate(dev);
      } else {
        LinkState.deactivate(dev);
      }
      Notify.change(world, dev);
    }
  }

  /**
   * default_operstate. A link without carrier blames the link below, which it looks for by ifindex
   * in its own namespace, even where it lives in another.
   */
  private static OperState state(World world, NetDevice dev) {
    if (dev.carrier) {
      return OperState.UP;
    }
    int linked = dev.driver.linkedDevice();
    if (linked == Skb.NO_DEVICE || !world.hasDevice(linked)) {
      return OperState.DOWN;
    }
    int index = world.device(linked).ifindex;
    Integer found = world.netns(dev.netns).devices.get(index);
    if (index == dev.ifindex || found == null) {
      return OperState.DOWN;
    }
    return world.device(found).carrier ? OperState.DOWN : OperState.LOWERLAYERDOWN;
  }
}
