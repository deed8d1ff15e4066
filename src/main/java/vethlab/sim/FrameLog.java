package vethlab.sim;

import java.util.Map;
import java.util.TreeMap;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Frame;
import vethlab.wire.Mac;
import vethlab.wire.pcapng.Capture;
import vethlab.wire.pcapng.CaptureBuilder;
import vethlab.wire.pcapng.CapturedFrame;

/** Keeps every frame of a run for a capture file. Devices are named NETNS/IFNAME. */
public final class FrameLog implements FrameTap {
  private final CaptureBuilder frames = new CaptureBuilder();

  @Override
  public void frame(World world, int dev, FrameTap.Direction direction, Frame frame) {
    vethlab.wire.pcapng.Direction way =
        direction == Direction.IN
            ? vethlab.wire.pcapng.Direction.IN
            : vethlab.wire.pcapng.Direction.OUT;
    frames.add(
        CapturedFrame.of(world.now(), name(world, world.device(dev)), way, frame, ""));
  }

  /** The frames so far, with the Ethernet addresses that the devices have now. */
  public Capture capture(World world) {
    Map<String, Mac> addresses = new TreeMap<>();
    for (NetDevice dev : world.allDevices()) {
      if (!dev.isLoopback()) {
        addresses.put(name(world, dev), dev.mac);
      }
    }
    return frames.build(addresses);
  }

  private static String name(World world, NetDevice dev) {
    return world.netns(dev.netns).ns + "/" + dev.name;
  }
}
