package vethlab.app.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.lab.Layout.Place;
import vethlab.op.Ns;

/**
 * A hub with more leaves than stand in a column beside it. Each leaf has a lane of its own to the
 * hub: those of one row stand in steps, so that every link runs straight, between the leaves that
 * are nearer.
 *
 * @param left the leaves at its left, from top to bottom, {@code right} those at the other side
 * @param above room above the leaves at the right, for the link to what lies beyond them
 */
record Star(Ns hub, List<Ns> left, List<Ns> right, double above, Map<Ns, double[]> sizes) {
  /** Between a link and a leaf that it passes. */
  private static final double MARGIN = 12;

  private static final double GAP = 60;

  /** What the labels of a second side add to the hub. */
  private static final double LABELS = 100;

  /** How wide a drawing is for its height where it is easy on the eye. */
  private static final double ASPECT = 1.5;

  private static final int MOST_COLUMNS = 8;

  double width() {
    return reach(left) + hubWidth() + reach(right);
  }

  double height() {
    return Math.max(height(left, columns()), above + height(right, columns()));
  }

  /** Places of the hub and its leaves where the whole has its top left corner there. */
  Map<Ns, Place> at(double x, double y) {
    Map<Ns, Place> places = new LinkedHashMap<>();
    double from = x + reach(left);
    places.put(hub, new Place(from, y, 0, height()));
    for (int i = 0; i < left.size(); i++) {
      double column = (i % columns() + 1) * (leafWidth() + GAP);
      places.put(left.get(i), Place.at(from - column, y + lane(i, columns())));
    }
    for (int i = 0; i < right.size(); i++) {
      double column = i % columns() * (leafWidth() + GAP) + GAP;
      places.put(
          right.get(i), Place.at(from + hubWidth() + column, y + above + lane(i, columns())));
    }
    return places;
  }

  private double hubWidth() {
    return grid(sizes.get(hub)[0] + (right.isEmpty() || left.isEmpty() ? 0 : LABELS));
  }

  private double reach(List<Ns> side) {
    return Math.min(side.size(), columns()) * (leafWidth() + GAP);
  }

  /** How far down a leaf stands. */
  private double lane(int i, int columns) {
    int row = i / columns;
    int column = i % columns;
    return row * row(columns) + column * step();
  }

  private double height(List<Ns> side, int columns) {
    double lowest = 0;
    for (int i = Math.max(0, side.size() - columns); i < side.size(); i++) {
      lowest = Math.max(lowest, lane(i, columns) + leafHeight());
    }
    return lowest;
  }

  /** From a row to the next. */
  private double row(int columns) {
    return grid(Math.max(port() + (columns - 1) * step() + MARGIN, leafHeight() + 2 * MARGIN));
  }

  /** From a leaf to the one behind it, so that its link passes below this one. */
  private double step() {
    return grid(leafHeight() + MARGIN - port());
  }

  /** How far below its top a leaf's only port is. */
  private double port() {
    return port(leafHeight());
  }

  static double port(double height) {
    return Metrics.HEAD + (height - Metrics.HEAD) / 2 - 4;
  }

  /** Room for the link of something of that height that stands level with the hub. */
  static double below(double height) {
    return grid(port(height) + MARGIN);
  }

  private double leafWidth() {
    return grid(largest(0));
  }

  private double leafHeight() {
    return largest(1);
  }

  private double largest(int dimension) {
    return Math.max(
        left.stream().mapToDouble(ns -> sizes.get(ns)[dimension]).max().orElse(0),
        right.stream().mapToDouble(ns -> sizes.get(ns)[dimension]).max().orElse(0));
  }

  /** As many as make the whole a good shape. */
  private int columns() {
    int best = 1;
    double least = Double.MAX_VALUE;
    for (int columns = 1; columns <= MOST_COLUMNS; columns++) {
      int sides = right.isEmpty() || left.isEmpty() ? 1 : 2;
      double wide = sides * columns * (leafWidth() + GAP) + hubWidth();
      double high = Math.max(height(left, columns), above + height(right, columns));
      double off = Math.abs(Math.log(wide / high / ASPECT));
      if (off < least) {
        least = off;
        best = columns;
      }
    }
    return best;
  }

  private static double grid(double value) {
    return Math.ceil(value / Metrics.GRID) * Metrics.GRID;
  }
}
