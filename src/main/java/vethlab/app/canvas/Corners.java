package vethlab.app.canvas;

import java.util.List;

/** How round the corners of a line may be. */
final class Corners {
  private Corners() {}

  /** At most {@code radius}, and at most half of the shorter piece beside corner {@code i}. */
  static double radius(List<double[]> line, int i, double radius) {
    double before = length(line.get(i - 1), line.get(i));
    double after = length(line.get(i), line.get(i + 1));
    return Math.max(0, Math.min(radius, Math.min(before, after) / 2));
  }

  static double length(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  /** Of a whole line. */
  static double length(List<double[]> line) {
    double length = 0;
    for (int i = 1; i < line.size(); i++) {
      length += length(line.get(i - 1), line.get(i));
    }
    return length;
  }
}
