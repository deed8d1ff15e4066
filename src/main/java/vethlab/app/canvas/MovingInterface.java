package vethlab.app.canvas;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Face;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.doc.Edit;
import vethlab.app.doc.Edits;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;

/** An interface is taken by its name into another namespace: {@code ip link set netns}. */
final class MovingInterface implements Gesture {
  private static final double SLOP = 5;

  private final CanvasView canvas;
  private final Item.Port port;
  private final Pointer start;
  private Optional<Pointer> now = Optional.empty();

  MovingInterface(CanvasView canvas, Item.Port port, Pointer start) {
    this.canvas = canvas;
    this.port = port;
    this.start = start;
  }

  /** The namespace that something of {@code from} would move to at a point. */
  static Optional<NodeBox> target(CanvasView canvas, Ns from, Pointer at) {
    return canvas.scene().nodes().stream()
        .filter(node -> node.box().contains(at.x(), at.y()))
        .reduce((a, b) -> b)
        .filter(node -> !node.ns().equals(from));
  }

  static void move(CanvasView canvas, Ns from, String name, Ns to) {
    String title = canvas.studio().words().get("edit.move-to", name, to);
    canvas.studio().edit(title, Edit.of(Edits.moveTo(from, name, to)));
  }

  @Override
  public Gesture dragged(Pointer at) {
    boolean away =
        Math.hypot(at.screenX() - start.screenX(), at.screenY() - start.screenY()) > SLOP;
    if (away || now.isPresent()) {
      now = Optional.of(at);
      canvas.previewing(
          target(canvas, port.ns(), at)
              .map(node -> Edit.of(Edits.moveTo(port.ns(), port.name(), node.ns())).commands())
              .orElse(List.of()));
    }
    return this;
  }

  @Override
  public Gesture released(Pointer at) {
    canvas.previewing(List.of());
    if (now.isPresent()) {
      target(canvas, port.ns(), at)
          .ifPresent(node -> move(canvas, port.ns(), port.name(), node.ns()));
    } else if (at.clicks() % 2 == 0) {
      Idle.doubleClicked(canvas, port, at);
    }
    return canvas.idle();
  }

  @Override
  public Gesture cancelled() {
    canvas.previewing(List.of());
    return canvas.idle();
  }

  @Override
  public Cursor cursor() {
    return now.isPresent() ? Cursor.MOVE : Cursor.DEFAULT;
  }

  @Override
  public void paint(Pen pen) {
    now.ifPresent(at -> {
      Theme theme = canvas.studio().theme();
      target(canvas, port.ns(), at).ifPresent(node -> glow(pen, theme, node.box()));
      double width = Face.MONO_STRONG.width(port.name()) + 30;
      double x = at.x() + 8;
      double y = at.y() - 10;
      pen.box(x, y, width, 24, 6, theme.panel(), Stroke.of(theme.accent(), 1.5));
      pen.box(x + 7, y + 7, 10, 10, 3, theme.ok(), Stroke.NONE);
      pen.text(port.name(), x + 23, y + 16, Face.MONO_STRONG, theme.text(), Align.LEFT);
    });
  }

  static void glow(Pen pen, Theme theme, Box box) {
    pen.box(
        box.x() - 5,
        box.y() - 5,
        box.width() + 10,
        box.height() + 10,
        12,
        theme.accent() + "22",
        Stroke.of(theme.accent() + "88", 1.5));
    pen.box(box.x(), box.y(), box.width(), box.height(), 8, "", Stroke.of(theme.accent(), 2));
  }
}
