package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.view.QdiscView;
import vethlab.sim.Alarm;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.socket.TransportInput;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;

/**
 * Delays, loses, doubles what leaves by a device: net/sched/sch_netem.c. Chance is the world's own,
 * the same in every run. Not modelled: correlation, other distributions than the uniform one,
 * slots, changed bits.
 */
final class Netem implements Qdisc {
  /** A frame that waits, in the order of its time. */
  private record Waiting(long at, Skb skb) {}

  private final int handle;
  private vethlab.op.Qdisc.Netem settings;
  private final List<Waiting> waiting = new ArrayList<>();
  private long sentBytes;
  private long sentPackets;
  private long dropped;

  Netem(int handle, vethlab.op.Qdisc.Netem settings) {
    this.handle = handle;
    this.settings = settings;
  }

  @Override
  public Qdisc copy() {
    Netem copy = new Netem(handle, settings);
    for (Waiting each : waiting) {
      copy.waiting.add(new Waiting(each.at, each.skb.copy()));
    }
    copy.sentBytes = sentBytes;
    copy.sentPackets = sentPackets;
    copy.dropped = dropped;
    return copy;
  }

  /** netem_change; what waits already keeps its time, rate and corrupt stay unless given. */
  void change(vethlab.op.Qdisc.Netem given) {
    settings =
        new vethlab.op.Qdisc.Netem(
            given.delay(),
            given.jitter(),
            given.loss(),
            given.duplicate(),
            given.corrupt() == 0 ? settings.corrupt() : given.corrupt(),
            given.reorder(),
            given.rate() == 0 ? settings.rate() : given.rate(),
            given.limit());
  }

  int handle() {
    return handle;
  }

  @Override
  public String name() {
    return "netem";
  }

  @Override
  public void reset() {
    waiting.clear();
  }

  @Override
  public QdiscView view(NetDevice dev) {
    return new QdiscView(
        dev.name, name(), handle, Optional.of(settings), sentBytes, sentPackets, dropped);
  }

  /** netem_enqueue. */
  @Override
  public Stage enqueue(World world, NetDevice dev, Skb skb) {
    int count = 1 + (happens(world, settings.duplicate()) ? 1 : 0);
    if (happens(world, settings.loss())) {
      count--;
    }
    if (count == 0) {
      dropped++;
      return world.drop(skb, DropReason.QDISC_DROP, "netem_enqueue", "netem.lost", dev.name);
    }
    if (count == 2) {
      Skb twin = skb.copy();
      twin.stage = add(world, dev, twin);
      if (twin.stage == Stage.DRIVER) {
        world.push(twin);
      }
    }
    return add(world, dev, skb);
  }

  private Stage add(World world, NetDevice dev, Skb skb) {
    if (waiting.size() >= settings.limit()) {
      dropped++;
      TransportInput.refused(world, skb, Errno.ENOBUFS);
      return world.drop(skb, DropReason.QDISC_DROP, "netem_enqueue", "netem.full", dev.name);
    }
    long at = happens(world, settings.reorder()) ? world.now() : sendTime(world, skb);
    if (at <= world.now() && waiting.isEmpty()) {
      count(skb);
      return Stage.DRIVER;
    }
    if (world.tracing()) {
      world
          .trace()
          .verdict(
              skb,
              Verdict.QUEUED,
              "netem_enqueue",
              "netem.delayed",
              dev.name,
              (at - world.now()) / 1_000_000);
    }
    insert(new Waiting(at, skb.copy()));
    world.schedule(at, new Due(dev.id));
    return Stage.DONE;
  }

  private long sendTime(World world, Skb skb) {
    long delay = settings.delay();
    if (settings.jitter() > 0) {
      long spread = Long.remainderUnsigned(world.nextRandom(), 2 * settings.jitter());
      delay = Math.max(0, delay + spread - settings.jitter());
    }
    long from = world.now();
    if (settings.rate() > 0) {
      if (!waiting.isEmpty()) {
        long last = waiting.getLast().at;
        delay = Math.max(0, delay - (last - from));
        from = last;
      }
      delay += skb.frame.length() * 8_000_000_000L / settings.rate();
    }
    return from + delay;
  }

  /** tfifo_enqueue: behind those of the same time. */
  private void insert(Waiting one) {
    int at = waiting.size();
    while (at > 0 && waiting.get(at - 1).at > one.at) {
      at--;
    }
    waiting.add(at, one);
  }

  private static boolean happens(World world, double share) {
    return share > 0 && (world.nextRandom() >>> 11) * 0x1.0p-53 < share;
  }

  private void count(Skb skb) {
    sentPackets++;
    sentBytes += skb.frame.length();
  }

  /** Frames of the device whose time has come leave. */
  private record Due(int device) implements Alarm {
    @Override
    public void fire(World world) {
      if (!world.hasDevice(device) || !(world.device(device).qdisc instanceof Netem netem)) {
        return;
      }
      while (!netem.waiting.isEmpty() && netem.waiting.getFirst().at <= world.now()) {
        Skb skb = netem.waiting.removeFirst().skb;
        netem.count(skb);
        skb.stage = Stage.DRIVER;
        world.push(skb);
      }
    }
  }
}
