package vethlab.shell.tcpdump;

import vethlab.sim.FrameTap.Direction;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;

/** A captured frame as its line, or lines. */
final class LinePrinter {
  /** Of the cooked header that {@code -i any} has instead of Ethernet's. */
  private static final int COOKED_HEADER = 20;

  private final TcpdumpOptions options;
  private final boolean cooked;
  private Stamps stamps;
  private Conversations conversations = new Conversations();

  LinePrinter(TcpdumpOptions options, boolean cooked) {
    this.options = options;
    this.cooked = cooked;
    stamps = new Stamps(options.stamps());
  }

  LinePrinter copy() {
    LinePrinter copy = new LinePrinter(options, cooked);
    copy.stamps = stamps.copy();
    copy.conversations = conversations.copy();
    return copy;
  }

  String line(Captured captured, Names names) {
    Style style = Style.of(options, names, conversations);
    StringBuilder line = new StringBuilder(stamps.of(captured.at()));
    Frame frame = captured.frame();
    if (cooked) {
      line.append(String.format("%-5s %-3s ", captured.device(), way(captured)));
      if (style.linkHeader()) {
        line.append(frame.src()).append(' ').append(FrameText.type(frame.payload().etherType()));
        line.append(", length ").append(COOKED_HEADER + frame.payload().length()).append(": ");
      }
      line.append(FrameText.payload(frame.payload(), style, !style.linkHeader()));
    } else {
      line.append(FrameText.of(frame, style));
    }
    return line.append(dump(captured)).append('\n').toString();
  }

  private static String way(Captured captured) {
    if (captured.direction() == Direction.OUT) {
      return "Out";
    }
    if (captured.frame().dst().isBroadcast()) {
      return "B";
    }
    return captured.frame().dst().isMulticast() ? "M" : "In";
  }

  private String dump(Captured captured) {
    Bytes whole = captured.bytes();
    Bytes packet =
        whole.slice(whole.length() - captured.frame().payload().length(), whole.length());
    if (options.hexWithLink() > 0) {
      return HexDump.hex(options.hexWithLink() > 1 ? whole : packet, true);
    }
    if (options.hex() > 0) {
      return HexDump.hex(options.hex() > 1 ? whole : packet, false);
    }
    if (options.ascii() > 0) {
      return HexDump.ascii(options.ascii() > 1 ? whole : packet);
    }
    return "";
  }
}
