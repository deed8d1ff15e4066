package vethlab.app.view;

import java.util.Optional;
import java.util.Set;
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

/** The whole drawing, small, with what is seen of it. */
final class MiniMap extends StackPane {
  private static final double WIDTH = 104;
  private static final double HEIGHT = 72;

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
    setVisible(!empty);
    if (empty) {
      painted = Optional.empty();
      return;
    }
    Look now = new Look(studio.doc().scene(), studio.theme(), studio.selection());
    if (painted.filter(now::isLike).isEmpty()) {
      painted = Optional.of(now);
      paintThings(now);
    }
    paintSeen();
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
