package vethlab.lab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.wire.pcapng.Capture;
import vethlab.wire.pcapng.CaptureInterface;
import vethlab.wire.pcapng.CapturedFrame;
import vethlab.wire.pcapng.Direction;

/**
 * A capture as text: a section for each interface, a line for each frame, {@code >} sent and {@code
 * <} received, without what varies from run to run. Left out are IPv6, IGMP and STP, which the
 * kernel sends when it likes, and an acknowledgement of a FIN alone where the same side's own FIN
 * follows at once.
 */
public final class TraceText {
  private TraceText() {}

  public static String of(Capture capture) {
    Map<String, List<CapturedFrame>> kept = new TreeMap<>();
    for (CapturedFrame frame : capture.frames()) {
      RawFrame raw = new RawFrame(frame.bytes().toArray());
      if (!raw.isLeftOut()) {
        kept.computeIfAbsent(frame.device(), d -> new ArrayList<>()).add(frame);
      }
    }
    Map<String, String> addresses = new TreeMap<>();
    for (CaptureInterface each : capture.interfaces()) {
      addresses.put(each.name(), each.mac().isZero() ? "" : each.mac().toString());
    }
    FrameWords words = new FrameWords(addresses);
    StringBuilder text = new StringBuilder();
    kept.forEach((device, frames) -> {
      text.append("# ").append(device).append('\n');
      EarlyAcks acks = EarlyAcks.of(frames);
      for (int i = 0; i < frames.size(); i++) {
        if (!acks.has(i)) {
          CapturedFrame frame = frames.get(i);
          text.append(mark(frame.direction())).append(' ');
          text.append(words.of(frame.bytes().toArray())).append('\n');
        }
      }
    });
    return text.toString();
  }

  private static char mark(Direction direction) {
    return switch (direction) {
      case IN -> '<';
      case OUT -> '>';
      case UNKNOWN -> '?';
    };
  }
}
