package vethlab.app.view;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import vethlab.app.Studio;
import vethlab.app.canvas.Camera;
import vethlab.app.canvas.CanvasView;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;

/**
 * The whole drawing, small, with what is seen of it: while not all of it is seen, and in the corner
 * where it covers least.
 */
final class MiniMap extends StackPane {
  private static final double WIDTH = 104;
  private static final double HEIGHT = 72;
  private static final double MARGIN = 18;

  /** Where it can stand, the usual place first. */
  private static final List<Pos> CORNERS =
      List.of(Pos.BOTTOM_LEFT, Pos.BOTTOM_RIGHT, Pos.TOP_RIGHT);

  private final Studio studio;
  private final CanvasView view;
  private final Canvas things = new Canvas(WIDTH, HEIGHT);
  private final Canvas frame = new Canvas(WIDTH, HEIGHT);
  private Optional<Look> painted = Optional.empty();

  MiniMap(Studio studio, CanvasView view) {
    this.studio = studio;
    this.view = view;
    getStyleClass().add("mini-map");
    getChildren().addAll(things, frame);
    setMaxSize(WIDTH + 2, HEIGHT + 2);
    setAlignment(this, CORNERS.getFirst());
    setMargin(this, new Insets(MARGIN));
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
    studio.listen(news -> paint());
  }

  private Box all() {
    return studio.doc().scene().bounds().grown(30);
  }

  private double scale(Box all) {
    return Math.min(WIDTH / all.width(), HEIGHT / all.height());
  }

  private void go(MouseEvent e) {
    Box all = all();
    double scale = scale(all);
    double x = all.centerX() + (e.getX() - WIDTH / 2) / scale;
    double y = all.centerY() + (e.getY() - HEIGHT / 2) / scale;
    Box seen = view.view();
    view.camera(new Camera(x - seen.width() / 2, y - seen.height() / 2, view.camera().zoom()));
  }

  void paint() {
    boolean empty = studio.document().isEmpty() || studio.doc().scene().nodes().isEmpty();
    setVisible(!empty && !isAllSeen());
    if (!isVisible()) {
      painted = Optional.empty();
      return;
    }
    if (!isPressed()) {
      setAlignment(this, corner());
    }
    Look now = new Look(studio.doc().scene(), studio.theme(), studio.selection());
    if (painted.filter(now::isLike).isEmpty()) {
      painted = Optional.of(now);
      paintThings(now);
    }
    paintSeen();
  }

  private boolean isAllSeen() {
    Box all = studio.doc().scene().bounds();
    Box seen = view.view();
    return all.x() >= seen.x()
        && all.y() >= seen.y()
        && all.right() <= seen.right()
        && all.bottom() <= seen.bottom();
  }

  /** Where it stands, unless another corner covers less. */
  private Pos corner() {
    Pos now = getAlignment(this);
    return CORNERS.stream()
        .filter(each -> covered(each) < covered(now))
        .min(Comparator.comparingDouble(this::covered))
        .orElse(now);
  }

  /** How much of the namespaces is under it in a corner. */
  private double covered(Pos corner) {
    double left = corner.getHpos() == HPos.LEFT ? MARGIN : view.getWidth() - WIDTH - MARGIN;
    double top = corner.getVpos() == VPos.TOP ? MARGIN : view.getHeight() - HEIGHT - MARGIN;
    Camera camera = view.camera();
    Box under =
        new Box(camera.toX(left), camera.toY(top), WIDTH / camera.zoom(), HEIGHT / camera.zoom());
    return studio.doc().scene().nodes().stream()
        .mapToDouble(node -> common(node.box(), under))
        .sum();
  }

  private static double common(Box a, Box b) {
    double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return width > 0 && height > 0 ? width * height : 0;
  }

  /** What the lower layer shows; the upper one is only a frame. */
  private record Look(Scene scene, Theme theme, Set<Item> selection) {
    boolean isLike(Look other) {
      return scene == other.scene && theme == other.theme && selection.equals(other.selection);
    }
  }

  private void paintThings(Look look) {
    GraphicsContext g = things.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    Box all = all();
    double scale = scale(all);
    double left = WIDTH / 2 - all.centerX() * scale;
    double top = HEIGHT / 2 - all.centerY() * scale;
    g.setStroke(Color.web(look.theme().accent()));
    for (var node : look.scene().nodes()) {
      Box box = node.box();
      double x = left + box.x() * scale;
      double y = top + box.y() * scale;
      double width = Math.max(1, box.width() * scale);
      double height = Math.max(1, box.height() * scale);
      boolean chosen =
          look.selection().contains(new Item.Namespace(node.ns())) || node.way().isPresent();
      g.setFill(Color.web(chosen ? look.theme().accentTint() : look.theme().lineStrong()));
      if (width < 5) {
        g.fillRect(x, y, width, height);
      } else {
        g.fillRoundRect(x, y, width, height, 3, 3);
      }
      if (chosen) {
        g.strokeRoundRect(x, y, width, height, 3, 3);
      }
    }
  }

  private void paintSeen() {
    GraphicsContext g = frame.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    Box all = all();
    double scale = scale(all);
    Box seen = view.view();
    g.setStroke(Color.web(studio.theme().text3(), 0.6));
    g.setLineWidth(1);
    g.strokeRect(
        WIDTH / 2 + (seen.x() - all.centerX()) * scale,
        HEIGHT / 2 + (seen.y() - all.centerY()) * scale,
        seen.width() * scale,
        seen.height() * scale);
  }
}
