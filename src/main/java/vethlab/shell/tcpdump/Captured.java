package vethlab.shell.tcpdump;

import vethlab.sim.FrameTap.Direction;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.FrameWriter;

/**
 * A frame as tcpdump has it.
 *
 * @param at virtual nanoseconds, or those of a capture file
 * @param device its name; empty in a file
 */
record Captured(Frame frame, Direction direction, String device, long at) {

  /** Its bytes with the VLAN tag in place. */
  Bytes bytes() {
    return Bytes.wrap(FrameWriter.encode(frame));
  }

  /** On the wire, the tag included. */
  int length() {
    return frame.length() + (frame.vlan().isNone() ? 0 : 4);
  }
}
