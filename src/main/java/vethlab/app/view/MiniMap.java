package vethlab.app.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import vethlab.app.Studio;
import vethlab.app.canvas.Camera;
import vethlab.app.canvas.CanvasView;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;

/** The whole drawing, small, with what is seen of it. */
final class MiniMap extends StackPane {
  private static final double WIDTH = 104;
  private static final double HEIGHT = 72;

  private final Studio studio;
  private final CanvasView view;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

  MiniMap(Studio studio, CanvasView view) {
    this.studio = studio;
    this.view = view;
    getStyleClass().add("mini-map");
    getChildren().add(canvas);
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
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    if (studio.document().isEmpty() || studio.doc().scene().nodes().isEmpty()) {
      setVisible(false);
      return;
    }
    setVisible(true);
    Theme theme = studio.theme();
    Box all = all();
    double scale = scale(all);
    double left = WIDTH / 2 - all.centerX() * scale;
    double top = HEIGHT / 2 - all.centerY() * scale;
    for (var node : studio.doc().scene().nodes()) {
      Box box = node.box();
      boolean chosen =
          studio.selection().contains(new Item.Namespace(node.ns())) || node.way().isPresent();
      g.setFill(Color.web(chosen ? theme.accentTint() : theme.lineStrong()));
      g.fillRoundRect(
          left + box.x() * scale,
          top + box.y() * scale,
          box.width() * scale,
          box.height() * scale,
          3,
          3);
      if (chosen) {
        g.setStroke(Color.web(theme.accent()));
        g.strokeRoundRect(
            left + box.x() * scale,
            top + box.y() * scale,
            box.width() * scale,
            box.height() * scale,
            3,
            3);
      }
    }
    Box seen = view.view();
    g.setStroke(Color.web(theme.text3(), 0.6));
    g.setLineWidth(1);
    g.strokeRect(
        left + seen.x() * scale,
        top + seen.y() * scale,
        seen.width() * scale,
        seen.height() * scale);
  }
}
