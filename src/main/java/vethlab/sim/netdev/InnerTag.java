package vethlab.sim.netdev;

import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.FrameReader;
import vethlab.wire.FrameWriter;
import vethlab.wire.OtherPayload;
import vethlab.wire.ParseResult;
import vethlab.wire.Vlan;

/**
 * A tag behind another (QinQ): only the outer one travels beside the frame, the inner one is in its
 * bytes. include/linux/if_vlan.h vlan_insert_tag, skb_vlan_untag.
 */
final class InnerTag {
  private static final int ADDRESSES = 12;

  private InnerTag() {}

  /** The frame's own tag moves into its payload, so that another can be put on. */
  static Frame pushed(Frame frame) {
    Bytes bytes = Bytes.wrap(FrameWriter.encode(frame));
    return new Frame(
        frame.dst(),
        frame.src(),
        Vlan.NONE,
        new OtherPayload(frame.vlan().protocol(), bytes.slice(ADDRESSES + 2, bytes.length())));
  }

  /** Without its tag; a tag that was behind it now travels beside the frame. */
  static Frame popped(Frame frame) {
    Frame untagged = frame.withVlan(Vlan.NONE);
    boolean another =
        frame.payload().etherType() == Vlan.DOT1Q || frame.payload().etherType() == Vlan.DOT1AD;
    if (another
        && FrameReader.parse(FrameWriter.encode(untagged)) instanceof ParseResult.Parsed parsed) {
      return parsed.frame();
    }
    return untagged;
  }
}
