package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Widths of a table's columns: each as wide as its longest text where there is room; where there is
 * not, the widest give way first and wrap.
 */
final class Columns {
  private static final double LETTER = 6.6;
  private static final double GAP = 8;

  private final List<Double> natural = new ArrayList<>();

  Columns(List<String> heads, List<List<String>> rows) {
    for (int i = 0; i < heads.size(); i++) {
      double widest = heads.get(i).codePoints().mapToDouble(Columns::ofHead).sum();
      for (List<String> row : rows) {
        widest = Math.max(widest, longestLine(row.get(i)) * LETTER);
      }
      natural.add(widest + 4);
    }
  }

  /** A Chinese letter is as wide as it is high. */
  private static double ofHead(int letter) {
    return letter > 0x2e80 ? 11.5 : 6.2;
  }

  private static int longestLine(String text) {
    return text.lines().mapToInt(String::length).max().orElse(0);
  }

  private List<Double> within(double width) {
    double room = width - GAP * (natural.size() - 1);
    double cap = cap(room);
    List<Double> widths = new ArrayList<>();
    double used = 0;
    int widest = 0;
    for (int i = 0; i < natural.size(); i++) {
      widths.add(Math.min(natural.get(i), cap));
      used += widths.get(i);
      widest = natural.get(i) > natural.get(widest) ? i : widest;
    }
    widths.set(widest, widths.get(widest) + Math.max(0, room - used));
    return widths;
  }

  /** How wide a column may be at most so that all fit. */
  private double cap(double room) {
    List<Double> sorted = natural.stream().sorted().toList();
    double left = room;
    for (int i = 0; i < sorted.size(); i++) {
      double share = left / (sorted.size() - i);
      if (sorted.get(i) > share) {
        return Math.max(24, share);
      }
      left -= sorted.get(i);
    }
    return Double.MAX_VALUE;
  }

  /** A row of cells in these columns. */
  Region row(List<? extends Node> cells, String style) {
    return new Row(this, cells, style);
  }

  private static final class Row extends Region {
    private final Columns columns;

    Row(Columns columns, List<? extends Node> cells, String style) {
      this.columns = columns;
      getStyleClass().add(style);
      getChildren().setAll(cells);
      setMinWidth(60);
    }

    private double inside(double width) {
      return width - snappedLeftInset() - snappedRightInset();
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
      return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      List<Double> widths = columns.within(inside(width < 0 ? 290 : width));
      double tallest = 0;
      for (int i = 0; i < getChildren().size(); i++) {
        tallest = Math.max(tallest, getChildren().get(i).prefHeight(widths.get(i)));
      }
      return Math.ceil(tallest + snappedTopInset() + snappedBottomInset());
    }

    @Override
    protected void layoutChildren() {
      List<Double> widths = columns.within(inside(getWidth()));
      double x = snappedLeftInset();
      for (int i = 0; i < getChildren().size(); i++) {
        Node cell = getChildren().get(i);
        cell.resizeRelocate(x, snappedTopInset(), widths.get(i), cell.prefHeight(widths.get(i)));
        x += widths.get(i) + GAP;
      }
    }
  }
}
