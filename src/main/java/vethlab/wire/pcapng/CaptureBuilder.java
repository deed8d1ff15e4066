package vethlab.wire.pcapng;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.wire.Mac;

/** Collects frames while their devices' addresses may still change. */
public final class CaptureBuilder {
  private final List<CapturedFrame> frames = new ArrayList<>();

  public void add(CapturedFrame frame) {
    frames.add(frame);
  }

  public int size() {
    return frames.size();
  }

  /**
   * The capture: frames by time, those of the same time in the order they were added; devices by
   * name, those with an address but no frame and those with a frame but no address too.
   *
   * @param addresses of the devices, by name; {@link Mac#ZERO} for a device that has none
   */
  public Capture build(Map<String, Mac> addresses) {
    Map<String, Mac> devices = new TreeMap<>(addresses);
    frames.forEach(frame -> devices.putIfAbsent(frame.device(), Mac.ZERO));
    List<CaptureInterface> interfaces = new ArrayList<>();
    devices.forEach((name, mac) -> interfaces.add(CaptureInterface.ethernet(name, mac)));
    List<CapturedFrame> sorted = new ArrayList<>(frames);
    sorted.sort(Comparator.comparingLong(CapturedFrame::nanos));
    return new Capture(interfaces, sorted);
  }
}
