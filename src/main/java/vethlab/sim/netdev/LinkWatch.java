package vethlab.sim.netdev;

import java.util.Arrays;
import vethlab.op.OperState;
import vethlab.sim.Alarm;
import vethlab.sim.Skb;
import vethlab.sim.World;

/**
 * Sees that a carrier came or went, a little after it did: net/core/link_watch.c. It sets the
 * operational state, lets the queue pass frames or stops it, and tells the others. What is urgent
 * (a running link whose other end has another index, a carrier that comes back) it looks at between
 * one request and the next, anything else once a second.
 *
 * <p>On a real machine commands take time, in a simulation none: for that second, and for nothing
 * else, each command counts as long as it usually takes.
 */
public final class LinkWatch {
  private static final long SECOND = 1_000_000_000L;
  private static final long COMMAND = 10_000_000L;

  /** How much longer than other commands these take. */
  static final long LINK_SET = 48_000_000L;

  static final long LINK_ADD = 12_000_000L;
  static final long NETNS = 55_000_000L;

  private int[] waiting = new int[4];
  private int count;

  /** linkwatch_nextevent: when it may look again at what is not urgent, by {@link #clock}. */
  private long next;

  private boolean urgent;
  private long spent;
  private long alarmAt = Long.MAX_VALUE;

  public LinkWatch copy() {
    LinkWatch copy = new LinkWatch();
    copy.waiting = waiting.clone();
    copy.count = count;
    copy.next = next;
    copy.urgent = urgent;
    copy.spent = spent;
    copy.alarmAt = alarmAt;
    return copy;
  }

  private long clock(World world) {
    return world.now() + spent + world.commands() * COMMAND;
  }

  /** A request has taken that much longer than other commands do. */
  void spend(long nanos) {
    spent += nanos;
  }

  /** linkwatch_fire_event. */
  void fire(World world, NetDevice dev) {
    boolean now = isUrgent(world, dev);
    if (!dev.is(NetDevice.WATCHED)) {
      dev.set(NetDevice.WATCHED);
      enqueue(dev.id);
    }
    urgent |= now;
    wakeAt(world, now ? world.now() : world.now() + Math.max(0, next - clock(world)));
  }

  private void enqueue(int id) {
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, count * 2);
    }
    waiting[count++] = id;
  }

  private void wakeAt(World world, long time) {
    if (time < alarmAt) {
      alarmAt = time;
      world.schedule(time, new Look(time));
    }
  }

  private record Look(long at) implements Alarm {
    @Override
    public void fire(World world) {
      LinkWatch watch = world.linkWatch();
      if (watch.alarmAt == at) {
        watch.alarmAt = Long.MAX_VALUE;
        watch.settle(world);
      }
    }
  }

  /** linkwatch_urgent_event. */
  private static boolean isUrgent(World world, NetDevice dev) {
    if (!dev.isUp()) {
      return false;
    }
    int linked = dev.driver.linkedDevice();
    if (linked != Skb.NO_DEVICE
        && world.hasDevice(linked)
        && world.device(linked).ifindex != dev.ifindex) {
      return true;
    }
    return dev.carrier && !dev.is(NetDevice.ACTIVE);
  }

  /** Between one request and the next: looks at what is due, and at what that changes in turn. */
  public void settle(World world) {
    boolean all = clock(world) >= next;
    while (count > 0 && (urgent || all || hasDownOne(world))) {
      run(world, all);
      all = clock(world) >= next;
    }
    if (count > 0) {
      wakeAt(world, world.now() + Math.max(0, next - clock(world)));
    }
  }

  /** A new link's first look changes nothing that anyone sees; it need not wait. */
  private boolean hasDownOne(World world) {
    for (int at = 0; at < count; at++) {
      if (world.hasDevice(waiting[at]) && !world.device(waiting[at]).isUp()) {
        return true;
      }
    }
    return false;
  }

  /** __linkwatch_run_queue. */
  private void run(World world, boolean all) {
    urgent = false;
    if (all) {
      next = clock(world) + SECOND;
    }
    int[] batch = Arrays.copyOf(waiting, count);
    count = 0;
    for (int id : batch) {
      if (!world.hasDevice(id)) {
        continue;
      }
      NetDevice dev = world.device(id);
      if (all || !dev.isUp() || isUrgent(world, dev)) {
        look(world, dev);
      } else {
        enqueue(id);
      }
    }
  }

  /** linkwatch_do_dev. */
  private static void look(World world, NetDevice dev) {
    dev.clear(NetDevice.WATCHED);
    dev.operState = state(world, dev);
    world.revise();
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
   * linkwatch_sync_dev: someone asks for the link by name (RTM_GETLINK), so it is looked at now.
   */
  void sync(World world, NetDevice dev) {
    if (!dev.is(NetDevice.WATCHED)) {
      return;
    }
    int kept = 0;
    for (int at = 0; at < count; at++) {
      if (waiting[at] != dev.id) {
        waiting[kept++] = waiting[at];
      }
    }
    count = kept;
    look(world, dev);
    settle(world);
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
    int found = world.netns(dev.netns).devices.of(index);
    if (index == dev.ifindex || found == Skb.NO_DEVICE) {
      return OperState.DOWN;
    }
    return world.device(found).carrier ? OperState.DOWN : OperState.LOWERLAYERDOWN;
  }
}
