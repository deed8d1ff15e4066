package vethlab.sim.neigh;

import vethlab.op.NudState;
import vethlab.sim.Alarm;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.TimerWheel;
import vethlab.sim.World;
import vethlab.sim.ipv4.IcmpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Icmp;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * The states of a neighbour: net/core/neighbour.c __neigh_create, __neigh_event_send,
 * neigh_timer_handler, __neigh_update, neigh_invalidate. The reachable time is always
 * base_reachable_time, where the kernel draws one between half and one and a half of it.
 */
final class NeighMachine {
  private static final long HUNDREDTH = 10_000_000L;

  /** gc_thresh3: more entries than that there are none. */
  private static final int MAX_ENTRIES = 1024;

  /** Whether an update may change an address that is known to work: NEIGH_UPDATE_F_OVERRIDE. */
  enum Claim {
    OVERRIDES,
    YIELDS
  }

  private NeighMachine() {}

  /** __neigh_create; {@link NeighTable#NONE} when the table is full. */
  static Neighbour create(World world, Netns netns, NetDevice dev, Ip4 ip) {
    NeighTable table = netns.neighbours;
    if (table.size() >= MAX_ENTRIES && !collect(table)) {
      return NeighTable.NONE;
    }
    Neighbour made = new Neighbour(ip, dev.id);
    made.updated = world.now();
    made.used = world.now();
    made.confirmed = world.now() - 2 * reachable(dev);
    table.add(made);
    return made;
  }

  /** neigh_forced_gc: the oldest entry that nobody needs makes room. */
  private static boolean collect(NeighTable table) {
    for (Neighbour each : table.all()) {
      if (!each.state.connected() && !each.isTimed()) {
        table.remove(each);
        return true;
      }
    }
    return false;
  }

  private static long reachable(NetDevice dev) {
    return NeighParms.nanos(dev.ipv4.neigh, NeighParms.BASE_REACHABLE_TIME_MS);
  }

  private static long retrans(NetDevice dev) {
    return Math.max(NeighParms.nanos(dev.ipv4.neigh, NeighParms.RETRANS_TIME_MS), HUNDREDTH);
  }

  private static long delay(NetDevice dev) {
    return NeighParms.nanos(dev.ipv4.neigh, NeighParms.DELAY_FIRST_PROBE_TIME);
  }

  private static int count(NetDevice dev, NeighParms key) {
    return NeighParms.of(dev.ipv4.neigh, key);
  }

  /** What became of a packet that asked for the neighbour. */
  enum Sent {
    /** The address is known well enough: send. */
    GO,
    /** The packet waits, or was dropped. */
    STOP
  }

  /** neigh_event_send: a packet wants to go there. */
  static Sent eventSend(World world, Netns netns, NetDevice dev, Neighbour entry, Skb skb) {
    if (!wants(world, netns, dev, entry)) {
      return Sent.GO;
    }
    if (entry.state == NudState.FAILED) {
      world.drop(skb, DropReason.NEIGH_FAILED, "__neigh_event_send", "neigh.no-probes", entry.ip);
      return Sent.STOP;
    }
    boolean begins =
        entry.state == NudState.INCOMPLETE
            && entry.queue.isEmpty()
            && entry.probes == count(dev, NeighParms.UCAST_SOLICIT);
    enqueue(world, dev, entry, skb);
    if (begins) {
      probe(world, netns, dev, entry);
    }
    return Sent.STOP;
  }

  /** The same without a packet: only asks. */
  static void ask(World world, Netns netns, NetDevice dev, Neighbour entry) {
    boolean fresh = entry.state != NudState.INCOMPLETE;
    if (wants(world, netns, dev, entry) && fresh && entry.state == NudState.INCOMPLETE) {
      probe(world, netns, dev, entry);
    }
  }

  /** Moves the state on as use does; whether a packet has to wait. */
  private static boolean wants(World world, Netns netns, NetDevice dev, Neighbour entry) {
    entry.used = world.now();
    switch (entry.state) {
      case REACHABLE, PERMANENT, NOARP, DELAY, PROBE -> {
        return false;
      }
      case STALE -> {
        entry.state = NudState.DELAY;
        entry.updated = world.now();
        arm(world, netns, entry, world.now() + delay(dev));
        return false;
      }
      case INCOMPLETE -> {
        return true;
      }
      case NONE, FAILED -> {
        entry.updated = world.now();
        int probes = count(dev, NeighParms.MCAST_SOLICIT) + count(dev, NeighParms.APP_SOLICIT);
        if (probes == 0) {
          entry.state = NudState.FAILED;
          return true;
        }
        entry.probes = count(dev, NeighParms.UCAST_SOLICIT);
        entry.state = NudState.INCOMPLETE;
        arm(world, netns, entry, world.now() + retrans(dev));
        return true;
      }
    }
    return true;
  }

  private static void enqueue(World world, NetDevice dev, Neighbour entry, Skb skb) {
    int limit = count(dev, NeighParms.UNRES_QLEN_BYTES);
    long size = truesize(skb);
    while (!entry.queue.isEmpty() && entry.queueBytes + size > limit) {
      Skb oldest = entry.queue.poll();
      entry.queueBytes -= truesize(oldest);
      world.drop(
          oldest, DropReason.NEIGH_QUEUEFULL, "__neigh_event_send", "neigh.queue-full", entry.ip);
    }
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.QUEUED,
              "__neigh_event_send",
              "neigh.waits",
              entry.ip,
              dev.name,
              entry.queue.size() + 1);
    }
    skb.stage = Stage.NEIGHBOUR;
    entry.queue.add(skb.copy());
    entry.queueBytes += size;
  }

  /** What a packet of that length takes in memory: roughly skb->truesize. */
  private static long truesize(Skb skb) {
    int length = skb.packet.totalLength() + 14;
    return 576L + Math.max(192, Integer.highestOneBit(length * 2 - 1));
  }

  /** neigh_probe: asks once. */
  private static void probe(World world, Netns netns, NetDevice dev, Neighbour entry) {
    ArpSend.solicit(world, netns, dev, entry);
    entry.probes++;
  }

  private static void arm(World world, Netns netns, Neighbour entry, long time) {
    entry.timer = netns.neighbours.nextTimer();
    long delay = Math.max(time - world.now(), HUNDREDTH);
    long at = TimerWheel.expiry(world.now(), delay);
    world.schedule(at, new NeighAlarm(netns.id, entry.dev, entry.ip.bits(), entry.timer));
  }

  private static void disarm(Neighbour entry) {
    entry.timer = 0;
  }

  private record NeighAlarm(int netns, int dev, int ip, long timer) implements Alarm {
    @Override
    public void fire(World world) {
      if (!world.hasNetns(netns) || !world.hasDevice(dev)) {
        return;
      }
      Netns where = world.netns(netns);
      Neighbour entry = where.neighbours.find(dev, ip);
      if (entry != NeighTable.NONE && entry.timer == timer) {
        tick(world, where, world.device(dev), entry);
      }
    }
  }

  /** neigh_timer_handler. */
  private static void tick(World world, Netns netns, NetDevice dev, Neighbour entry) {
    long now = world.now();
    long next = now + retrans(dev);
    disarm(entry);
    switch (entry.state) {
      case REACHABLE -> {
        if (now < entry.confirmed + reachable(dev)) {
          next = entry.confirmed + reachable(dev);
        } else if (now <= entry.used + delay(dev)) {
          move(world, entry, NudState.DELAY);
          next = now + delay(dev);
        } else {
          move(world, entry, NudState.STALE);
        }
      }
      case DELAY -> {
        if (now <= entry.confirmed + delay(dev)) {
          move(world, entry, NudState.REACHABLE);
          next = entry.confirmed + reachable(dev);
        } else {
          move(world, entry, NudState.PROBE);
          entry.probes = 0;
        }
      }
      case INCOMPLETE, PROBE -> {}
      default -> {
        return;
      }
    }
    boolean asking = entry.state == NudState.INCOMPLETE || entry.state == NudState.PROBE;
    if (asking && entry.probes >= maxProbes(dev, entry)) {
      move(world, entry, NudState.FAILED);
      invalidate(world, netns, entry);
      return;
    }
    if (entry.isTimed()) {
      arm(world, netns, entry, next);
    }
    if (asking) {
      probe(world, netns, dev, entry);
    }
  }

  private static int maxProbes(NetDevice dev, Neighbour entry) {
    return count(dev, NeighParms.UCAST_SOLICIT)
        + count(dev, NeighParms.APP_SOLICIT)
        + (entry.state == NudState.PROBE
            ? count(dev, NeighParms.MCAST_RESOLICIT)
            : count(dev, NeighParms.MCAST_SOLICIT));
  }

  private static void move(World world, Neighbour entry, NudState to) {
    entry.state = to;
    entry.updated = world.now();
  }

  /** neigh_invalidate: what waited is answered with "host unreachable" (ipv4_link_failure). */
  private static void invalidate(World world, Netns netns, Neighbour entry) {
    entry.updated = world.now();
    while (entry.state == NudState.FAILED && !entry.queue.isEmpty()) {
      Skb skb = entry.queue.poll();
      IcmpSend.error(world, skb, Icmp.DEST_UNREACH, Icmp.HOST_UNREACH, 0);
      world.drop(skb, DropReason.NEIGH_FAILED, "neigh_invalidate", "neigh.failed", entry.ip);
    }
    entry.queueBytes = 0;
  }

  /** __neigh_update as ARP calls it: something was heard about the neighbour. */
  static void heard(
      World world,
      Netns netns,
      NetDevice dev,
      Neighbour entry,
      Mac mac,
      NudState now,
      Claim claim) {
    NudState old = entry.state;
    if (old == NudState.NOARP || old == NudState.PERMANENT) {
      return;
    }
    boolean known = old.valid() && entry.mac.bits() == mac.bits();
    if (now.connected()) {
      entry.confirmed = world.now();
    }
    if (old.valid()) {
      if (!known && claim == Claim.YIELDS) {
        return;
      }
      if (known && now == NudState.STALE) {
        return;
      }
    }
    set(world, netns, dev, entry, mac, now);
  }

  /** The rest of __neigh_update: takes address and state, sets the timer, lets the queue go. */
  static void set(World world, Netns netns, NetDevice dev, Neighbour entry, Mac mac, NudState now) {
    NudState old = entry.state;
    boolean sameMac = entry.mac.bits() == mac.bits();
    if (now != old || !sameMac) {
      entry.updated = world.now();
    }
    if (now != old) {
      disarm(entry);
      if (now == NudState.PROBE) {
        entry.probes = 0;
      }
      entry.state = now;
      if (entry.isTimed()) {
        arm(world, netns, entry, world.now() + (now == NudState.REACHABLE ? reachable(dev) : 0));
      }
    }
    if (!sameMac) {
      entry.mac = mac;
      if (!now.connected()) {
        entry.confirmed = world.now() - 2 * reachable(dev);
      }
    }
    if (now != old && !old.valid()) {
      release(world, entry);
    }
  }

  /** An administrator's update to a state without an address: FAILED, INCOMPLETE, NONE. */
  static void setInvalid(World world, Netns netns, Neighbour entry, NudState now) {
    NudState old = entry.state;
    disarm(entry);
    move(world, entry, now);
    boolean asked = old == NudState.INCOMPLETE || old == NudState.PROBE;
    if (asked && now == NudState.FAILED) {
      invalidate(world, netns, entry);
    }
  }

  /** What waited goes on. */
  private static void release(World world, Neighbour entry) {
    while (!entry.queue.isEmpty()) {
      world.push(entry.queue.poll());
    }
    entry.queueBytes = 0;
  }

  /** A higher layer knows that the neighbour answers: neigh_confirm. */
  static void confirm(World world, Neighbour entry) {
    entry.confirmed = world.now();
  }
}
