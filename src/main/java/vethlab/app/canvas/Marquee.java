package vethlab.app.canvas;

import java.util.LinkedHashSet;
import java.util.Set;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;

/** A rectangle is drawn around what shall be chosen. */
final class Marquee implements Gesture {
  private final CanvasView canvas;
  private final Pointer start;
  private final Set<Item> before;
  private Pointer now;

  Marquee(CanvasView canvas, Pointer start) {
    this.canvas = canvas;
    this.start = start;
    this.now = start;
    this.before = Set.copyOf(canvas.studio().selection());
  }

  private Box area() {
    return new Box(
        Math.min(start.x(), now.x()), Math.min(start.y(), now.y()),
        Math.abs(start.x() - now.x()), Math.abs(start.y() - now.y()));
  }

  @Override
  public Gesture dragged(Pointer at) {
    now = at;
    Set<Item> chosen = new LinkedHashSet<>(start.shift() ? before : Set.of());
    chosen.addAll(HitGrid.within(canvas.scene(), area()));
    canvas.studio().select(chosen);
    canvas.repaintFront();
    return this;
  }

  @Override
  public Gesture released(Pointer at) {
    return canvas.idle();
  }

  @Override
  public Gesture cancelled() {
    canvas.studio().select(before);
    return canvas.idle();
  }

  @Override
  public void paint(Pen pen) {
    Theme theme = canvas.studio().theme();
    Box box = area();
    if (box.width() > 1 || box.height() > 1) {
      pen.box(
          box.x(),
          box.y(),
          box.width(),
          box.height(),
          2,
          theme.accent() + "1a",
          Stroke.of(theme.accent(), 1));
    }
  }
}
