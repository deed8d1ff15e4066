package vethlab.app.canvas;

import java.util.List;
import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.scene.Scene.NodeKind;
import vethlab.app.theme.Theme;

/** Small pictures made of lines. */
final class Glyphs {
  private Glyphs() {}

  /** 12 × 12, what kind of box it is. */
  static void node(Pen pen, NodeKind kind, double x, double y, String color) {
    Stroke stroke = Stroke.of(color, 1.4);
    switch (kind) {
      case NAMESPACE -> pen.box(x + 0.5, y + 0.5, 11, 11, 1.5, "", stroke);
      case HOST -> {
        pen.box(x + 0.5, y + 0.5, 11, 4.5, 1.2, "", stroke);
        pen.box(x + 0.5, y + 7, 11, 4.5, 1.2, "", stroke);
      }
      case OUTSIDE -> {
        pen.circle(x + 6, y + 6, 5.5, "", stroke);
        pen.lines(
            List.of(List.of(new double[] {x + 0.5, y + 6}, new double[] {x + 11.5, y + 6})),
            0,
            stroke);
        pen.box(x + 3.6, y + 0.6, 4.8, 10.8, 2.4, "", Stroke.of(color, 1.1));
      }
    }
  }

  /** 18 × 16 triangle with a mark. */
  static void warning(Pen pen, double x, double y, Theme theme, boolean broken) {
    String fill = broken ? Theme.DROP : "#f5b82e";
    pen.polygon(
        new double[] {x + 9, x + 18, x},
        new double[] {y, y + 16, y + 16},
        fill,
        Stroke.of(broken ? theme.drop() : "#8a5a00", 1.2));
    String ink = broken ? "#ffffff" : "#3b2600";
    pen.box(x + 8.2, y + 5.5, 1.8, 5, 0.8, ink, Stroke.NONE);
    pen.circle(x + 9.1, y + 13, 1.1, ink, Stroke.NONE);
  }

  /** 14 × 10 envelope. */
  static void envelope(Pen pen, double x, double y, String color) {
    Stroke stroke = Stroke.of(color, 1.3);
    pen.box(x, y, 12, 9, 1.2, "", stroke);
    pen.lines(
        List.of(
            List.of(
                new double[] {x, y + 1.2},
                new double[] {x + 6, y + 5.4},
                new double[] {x + 12, y + 1.2})),
        0,
        stroke);
  }

  /** A disc with a cross. */
  static void cross(Pen pen, double x, double y, double radius) {
    pen.circle(x, y, radius, Theme.DROP, Stroke.of("#ffffff", 1.5));
    double arm = radius * 0.42;
    Stroke stroke = Stroke.of("#ffffff", 2);
    pen.lines(
        List.of(
            List.of(new double[] {x - arm, y - arm}, new double[] {x + arm, y + arm}),
            List.of(new double[] {x + arm, y - arm}, new double[] {x - arm, y + arm})),
        0,
        stroke);
  }

  static void arrowDown(Pen pen, double x, double from, double to, String color, double width) {
    pen.lines(
        List.of(List.of(new double[] {x, from}, new double[] {x, to - 4})),
        0,
        Stroke.of(color, width));
    pen.polygon(
        new double[] {x - 4, x + 4, x},
        new double[] {to - 5, to - 5, to + 0.5},
        color,
        Stroke.NONE);
  }

  static void label(Pen pen, String text, double x, double y, Pen.Face face, String color) {
    pen.text(text, x, y, face, color, Align.LEFT);
  }
}
