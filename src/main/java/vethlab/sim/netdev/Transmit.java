package vethlab.sim.netdev;

import vethlab.sim.FrameTap;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.socket.Sockets;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Frame;

/** A frame leaves by a device: net/core/dev.c __dev_queue_xmit, dev_hard_start_xmit. */
public final class Transmit {
  private Transmit() {}

  /** {@link Stage#TRANSMIT}: through the queueing discipline. */
  public static Stage queue(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    if (!dev.isUp()) {
      dev.txDropped++;
      return world.drop(skb, DropReason.QDISC_DROP, "noop_enqueue", "dev.down", dev.name);
    }
    if (!dev.is(NetDevice.ACTIVE)) {
      dev.txDropped++;
      return world.drop(skb, DropReason.QDISC_DROP, "noop_enqueue", "dev.no-carrier", dev.name);
    }
    return dev.qdisc == Qdisc.NONE ? Stage.DRIVER : dev.qdisc.enqueue(world, dev, skb);
  }

  /** {@link Stage#DRIVER}: the taps see it (dev_queue_xmit_nit), then the driver sends it. */
  public static Stage send(World world, Skb skb) {
    NetDevice dev = world.device(skb.dev);
    world.tap().frame(world, dev.id, FrameTap.Direction.OUT, skb.frame);
    Sockets.show(world, dev, FrameTap.Direction.OUT, skb.frame);
    if (world.tracing()) {
      world
          .trace()
          .verdict(skb, new Verdict.Sent(dev.name), "dev_hard_start_xmit", "dev.sent", dev.name);
    }
    return dev.driver.transmit(world, dev, skb);
  }

  /** Counts a frame as sent. */
  public static void count(NetDevice dev, Frame frame) {
    dev.txPackets++;
    dev.txBytes += frame.length();
  }
}
