package vethlab.op.view;

import java.util.List;

/** The VLANs of one port, or of a bridge itself. */
public record BridgeVlanView(String dev, boolean bridge, List<Entry> vlans) {
  public record Entry(int id, boolean pvid, boolean untagged) {}
}
