package vethlab.app.canvas;

import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Face;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.theme.Theme;

/** Draws packets: a pill with an envelope; filled asks, hollow answers. */
final class TokenPainter {
  static final double HEIGHT = 26;

  private TokenPainter() {}

  static double width(String label) {
    return Face.SMALL_STRONG.width(label) + 40;
  }

  /** A pill whose upper left corner is at (x, y). */
  static void pill(
      Pen pen,
      Theme theme,
      double x,
      double y,
      double width,
      String protocol,
      String label,
      boolean reply,
      boolean chosen) {
    String color = Theme.protocol(protocol);
    String ink = reply ? theme.text() : Theme.inkOn(protocol);
    double half = HEIGHT / 2;
    if (chosen) {
      pen.box(x - 1.5, y - 1.5, width + 3, HEIGHT + 3, half + 1.5, theme.text(), Stroke.NONE);
    } else {
      pen.box(x - 1, y - 1, width + 2, HEIGHT + 2, half + 1, theme.canvas(), Stroke.NONE);
    }
    pen.box(
        x + 0.5,
        y + 0.5,
        width - 1,
        HEIGHT - 1,
        half,
        reply ? theme.body() : color,
        Stroke.of(color, reply ? 2.5 : 1));
    double room = width - 34;
    String text = ScenePainter.fit(label, Face.SMALL_STRONG, room);
    double textWidth = Face.SMALL_STRONG.width(text);
    double start = x + (width - textWidth - 17) / 2;
    Glyphs.envelope(pen, start, y + 8.5, ink);
    pen.text(text, start + 17, y + 17, Face.SMALL_STRONG, ink, Align.LEFT);
  }

  /** A small one, for links: its middle is at (x, y). */
  static void small(Pen pen, Theme theme, double x, double y, String protocol, boolean reply) {
    String color = Theme.protocol(protocol);
    pen.box(x - 17, y - 10, 34, 20, 10, theme.canvas(), Stroke.NONE);
    pen.box(
        x - 16, y - 9, 32, 18, 9, reply ? theme.body() : color, Stroke.of(color, reply ? 2.5 : 1));
    Glyphs.envelope(pen, x - 6, y - 4.5, reply ? theme.text() : Theme.inkOn(protocol));
  }

  /** What a packet on a link says, above it. */
  static void caption(Pen pen, Theme theme, double x, double y, String label) {
    double width = Face.SMALL_STRONG.width(label) + 14;
    pen.box(x - width / 2, y - 9, width, 18, 5, theme.panel() + "ee", Stroke.of(theme.line(), 1));
    pen.text(label, x, y + 4, Face.SMALL_STRONG, theme.text(), Align.CENTER);
  }
}
