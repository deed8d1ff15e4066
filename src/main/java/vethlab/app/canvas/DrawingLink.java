package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Face;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.doc.Edits;
import vethlab.app.doc.Edits.Target;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Theme;
import vethlab.op.LinkKind;

/** A link grows from a port, a bridge or a namespace; valid targets glow; let go to make it. */
final class DrawingLink implements Gesture {
  private final CanvasView canvas;
  private final Target from;
  private final double[] start;
  private final Gesture before;
  private Pointer now;
  private Optional<Target> target = Optional.empty();

  private DrawingLink(CanvasView canvas, Target from, Pointer at, Gesture before) {
    this.canvas = canvas;
    this.from = from;
    this.start = new double[] {at.x(), at.y()};
    this.now = at;
    this.before = before;
  }

  static Gesture from(CanvasView canvas, Item item, Pointer at, Gesture before) {
    return target(canvas, item)
        .<Gesture>map(target -> new DrawingLink(canvas, target, at, before))
        .orElse(before);
  }

  /** A bridge, or the namespace that something is in. */
  static Optional<Target> target(CanvasView canvas, Item item) {
    return switch (item) {
      case Item.Device d when isBridge(canvas, d) ->
          Optional.of(new Target.Bridge(d.ns(), d.name()));
      case Item.Device d -> Optional.of(new Target.Namespace(d.ns()));
      case Item.Namespace n -> Optional.of(new Target.Namespace(n.ns()));
      case Item.Port p -> Optional.of(ofPort(canvas, p));
      case Item.Link l -> Optional.empty();
      case Item.Note n -> Optional.empty();
    };
  }

  private static Target ofPort(CanvasView canvas, Item.Port port) {
    String master = canvas.scene().port(port.ns(), port.name()).map(Scene.Port::master).orElse("");
    Item.Device bridge = new Item.Device(port.ns(), master);
    return !master.isEmpty() && isBridge(canvas, bridge)
        ? new Target.Bridge(port.ns(), master)
        : new Target.Namespace(port.ns());
  }

  private static boolean isBridge(CanvasView canvas, Item.Device device) {
    return canvas.studio().doc().kernel().links(device.ns()).stream()
        .anyMatch(
            link -> link.name().equals(device.name()) && link.kind() instanceof LinkKind.Bridge);
  }

  @Override
  public Gesture dragged(Pointer at) {
    now = at;
    target = canvas.hit(at).flatMap(item -> target(canvas, item));
    canvas.previewing(target.map(t -> edits().connect(from, t).commands()).orElse(List.of()));
    canvas.repaintFront();
    return this;
  }

  @Override
  public Gesture moved(Pointer at) {
    return dragged(at);
  }

  private Edits edits() {
    return canvas.studio().edits();
  }

  @Override
  public Gesture released(Pointer at) {
    dragged(at);
    canvas.previewing(List.of());
    boolean away = Math.hypot(at.x() - start[0], at.y() - start[1]) > 8;
    if (target.isPresent() && away) {
      connect(target.get());
    } else if (away) {
      canvas.offerAt(from, at);
    }
    return canvas.idle();
  }

  private void connect(Target to) {
    String name = canvas.studio().words().get("edit.connect", label(from), label(to));
    canvas.studio().edit(name, edits().connect(from, to));
  }

  static String label(Target target) {
    return target instanceof Target.Bridge b ? b.name() : target.ns().toString();
  }

  @Override
  public Gesture cancelled() {
    canvas.previewing(List.of());
    return before;
  }

  @Override
  public Cursor cursor() {
    return Cursor.CROSSHAIR;
  }

  @Override
  public void paint(Pen pen) {
    Theme theme = canvas.studio().theme();
    target.flatMap(this::box).ifPresent(box -> MovingInterface.glow(pen, theme, box));
    pen.lines(List.of(curve()), 0, new Stroke(theme.accent(), 2, 5));
    pen.box(start[0] - 9, start[1] - 9, 18, 18, 5, "", Stroke.of(theme.accent(), 1.5));
    target.ifPresent(to -> tip(pen, theme, to));
  }

  private void tip(Pen pen, Theme theme, Target to) {
    List<String> names = edits().endNames(from, to);
    String title =
        to instanceof Target.Bridge b
            ? canvas.studio().words().get("tip.port", names.get(1), b.name())
            : canvas
                .studio()
                .words()
                .get("tip.link", from.ns() + ":" + names.get(0), to.ns() + ":" + names.get(1));
    double width = Math.max(Face.SMALL_STRONG.width(title), 90) + 26;
    double x = now.x() + 16;
    double y = now.y() + 18;
    pen.box(x, y, width, 44, 8, theme.panel(), Stroke.of(theme.lineStrong(), 1));
    pen.text(title, x + 12, y + 18, Face.SMALL_STRONG, theme.text(), Align.LEFT);
    pen.text(
        canvas.studio().words().get("tip.cancel"),
        x + 12,
        y + 34,
        Face.SMALL,
        theme.text2(),
        Align.LEFT);
  }

  private Optional<Box> box(Target to) {
    return switch (to) {
      case Target.Bridge b -> canvas.scene().device(b.ns(), b.name()).map(Scene.DeviceBox::box);
      case Target.Namespace n -> canvas.scene().node(n.ns()).map(Scene.NodeBox::box);
    };
  }

  private List<double[]> curve() {
    List<double[]> points = new ArrayList<>();
    double bend = Math.max(30, Math.abs(now.x() - start[0]) / 2);
    double way = now.x() >= start[0] ? bend : -bend;
    for (int i = 0; i <= 20; i++) {
      double t = i / 20.0;
      double u = 1 - t;
      points.add(
          new double[] {
            u * u * u * start[0]
                + 3 * u * u * t * (start[0] + way)
                + 3 * u * t * t * (now.x() - way)
                + t * t * t * now.x(),
            u * u * u * start[1]
                + 3 * u * u * t * start[1]
                + 3 * u * t * t * now.y()
                + t * t * t * now.y()
          });
    }
    return points;
  }
}
