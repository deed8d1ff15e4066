package vethlab.app.canvas;

import java.util.List;
import java.util.Locale;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Faces;

/** Writes an SVG document; needs no display. */
public final class SvgPen implements Pen {
  private final StringBuilder svg = new StringBuilder(16_384);

  /** A document that shows {@code view} at {@code scale}. */
  public SvgPen(Box view, double scale) {
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"%s %s %s %s\">\n"
            .formatted(
                n(view.width() * scale),
                n(view.height() * scale),
                n(view.x()),
                n(view.y()),
                n(view.width()),
                n(view.height())));
  }

  /** The whole document. */
  public String document() {
    return svg + "</svg>\n";
  }

  private static String n(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String paint(String fill, Stroke stroke) {
    StringBuilder text = new StringBuilder();
    text.append(" fill=\"").append(fill.isEmpty() ? "none" : fill).append('"');
    if (!stroke.color().isEmpty()) {
      text.append(" stroke=\"").append(stroke.color()).append('"');
      text.append(" stroke-width=\"").append(n(stroke.width())).append('"');
      if (stroke.dash() > 0) {
        text.append(
            " stroke-dasharray=\"%s %s\"".formatted(n(stroke.dash()), n(stroke.dash() * 0.8)));
      }
    }
    return text.toString();
  }

  @Override
  public void box(
      double x, double y, double width, double height, double radius, String fill, Stroke stroke) {
    svg.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>\n"
            .formatted(n(x), n(y), n(width), n(height), n(radius), paint(fill, stroke)));
  }

  @Override
  public void strip(double x, double y, double width, double height, double radius, String fill) {
    svg.append(
        "<path d=\"M%s %sV%sQ%s %s %s %sH%sQ%s %s %s %sV%sZ\"%s/>\n"
            .formatted(
                n(x),
                n(y + height),
                n(y + radius),
                n(x),
                n(y),
                n(x + radius),
                n(y),
                n(x + width - radius),
                n(x + width),
                n(y),
                n(x + width),
                n(y + radius),
                n(y + height),
                paint(fill, Stroke.NONE)));
  }

  @Override
  public void lines(List<List<double[]>> lines, double radius, Stroke stroke) {
    StringBuilder path = new StringBuilder();
    for (List<double[]> line : lines) {
      path.append('M').append(point(line.getFirst()));
      for (int i = 1; i < line.size() - 1; i++) {
        double round = Corners.radius(line, i, radius);
        path.append('L').append(point(towards(line.get(i), line.get(i - 1), round)));
        path.append('Q').append(point(line.get(i))).append(' ');
        path.append(point(towards(line.get(i), line.get(i + 1), round)));
      }
      path.append('L').append(point(line.getLast()));
    }
    if (!path.isEmpty()) {
      svg.append("<path d=\"").append(path).append('"').append(paint("", stroke)).append("/>\n");
    }
  }

  private static double[] towards(double[] from, double[] to, double by) {
    double length = Math.max(1e-9, Corners.length(from, to));
    return new double[] {
      from[0] + (to[0] - from[0]) * by / length, from[1] + (to[1] - from[1]) * by / length
    };
  }

  private static String point(double[] p) {
    return n(p[0]) + " " + n(p[1]);
  }

  @Override
  public void circle(double x, double y, double radius, String fill, Stroke stroke) {
    svg.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n"
            .formatted(n(x), n(y), n(radius), paint(fill, stroke)));
  }

  @Override
  public void polygon(double[] xs, double[] ys, String fill, Stroke stroke) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(n(xs[i])).append(',').append(n(ys[i]));
    }
    svg.append("<polygon points=\"").append(points).append('"').append(paint(fill, stroke));
    svg.append("/>\n");
  }

  @Override
  public void text(String text, double x, double y, Face face, String color, Align align) {
    if (text.isEmpty()) {
      return;
    }
    String family =
        face.mono
            ? "'" + Faces.MONO + "','JetBrains Mono',monospace"
            : "'" + Faces.SANS + "',Inter,'Noto Sans SC',sans-serif";
    String anchor =
        switch (align) {
          case LEFT -> "start";
          case CENTER -> "middle";
          case RIGHT -> "end";
        };
    svg.append(
        "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\"%s fill=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(
                n(x),
                n(y),
                family,
                n(face.size),
                face.strong ? " font-weight=\"600\"" : "",
                color,
                anchor,
                escape(text)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
