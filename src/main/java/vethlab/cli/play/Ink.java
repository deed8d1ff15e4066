package vethlab.cli.play;

import org.jline.utils.AttributedStyle;

/**
 * How a stretch of text is drawn. The colours are those of the window; none says more than words.
 */
enum Ink {
  TEXT(AttributedStyle.DEFAULT),
  DIM(AttributedStyle.DEFAULT.faint()),
  STRONG(AttributedStyle.BOLD),
  EMPHASIS(AttributedStyle.DEFAULT.italic()),
  CODE(AttributedStyle.BOLD, 0x56B4E9),
  ARP(AttributedStyle.DEFAULT, 0xE69F00),
  ICMP(AttributedStyle.DEFAULT, 0xCC79A7),
  UDP(AttributedStyle.DEFAULT, 0x56B4E9),
  TCP(AttributedStyle.DEFAULT, 0x009E73),
  DROP(AttributedStyle.BOLD, 0xD55E00),
  CHANGED(AttributedStyle.BOLD, 0xE69F00),
  GOOD(AttributedStyle.BOLD, 0x009E73),
  HERE(AttributedStyle.INVERSE);

  private static final int NONE = -1;

  private final AttributedStyle plain;
  private final int rgb;

  Ink(AttributedStyle plain) {
    this(plain, NONE);
  }

  Ink(AttributedStyle plain, int rgb) {
    this.plain = plain;
    this.rgb = rgb;
  }

  AttributedStyle style() {
    return rgb == NONE ? plain : plain.foreground(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** Of a protocol as the event list names it. */
  static Ink of(String protocol) {
    return switch (protocol) {
      case "ARP" -> ARP;
      case "ICMP" -> ICMP;
      case "UDP" -> UDP;
      case "TCP" -> TCP;
      default -> TEXT;
    };
  }
}
