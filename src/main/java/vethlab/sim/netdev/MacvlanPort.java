package vethlab.sim.netdev;

import vethlab.sim.Carried;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.netdev.MacvlanDriver.Mode;
import vethlab.sim.trace.DropReason;
import vethlab.wire.Frame;
import vethlab.wire.Mac;

/**
 * A link that carries macvlans: what arrives for one of their addresses is theirs.
 * drivers/net/macvlan.c macvlan_handle_frame, macvlan_broadcast.
 */
final class MacvlanPort implements RxHandler {
  static final MacvlanPort INSTANCE = new MacvlanPort();

  private static final int HEADROOM = 14 + 4;
  private static final Mode[] EVERY = Mode.values();

  private MacvlanPort() {}

  @Override
  public RxHandler copy() {
    return this;
  }

  static boolean isPassthru(World world, NetDevice lower) {
    for (int id : lower.uppers) {
      if (world.device(id).driver instanceof MacvlanDriver driver && driver.mode == Mode.PASSTHRU) {
        return true;
      }
    }
    return false;
  }

  static boolean hasMacvlans(World world, NetDevice lower) {
    for (int id : lower.uppers) {
      if (world.hasDevice(id) && world.device(id).driver instanceof MacvlanDriver) {
        return true;
      }
    }
    return false;
  }

  /** macvlan_hash_lookup: the macvlan that is up and has that address; the link itself if none. */
  static NetDevice find(World world, NetDevice lower, Mac mac) {
    for (int id : lower.uppers) {
      NetDevice dev = world.device(id);
      if (dev.mac.bits() == mac.bits() && dev.isUp() && dev.driver instanceof MacvlanDriver) {
        return dev;
      }
    }
    return lower;
  }

  @Override
  public Stage receive(World world, NetDevice lower, Skb skb) {
    Frame frame = skb.frame;
    if (frame.dst().isMulticast()) {
      return group(world, lower, skb);
    }
    NetDevice to = isPassthru(world, lower) ? only(world, lower) : find(world, lower, frame.dst());
    if (to == lower) {
      return Stage.PROTOCOL;
    }
    if (!to.isUp()) {
      return world.drop(skb, DropReason.NOT_SPECIFIED, "macvlan_handle_frame", "dev.down", to.name);
    }
    count(to, frame.length());
    if (world.tracing()) {
      world
          .trace()
          .passed(
              skb, "macvlan_handle_frame", "macvlan.received", frame.dst(), to.name, lower.name);
    }
    skb.dev = to.id;
    skb.netns = to.netns;
    skb.flags &= ~Skb.OTHERHOST;
    return Stage.RECEIVE;
  }

  private static NetDevice only(World world, NetDevice lower) {
    for (int id : lower.uppers) {
      if (world.device(id).driver instanceof MacvlanDriver) {
        return world.device(id);
      }
    }
    return lower;
  }

  /** For many: the macvlans get copies, then the link itself. */
  private static Stage group(World world, NetDevice lower, Skb skb) {
    int length = skb.frame.length();
    NetDevice from = find(world, lower, skb.frame.src());
    if (from == lower) {
      broadcast(world, lower, skb, Skb.NO_DEVICE, length, EVERY);
      return Stage.PROTOCOL;
    }
    switch (((MacvlanDriver) from.driver).mode) {
      case VEPA -> broadcast(world, lower, skb, from.id, length, Mode.VEPA, Mode.BRIDGE);
      case BRIDGE -> broadcast(world, lower, skb, from.id, length, Mode.VEPA);
      case PRIVATE, PASSTHRU -> {
        push(world, from, skb, length);
        return Stage.DONE;
      }
    }
    return Stage.PROTOCOL;
  }

  /**
   * macvlan_broadcast: to those of the given modes that listen to the group.
   *
   * @param counted as how long the frame counts: the kernel counts the header of one that a macvlan
   *     itself sends twice
   */
  static void broadcast(
      World world, NetDevice lower, Skb skb, int except, int counted, Mode... modes) {
    for (int id : lower.uppers) {
      NetDevice dev = world.device(id);
      if (id != except
          && dev.isUp()
          && dev.driver instanceof MacvlanDriver driver
          && in(driver.mode, modes)
          && listens(world, dev, skb.frame.dst())) {
        push(world, dev, skb, counted);
      }
    }
  }

  private static boolean in(Mode mode, Mode[] modes) {
    for (Mode each : modes) {
      if (each == mode) {
        return true;
      }
    }
    return false;
  }

  private static boolean listens(World world, NetDevice dev, Mac group) {
    return group.isBroadcast()
        || dev.isPromiscuous()
        || dev.allMulticast > 0
        || DeviceAddresses.filters(world, dev).contains(group);
  }

  /** netif_rx: its turn comes when this frame has been dealt with. */
  private static void push(World world, NetDevice dev, Skb skb, int counted) {
    count(dev, counted);
    dev.rxMulticast++;
    world.deliver(dev.id, skb.frame, Carried.NOTHING);
  }

  /** dev_forward_skb: comes in on the link as if from outside, for its taps. */
  static Stage forward(World world, NetDevice lower, Skb skb) {
    if (!lower.isUp() || skb.frame.largestPiece() > lower.mtu + HEADROOM) {
      return MacvlanDriver.dropTooLarge(world, lower, skb);
    }
    world.deliver(lower.id, skb.frame, Carried.NOTHING);
    return Stage.DONE;
  }

  private static void count(NetDevice dev, int bytes) {
    dev.rxPackets++;
    dev.rxBytes += bytes;
  }
}
