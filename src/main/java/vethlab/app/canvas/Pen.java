package vethlab.app.canvas;

import java.util.List;

/**
 * What a drawing is made with: a JavaFX canvas or an SVG file. Colours are {@code #rrggbb} or
 * {@code #rrggbbaa}, an empty one draws nothing.
 */
public interface Pen {

  /** A typeface at its size. */
  enum Face {
    HEAD(13, true, false),
    LABEL(12, false, false),
    SMALL(11, false, false),
    SMALL_STRONG(11, true, false),
    MONO(11.5, false, true),
    MONO_STRONG(11.5, true, true),
    MONO_SMALL(10.5, false, true);

    final double size;
    final boolean strong;
    final boolean mono;

    Face(double size, boolean strong, boolean mono) {
      this.size = size;
      this.strong = strong;
      this.mono = mono;
    }

    public double width(String text) {
      return mono
          ? vethlab.app.scene.Metrics.monoUnits(text) * size
          : vethlab.app.scene.Metrics.sans(text, strong) * size;
    }
  }

  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /**
   * @param dash the length of dashes, 0 for a line without gaps
   */
  record Stroke(String color, double width, double dash) {
    public static final Stroke NONE = new Stroke("", 0, 0);

    public static Stroke of(String color, double width) {
      return new Stroke(color, width, 0);
    }

    public static Stroke dashed(String color, double width) {
      return new Stroke(color, width, 4);
    }
  }

  /** A rectangle with rounded corners. */
  void box(
      double x, double y, double width, double height, double radius, String fill, Stroke stroke);

  /** The strip on top of a box: only its upper corners are round. */
  void strip(double x, double y, double width, double height, double radius, String fill);

  /** All of them as one path, corners rounded by {@code radius}. */
  void lines(List<List<double[]>> lines, double radius, Stroke stroke);

  void circle(double x, double y, double radius, String fill, Stroke stroke);

  void polygon(double[] xs, double[] ys, String fill, Stroke stroke);

  /** {@code y} is the base line. */
  void text(String text, double x, double y, Face face, String color, Align align);
}
