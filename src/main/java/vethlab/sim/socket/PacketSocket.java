package vethlab.sim.socket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vethlab.sim.FrameTap.Direction;
import vethlab.sim.World;
import vethlab.wire.Frame;

/**
 * AF_PACKET: sees every frame of a device, or of all, in both directions. net/packet/af_packet.c.
 */
public final class PacketSocket extends Socket {
  /** A frame that was seen. */
  public record Seen(Frame frame, Direction direction, int dev, long at) {}

  /** Only frames of this Ethernet type, 0 for all (ETH_P_ALL; others see no outgoing frames). */
  public final int etherType;

  /** The owner looks by itself from time to time (a ring whose blocks fill): it is not woken. */
  public boolean quiet;

  private Deque<Seen> seen = new ArrayDeque<>(4);

  public PacketSocket(int id, int netns, int task, long token, int etherType) {
    super(id, netns, task, token);
    this.etherType = etherType;
  }

  void offer(World world, int dev, Direction direction, Frame frame) {
    if (boundDev != vethlab.sim.Skb.NO_DEVICE && boundDev != dev) {
      return;
    }
    if (etherType != 0
        && (frame.payload().etherType() != etherType || direction == Direction.OUT)) {
      return;
    }
    seen.add(new Seen(frame, direction, dev, world.now()));
    if (!quiet) {
      wake(world);
    }
  }

  public Optional<Seen> take() {
    return Optional.ofNullable(seen.poll());
  }

  @Override
  public boolean hasNews() {
    return !seen.isEmpty() || super.hasNews();
  }

  @Override
  public PacketSocket copy() {
    PacketSocket copy = copyInto(new PacketSocket(id, netns, task, token, etherType));
    copy.quiet = quiet;
    copy.seen = new ArrayDeque<>(seen);
    return copy;
  }
}
