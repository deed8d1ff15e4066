package vethlab.app.canvas;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import vethlab.app.Words;
import vethlab.app.model.PacketSteps;
import vethlab.app.model.Way;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.theme.Theme;

/**
 * What moves, and what the hand is doing. Near, packets are drawn here; far out they are put into
 * the layer below, and this one is shown only when there is something else on it.
 */
final class FrontLayer extends Canvas {
  private final Tokens tokens = new Tokens();
  private Sprites sprites = new Sprites(Theme.LIGHT, 1, 1);
  private Optional<Way> way = Optional.empty();
  private boolean stale = true;

  /** Whether packets were on their way in the frame before. */
  private boolean moved;

  /**
   * How it is looked at.
   *
   * @param pixels of the screen for a pixel of the window
   */
  record Look(Scene scene, Camera camera, Theme theme, Words words, double pixels) {}

  FrontLayer() {
    setMouseTransparent(true);
  }

  void stale() {
    stale = true;
  }

  void size(double width, double height) {
    setWidth(width);
    setHeight(height);
    stale = true;
  }

  /** Another moment: packets go to where they are then within {@code hop} nanoseconds. */
  void move(Scene scene, PacketSteps steps, Optional<Way> opened, long hop) {
    way = opened;
    Optional<Way> ofStep =
        way.filter(w -> steps.current().filter(s -> s.ns().equals(w.ns())).isPresent());
    tokens.move(scene, steps, ofStep, System.nanoTime(), hop);
    stale = true;
  }

  /**
   * Paints if anything moves or has changed.
   *
   * @param far what lies below, where that is seen from far out
   * @param hand paints what the hand is doing, if it does anything that is seen
   */
  void paint(Look look, Optional<FarLayer> far, Optional<Consumer<Pen>> hand, long clock) {
    boolean moves = tokens.isMoving(clock);
    if (!stale && !moves && !moved) {
      return;
    }
    if (!sprites.fits(look.theme(), look.camera().zoom(), look.pixels())) {
      sprites = new Sprites(look.theme(), look.camera().zoom(), look.pixels());
    }
    if (far.isEmpty()) {
      near(look, hand, clock);
    } else {
      putInto(far.get(), look, clock);
      if (stale) {
        above(look, hand);
      }
    }
    moved = moves;
    stale = false;
  }

  private void near(Look look, Optional<Consumer<Pen>> hand, long clock) {
    setVisible(true);
    Pen pen = cleared(look.camera());
    way(pen, look);
    GraphicsContext g = getGraphicsContext2D();
    g.setTransform(1, 0, 0, 1, 0, 0);
    flights(this::draw, look, clock);
    transform(look.camera());
    tokens.paint(pen, look.theme(), clock);
    hand.ifPresent(paint -> paint.accept(pen));
  }

  /** What lies above the packets far out. */
  private void above(Look look, Optional<Consumer<Pen>> hand) {
    boolean any = hand.isPresent() || way.isPresent() || tokens.link().isPresent();
    setVisible(any);
    if (any) {
      Pen pen = cleared(look.camera());
      way(pen, look);
      hand.ifPresent(paint -> paint.accept(pen));
    }
  }

  private void putInto(FarLayer layer, Look look, long clock) {
    layer.clear();
    flights(layer, look, clock);
    tokens.paintSmall(layer, sprites, look.camera(), clock);
    layer.show();
  }

  private void flights(Stamps on, Look look, long clock) {
    Box seen = look.camera().view(getWidth(), getHeight()).grown(40);
    tokens.paintFlights(on, sprites, look.camera(), seen, clock);
  }

  private void draw(Sprites.Sprite sprite, double x, double y) {
    double size = sprite.size();
    double left = Math.rint(x - size / 2);
    double top = Math.rint(y - size / 2);
    getGraphicsContext2D().drawImage(sprite.image(), left, top, size, size);
  }

  /** The link of the packet that is followed, and its way through an opened namespace. */
  private void way(Pen pen, Look look) {
    Theme theme = look.theme();
    tokens
        .link()
        .ifPresent(
            wire -> pen.lines(List.of(wire.points()), 7, Pen.Stroke.of(theme.accent(), 2.5)));
    way.ifPresent(each ->
        look.scene()
            .node(each.ns())
            .flatMap(NodeBox::way)
            .ifPresent(area -> new WayPainter(pen, theme, look.words()).paint(area, each)));
  }

  private Pen cleared(Camera camera) {
    GraphicsContext g = getGraphicsContext2D();
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, getWidth(), getHeight());
    transform(camera);
    return new FxPen(g);
  }

  private void transform(Camera camera) {
    double zoom = camera.zoom();
    getGraphicsContext2D().setTransform(zoom, 0, 0, zoom, -camera.x() * zoom, -camera.y() * zoom);
  }
}
