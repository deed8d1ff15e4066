package vethlab.wire.pcapng;

import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.FrameWriter;

/**
 * A frame as one device saw it.
 *
 * @param nanos when, in nanoseconds since 1970 or since the simulation's start
 * @param device the name of its {@link CaptureInterface}
 * @param bytes what was captured
 * @param originalLength how long the frame was, in bytes; more than {@code bytes} if it was cut
 * @param comment empty if there is none
 */
public record CapturedFrame(
    long nanos,
    String device,
    Direction direction,
    Bytes bytes,
    int originalLength,
    String comment) {

  /** A whole frame, its VLAN tag put in. */
  public static CapturedFrame of(
      long nanos, String device, Direction direction, Frame frame, String comment) {
    return of(nanos, device, direction, Bytes.wrap(FrameWriter.encode(frame)), comment);
  }

  /** A whole frame. */
  public static CapturedFrame of(
      long nanos, String device, Direction direction, Bytes bytes, String comment) {
    return new CapturedFrame(nanos, device, direction, bytes, bytes.length(), comment);
  }
}
