package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The panes around the canvas: what divides them, which are hidden, how large each is. */
final class Arrangement {
  private static final double NARROW = 1200;

  /** Of the usual widths, in a narrow window. */
  private static final double NARROW_SHARE = 0.8;

  /** What dividers take, and less, is no change of a size. */
  private static final double SLACK = 3;

  private final Region left;
  private final Region right;
  private final Node canvas;
  private final Region bottom;
  private final SplitPane all = new SplitPane();
  private final SplitPane middle = new SplitPane();
  private final SplitPane lower;
  private PaneSizes sizes;

  /**
   * @param lower events and terminals, within {@code bottom}
   */
  Arrangement(
      Region left, Node canvas, Region bottom, SplitPane lower, Region right, PaneSizes sizes) {
    this.left = left;
    this.canvas = canvas;
    this.bottom = bottom;
    this.lower = lower;
    this.right = right;
    this.sizes = sizes;
    left.setMinWidth(200);
    right.setMinWidth(240);
    bottom.setMinHeight(42);
    middle.setOrientation(Orientation.VERTICAL);
    SplitPane.setResizableWithParent(bottom, false);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    fill();
    all.sceneProperty().addListener((o, was, is) -> divide());
    all.widthProperty()
        .addListener((o, was, is) -> {
          if (was.doubleValue() < 10) {
            divide();
          } else if (isNarrow(was.doubleValue()) != isNarrow(is.doubleValue())) {
            Platform.runLater(this::divide); // once the panes have their new width
          }
        });
    middle
        .heightProperty()
        .addListener((o, was, is) -> {
          if (was.doubleValue() < 10) {
            divide();
          }
        });
  }

  Node node() {
    return all;
  }

  private boolean isShown(Panel panel) {
    return !sizes.hidden().contains(panel);
  }

  private void fill() {
    middle.getItems().setAll(isShown(Panel.BELOW) ? List.of(canvas, bottom) : List.of(canvas));
    List<Node> beside = new ArrayList<>(List.of(middle));
    if (isShown(Panel.LEFT)) {
      beside.addFirst(left);
    }
    if (isShown(Panel.RIGHT)) {
      beside.add(right);
    }
    all.getItems().setAll(beside);
  }

  /** Hides a pane, or shows it again. */
  void toggle(Panel panel) {
    sizes = sizes().toggled(panel);
    fill();
    divide();
  }

  /** Shows a pane that is wanted. */
  void show(Panel panel) {
    if (!isShown(panel)) {
      toggle(panel);
    }
  }

  /** A terminal of eighty columns and more, or the events beside it. */
  void widen() {
    double usual = PaneSizes.USUAL.events();
    boolean wide = lower.getDividerPositions()[0] < usual / 2;
    lower.setDividerPositions(wide ? usual : 0.16);
  }

  private static boolean isNarrow(double width) {
    return width < NARROW;
  }

  private double share() {
    return isNarrow(Math.max(1, all.getWidth())) ? NARROW_SHARE : 1;
  }

  /**
   * In a narrow window the panes beside the canvas give way, and the lower ones stand in a column.
   */
  private void divide() {
    double width = Math.max(1, all.getWidth());
    double height = Math.max(1, middle.getHeight());
    boolean narrow = isNarrow(width);
    List<Double> dividers = new ArrayList<>();
    if (isShown(Panel.LEFT)) {
      dividers.add(sizes.left() * share() / width);
    }
    if (isShown(Panel.RIGHT)) {
      dividers.add(1 - sizes.right() * share() / width);
    }
    all.setDividerPositions(dividers.stream().mapToDouble(each -> each).toArray());
    lower.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
    lower.setDividerPositions(narrow ? 0.5 : sizes.events());
    if (isShown(Panel.BELOW)) {
      middle.setDividerPositions(1 - sizes.below() * (narrow ? 1.15 : 1) / height);
    }
  }

  /** As they are now. */
  PaneSizes sizes() {
    boolean laid = all.getWidth() > 10 && middle.getHeight() > 10;
    if (!laid) {
      return sizes;
    }
    boolean narrow = isNarrow(all.getWidth());
    return new PaneSizes(
        isShown(Panel.LEFT) ? now(sizes.left(), left.getWidth() / share()) : sizes.left(),
        isShown(Panel.RIGHT) ? now(sizes.right(), right.getWidth() / share()) : sizes.right(),
        isShown(Panel.BELOW)
            ? now(sizes.below(), bottom.getHeight() / (narrow ? 1.15 : 1))
            : sizes.below(),
        narrow ? sizes.events() : Math.clamp(lower.getDividerPositions()[0], 0.1, 0.9),
        sizes.hidden());
  }

  private static double now(double given, double measured) {
    return Math.abs(given - measured) > SLACK ? measured : given;
  }
}
