package vethlab.wire.pcapng;

import java.io.IOException;

/** A file is not a capture, or a damaged one; the message says where. */
public final class PcapngException extends IOException {
  private static final long serialVersionUID = 1;

  PcapngException(String why, int at) {
    super(why + " at byte " + at);
  }
}
