package vethlab.app.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws into an array of pixels, for when thousands of things are so small that their corners and
 * letters can't be seen: straight lines and rectangles, no text. Many times faster than paths.
 */
final class RasterPen implements Pen {
  private final int[] pixels;
  private final int width;
  private final int height;
  private final Map<String, Integer> colors = new HashMap<>();
  private double scale = 1;
  private double left;
  private double top;

  RasterPen(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /** From here on canvas units are shown as a camera sees them, {@code pixels} a window's pixel. */
  void look(Camera camera, double pixels) {
    scale = camera.zoom() * pixels;
    left = camera.x();
    top = camera.y();
  }

  void clear(String color) {
    Arrays.fill(pixels, argb(color));
  }

  private int argb(String color) {
    return colors.computeIfAbsent(
        color,
        web -> {
          int rgb = Integer.parseInt(web.substring(1, 7), 16);
          int alpha = web.length() == 9 ? Integer.parseInt(web.substring(7), 16) : 255;
          return alpha << 24 | rgb;
        });
  }

  private double x(double canvas) {
    return (canvas - left) * scale;
  }

  private double y(double canvas) {
    return (canvas - top) * scale;
  }

  // --- rectangles ------------------------------------------------------------------------------

  @Override
  public void box(
      double x, double y, double width, double height, double radius, String fill, Stroke stroke) {
    int x0 = (int) Math.rint(x(x));
    int y0 = (int) Math.rint(y(y));
    int x1 = Math.max(x0 + 1, (int) Math.rint(x(x + width)));
    int y1 = Math.max(y0 + 1, (int) Math.rint(y(y + height)));
    if (!fill.isEmpty()) {
      fill(x0, y0, x1, y1, argb(fill));
    }
    if (!stroke.color().isEmpty()) {
      int line = (int) Math.max(1, Math.rint(stroke.width() * scale));
      int color = argb(stroke.color());
      fill(x0, y0, x1, y0 + line, color);
      fill(x0, y1 - line, x1, y1, color);
      fill(x0, y0 + line, x0 + line, y1 - line, color);
      fill(x1 - line, y0 + line, x1, y1 - line, color);
    }
  }

  @Override
  public void strip(double x, double y, double width, double height, double radius, String fill) {
    box(x, y, width, height, 0, fill, Stroke.NONE);
  }

  private void fill(int x0, int y0, int x1, int y1, int color) {
    int fromX = Math.max(0, x0);
    int toX = Math.min(width, x1);
    int toY = Math.min(height, y1);
    if (fromX >= toX) {
      return;
    }
    for (int y = Math.max(0, y0); y < toY; y++) {
      int row = y * width;
      if (color >>> 24 == 255) {
        Arrays.fill(pixels, row + fromX, row + toX, color);
      } else {
        for (int x = fromX; x < toX; x++) {
          blend(row + x, color, color >>> 24);
        }
      }
    }
  }

  private void blend(int at, int color, int alpha) {
    int under = pixels[at];
    int rest = 255 - alpha;
    int red = ((color >> 16 & 255) * alpha + (under >> 16 & 255) * rest) / 255;
    int green = ((color >> 8 & 255) * alpha + (under >> 8 & 255) * rest) / 255;
    int blue = ((color & 255) * alpha + (under & 255) * rest) / 255;
    pixels[at] = 0xff000000 | red << 16 | green << 8 | blue;
  }

  // --- lines -----------------------------------------------------------------------------------

  @Override
  public void lines(List<List<double[]>> lines, double radius, Stroke stroke) {
    if (stroke.color().isEmpty()) {
      return;
    }
    int color = argb(stroke.color());
    double thick = stroke.width() * scale;
    int alpha = (int) ((color >>> 24) * Math.min(1, Math.max(0.55, thick)));
    int wide = (int) Math.max(1, Math.rint(thick));
    double dash = stroke.dash() * Math.max(1, scale);
    for (List<double[]> line : lines) {
      for (int i = 1; i < line.size(); i++) {
        double[] a = line.get(i - 1);
        double[] b = line.get(i);
        segment(x(a[0]), y(a[1]), x(b[0]), y(b[1]), wide, color, alpha, dash);
      }
    }
  }

  /** Pixel by pixel along the longer side, shared between two where it runs between them. */
  private void segment(
      double ax, double ay, double bx, double by, int wide, int color, int alpha, double dash) {
    boolean steep = Math.abs(by - ay) > Math.abs(bx - ax);
    double from = steep ? ay : ax;
    double to = steep ? by : bx;
    double across = steep ? ax : ay;
    double slope = to == from ? 0 : ((steep ? bx : by) - across) / (to - from);
    if (to < from) {
      across += slope * (to - from);
      double swap = from;
      from = to;
      to = swap;
    }
    int limit = steep ? height : width;
    int first = (int) Math.max(0, Math.rint(from));
    int last = (int) Math.min(limit - 1, Math.rint(to));
    for (int at = first; at <= last; at++) {
      if (dash > 0 && (at - first) % (2 * dash) >= dash) {
        continue;
      }
      double beside = across + slope * (at - from);
      if (slope == 0) {
        int near = (int) Math.rint(beside - (wide - 1) / 2.0);
        for (int i = 0; i < wide; i++) {
          dot(steep, at, near + i, color, alpha);
        }
      } else {
        int low = (int) Math.floor(beside);
        double share = beside - low;
        dot(steep, at, low, color, (int) (alpha * (1 - share)));
        dot(steep, at, low + 1, color, (int) (alpha * share));
      }
    }
  }

  private void dot(boolean steep, int along, int across, int color, int alpha) {
    int x = steep ? across : along;
    int y = steep ? along : across;
    if (x >= 0 && x < width && y >= 0 && y < height && alpha > 0) {
      blend(y * width + x, color, alpha);
    }
  }

  // --- what is too small to be seen ------------------------------------------------------------

  @Override
  public void circle(double x, double y, double radius, String fill, Stroke stroke) {
    box(x - radius, y - radius, 2 * radius, 2 * radius, 0, fill, stroke);
  }

  @Override
  public void polygon(double[] xs, double[] ys, String fill, Stroke stroke) {
    double minX = Arrays.stream(xs).min().orElse(0);
    double minY = Arrays.stream(ys).min().orElse(0);
    double maxX = Arrays.stream(xs).max().orElse(0);
    double maxY = Arrays.stream(ys).max().orElse(0);
    box(minX, minY, maxX - minX, maxY - minY, 0, fill, Stroke.NONE);
  }

  @Override
  public void text(String text, double x, double y, Face face, String color, Align align) {
    // letters smaller than two pixels
  }
}
