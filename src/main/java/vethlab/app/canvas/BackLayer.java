package vethlab.app.canvas;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;
import vethlab.app.scene.Metrics;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;

/**
 * What stands still. Near, it is painted on a canvas larger than the view, which is shifted while
 * the view is panned and stretched while it is zoomed, and painted anew when the hand rests. Far
 * out, where there may be thousands of things, it is drawn pixel by pixel, each time.
 */
final class BackLayer extends Group {
  /** The canvas is larger than the view by this much on each side, in pixels. */
  private static final double MARGIN = 200;

  /** After so many nanoseconds without a move, what was stretched is painted anew. */
  private static final long REST = 120_000_000L;

  /** More namespaces than this take too long to paint for each step of a zoom. */
  private static final int FEW = 24;

  private final Canvas canvas = new Canvas();
  private final FarLayer far = new FarLayer();
  private final Scale stretch = new Scale(1, 1, 0, 0);
  private Camera painted = Camera.HOME;
  private Optional<Scene> shown = Optional.empty();
  private Set<Ns> hidden = Set.of();
  private double width;
  private double height;
  private boolean stale = true;
  private boolean moved;
  private long restsAt;

  BackLayer() {
    setMouseTransparent(true);
    canvas.getTransforms().add(stretch);
    getChildren().addAll(canvas, far);
    far.setVisible(false);
  }

  void size(double width, double height) {
    this.width = width;
    this.height = height;
    canvas.setWidth(width + 2 * MARGIN);
    canvas.setHeight(height + 2 * MARGIN);
    stale = true;
  }

  /** Something that is drawn here has changed. */
  void stale() {
    stale = true;
  }

  void hide(Set<Ns> namespaces) {
    hidden = Set.copyOf(namespaces);
    stale = true;
  }

  private static boolean isFar(Camera camera) {
    return Detail.at(camera.zoom()) == Detail.BOXES;
  }

  /** The view has moved: what is there is put where it belongs as far as that goes. */
  void look(Camera camera, Scene scene, long clock) {
    if (isFar(camera) || far.isVisible()) {
      stale = true;
      return;
    }
    double zoom = camera.zoom() / painted.zoom();
    boolean inside =
        camera.screenX(painted.x()) - MARGIN * zoom <= 0
            && camera.screenY(painted.y()) - MARGIN * zoom <= 0
            && camera.screenX(painted.toX(width + MARGIN)) >= width
            && camera.screenY(painted.toY(height + MARGIN)) >= height;
    boolean zooms = zoom != 1 && scene.nodes().size() <= FEW;
    if (!inside && zoom == 1 || zooms) {
      stale = true;
      return;
    }
    stretch.setX(zoom);
    stretch.setY(zoom);
    canvas.setTranslateX(camera.screenX(painted.x()) - MARGIN * zoom);
    canvas.setTranslateY(camera.screenY(painted.y()) - MARGIN * zoom);
    moved = moved || zoom != 1;
    restsAt = clock + REST;
  }

  /** Paints if it must; whether it did. */
  boolean paint(
      Scene scene, Camera camera, Function<Set<Ns>, Decor> decor, double scale, long clock) {
    boolean rests = moved && clock > restsAt;
    boolean same = shown.filter(known -> known == scene).isPresent();
    if (same && !stale && !rests) {
      return false;
    }
    shown = Optional.of(scene);
    stale = false;
    moved = false;
    if (isFar(camera)) {
      far.paint(scene, camera, decor.apply(hidden), width, height, scale);
    } else {
      paths(scene, camera, decor.apply(hidden));
    }
    far.setVisible(isFar(camera));
    canvas.setVisible(!isFar(camera));
    return true;
  }

  /** What packets are put on where it is seen from far out. */
  Optional<FarLayer> far() {
    return Optional.of(far).filter(FarLayer::isVisible);
  }

  private void paths(Scene scene, Camera camera, Decor decor) {
    painted = camera;
    stretch.setX(1);
    stretch.setY(1);
    canvas.setTranslateX(-MARGIN);
    canvas.setTranslateY(-MARGIN);
    GraphicsContext g = canvas.getGraphicsContext2D();
    Theme theme = decor.theme();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.setFill(FxPen.color(theme.canvas()));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    dots(g, theme, camera);
    double zoom = camera.zoom();
    g.setTransform(zoom, 0, 0, zoom, MARGIN - camera.x() * zoom, MARGIN - camera.y() * zoom);
    Box view = camera.view(width, height).grown(MARGIN / zoom);
    new ScenePainter(new FxPen(g), decor, Detail.at(zoom)).paint(scene, view);
  }

  private void dots(GraphicsContext g, Theme theme, Camera camera) {
    double step = Metrics.GRID * camera.zoom();
    if (step < 11) {
      return;
    }
    g.setFill(FxPen.color(theme.dots()));
    double left = MARGIN - mod(camera.x() * camera.zoom() + MARGIN, step);
    double top = MARGIN - mod(camera.y() * camera.zoom() + MARGIN, step);
    for (double x = left - MARGIN; x < canvas.getWidth(); x += step) {
      for (double y = top - MARGIN; y < canvas.getHeight(); y += step) {
        g.fillRect(Math.round(x), Math.round(y), 2, 2);
      }
    }
  }

  private static double mod(double a, double b) {
    return ((a % b) + b) % b;
  }
}
