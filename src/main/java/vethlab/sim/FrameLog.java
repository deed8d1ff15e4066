package vethlab.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vethlab.op.Ns;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Tracer;
import vethlab.wire.Frame;
import vethlab.wire.Mac;
import vethlab.wire.pcapng.Capture;
import vethlab.wire.pcapng.CaptureBuilder;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * Keeps every frame of a run for a capture file, in the order of the kernel's time stamps. Devices
 * are named NETNS/IFNAME. Where it also hears of steps, a frame that leaves bears the row that
 * decided last about its packet as a comment.
 */
public final class FrameLog implements FrameTap, Tracer {
  private record Seen(long order, CapturedFrame frame) {}

  private final List<Seen> frames = new ArrayList<>();
  private final Sentences sentences = Sentences.in(Locale.ENGLISH);
  private String decided = "";

  @Override
  public void frame(World world, int dev, FrameTap.Direction direction, Frame frame) {
    vethlab.wire.pcapng.Direction way =
        direction == Direction.IN
            ? vethlab.wire.pcapng.Direction.IN
            : vethlab.wire.pcapng.Direction.OUT;
    if (isNameless(world, world.device(dev))) {
      return; // whoever captures looks into the namespaces that have a name
    }
    long time = world.frameTime(direction);
    frames.add(
        new Seen(
            world.frameOrder(direction),
            CapturedFrame.of(
                time, name(world, world.device(dev)), way, frame, comment(direction))));
  }

  @Override
  public void step(Step step) {
    boolean starts = step.stage() == Stage.RECEIVE || step.stage() == Stage.LOCAL_OUT;
    if (!step.decided().isNone()) {
      decided = sentences.text(step.why()) + " [" + step.decided().text() + "]";
    } else if (starts) {
      decided = "";
    }
  }

  private String comment(Direction direction) {
    String comment = direction == Direction.OUT ? decided : "";
    decided = "";
    return comment;
  }

  /** The frames so far, with the Ethernet addresses that the devices have now. */
  public Capture capture(World world) {
    Map<String, Mac> addresses = new TreeMap<>();
    for (NetDevice dev : world.inventory().allDevices()) {
      if (!dev.isLoopback() && !isNameless(world, dev)) {
        addresses.put(name(world, dev), dev.mac);
      }
    }
    CaptureBuilder builder = new CaptureBuilder();
    frames.stream()
        .sorted(Comparator.comparingLong(Seen::order))
        .forEach(seen -> builder.add(seen.frame));
    return builder.build(addresses);
  }

  private static boolean isNameless(World world, NetDevice dev) {
    Ns ns = world.netns(dev.netns).ns;
    return !ns.isHost() && !ns.isNamed();
  }

  private static String name(World world, NetDevice dev) {
    return world.netns(dev.netns).ns + "/" + dev.name;
  }
}
