package vethlab.app.canvas;

import java.util.ArrayList;
import java.util.List;
import vethlab.app.canvas.Pen.Align;
import vethlab.app.canvas.Pen.Face;
import vethlab.app.canvas.Pen.Stroke;
import vethlab.app.scene.Item;
import vethlab.app.scene.Metrics;
import vethlab.app.scene.NoteSize;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.NodeKind;
import vethlab.app.scene.Scene.NoteBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.PortState;
import vethlab.app.scene.Scene.Side;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.scene.Scene.WireKind;
import vethlab.app.theme.Theme;

/** Draws a scene, without what moves. */
public final class ScenePainter {
  private static final double LINK = 1.75;
  private static final double CORNER = 7;

  private final Pen pen;
  private final Decor decor;
  private final Theme theme;
  private final Detail detail;

  public ScenePainter(Pen pen, Decor decor, Detail detail) {
    this.pen = pen;
    this.decor = decor;
    this.theme = decor.theme();
    this.detail = detail;
  }

  /**
   * What lies within {@code view} (canvas units): links below, then boxes, then what is on them.
   */
  public void paint(Scene scene, Box view) {
    Box near = view.grown(40);
    List<NodeBox> nodes = new ArrayList<>();
    for (NodeBox node : scene.nodes()) {
      if (!decor.hidden().contains(node.ns()) && meets(node.box(), near)) {
        nodes.add(node);
      }
    }
    scene.notes().forEach(this::note);
    nodes.forEach(this::shadow);
    wires(scene, near, List.of(WireKind.VETH, WireKind.UPLINK));
    nodes.forEach(this::body);
    wires(scene, near, List.of(WireKind.MEMBER, WireKind.PARENT));
    for (NodeBox node : nodes) {
      node.devices().forEach(this::device);
      node.ports().forEach(port -> port(port, node));
    }
  }

  private static boolean meets(Box a, Box b) {
    return a.x() < b.right() && a.right() > b.x() && a.y() < b.bottom() && a.bottom() > b.y();
  }

  // --- links -----------------------------------------------------------------------------------

  private void wires(Scene scene, Box view, List<WireKind> kinds) {
    List<List<double[]>> up = new ArrayList<>();
    List<List<double[]>> down = new ArrayList<>();
    List<List<double[]>> chosen = new ArrayList<>();
    for (Wire wire : scene.wires()) {
      if (!kinds.contains(wire.kind()) || isHidden(wire) || !near(wire, view)) {
        continue;
      }
      boolean alive = wire.state() == PortState.UP || wire.state() == PortState.BLOCKED;
      if (decor.selected().contains(new Item.Link(wire.a(), wire.b()))) {
        chosen.add(wire.points());
      }
      (alive ? up : down).add(wire.points());
    }
    double width = kinds.contains(WireKind.MEMBER) ? 1.5 : LINK;
    pen.lines(up, CORNER, Stroke.of(theme.link(), width));
    pen.lines(down, CORNER, new Stroke(theme.link(), width, 5));
    pen.lines(chosen, CORNER, Stroke.of(theme.accent(), 2.5));
  }

  private boolean isHidden(Wire wire) {
    return decor.hidden().contains(wire.a().ns()) || decor.hidden().contains(wire.b().ns());
  }

  private static boolean near(Wire wire, Box view) {
    double[] a = wire.points().getFirst();
    double[] b = wire.points().getLast();
    return Math.min(a[0], b[0]) < view.right()
        && Math.max(a[0], b[0]) > view.x()
        && Math.min(a[1], b[1]) < view.bottom()
        && Math.max(a[1], b[1]) > view.y();
  }

  // --- namespaces ------------------------------------------------------------------------------

  private void shadow(NodeBox node) {
    if (detail.shadows() && node.kind() != NodeKind.OUTSIDE) {
      Box box = node.box();
      pen.box(
          box.x() - 1,
          box.y() + 1,
          box.width() + 2,
          box.height() + 2,
          Metrics.RADIUS + 1,
          theme.shadow() + "12",
          Stroke.NONE);
    }
  }

  private void body(NodeBox node) {
    Box box = node.box();
    boolean chosen = decor.selected().contains(new Item.Namespace(node.ns()));
    boolean open = node.way().isPresent();
    pen.box(box.x(), box.y(), box.width(), box.height(), Metrics.RADIUS, theme.body(), Stroke.NONE);
    pen.strip(box.x(), box.y(), box.width(), Metrics.HEAD, Metrics.RADIUS, theme.head());
    String edge = chosen || open ? theme.accent() : theme.lineStrong();
    Stroke border =
        node.kind() == NodeKind.OUTSIDE
            ? new Stroke(edge, 1.5, 5)
            : Stroke.of(edge, chosen || open ? 2 : 1.25);
    pen.box(box.x(), box.y(), box.width(), box.height(), Metrics.RADIUS, "", border);
    if (detail.text()) {
      head(node);
    }
  }

  private void head(NodeBox node) {
    Box box = node.box();
    double middle = box.y() + Metrics.HEAD / 2;
    Glyphs.node(pen, node.kind(), box.x() + 11, middle - 6, theme.text2());
    double right = box.right() - 11;
    if (decor.problems().contains(node.ns())) {
      Glyphs.warning(pen, right - 15, middle - 8, theme, decor.broken().contains(node.ns()));
      right -= 22;
    }
    double factWidth = node.fact().isEmpty() ? 0 : Face.SMALL.width(node.fact()) + 8;
    pen.text(node.fact(), right, middle + 4, Face.SMALL, theme.text2(), Align.RIGHT);
    String name = fit(node.ns().toString(), Face.HEAD, right - factWidth - box.x() - 32);
    pen.text(name, box.x() + 32, middle + 4.5, Face.HEAD, theme.text(), Align.LEFT);
  }

  /** Where the triangle is that marks problems, and what is near enough to it. */
  static Box triangle(Box node) {
    return new Box(node.right() - 32, node.y() + 1, 28, Metrics.HEAD - 2);
  }

  /** Shortened in the middle where it is too wide. */
  static String fit(String text, Face face, double width) {
    if (face.width(text) <= width || text.length() < 4) {
      return text;
    }
    int keep = text.length() - 1;
    String shorter = text;
    while (keep > 2 && face.width(shorter) > width) {
      int tail = keep / 2;
      shorter = text.substring(0, keep - tail) + "…" + text.substring(text.length() - tail);
      keep--;
    }
    return shorter;
  }

  // --- ports and devices -----------------------------------------------------------------------

  private void port(Port port, NodeBox node) {
    boolean chosen = decor.selected().contains(new Item.Port(port.ns(), port.name()));
    square(port.x(), port.y(), port.state());
    if (chosen) {
      pen.box(port.x() - 10, port.y() - 10, 20, 20, 5, "", Stroke.of(theme.accent(), 2));
    }
    if (!detail.labels()) {
      return;
    }
    boolean left = port.side() == Side.LEFT;
    double x = port.x() + (left ? Metrics.LABEL_GAP : -Metrics.LABEL_GAP);
    Align align = left ? Align.LEFT : Align.RIGHT;
    double room = Math.min(170, node.box().width() - 30);
    String color = port.state() == PortState.DOWN ? theme.text2() : theme.text();
    pen.text(
        Metrics.fitMono(port.name(), 11.5, room), x, port.y() - 5, Face.MONO_STRONG, color, align);
    double y = port.y() + 14;
    for (String address : port.addresses()) {
      pen.text(Metrics.fitMono(address, 11.5, room), x, y, Face.MONO, theme.text2(), align);
      y += 15;
    }
  }

  private void square(double x, double y, PortState state) {
    double half = Metrics.PORT / 2;
    switch (state) {
      case UP ->
          pen.box(
              x - half,
              y - half,
              Metrics.PORT,
              Metrics.PORT,
              3,
              theme.ok(),
              Stroke.of(theme.body(), 1));
      case DOWN ->
          pen.box(
              x - half,
              y - half,
              Metrics.PORT,
              Metrics.PORT,
              3,
              theme.body(),
              Stroke.of(theme.link(), 2));
      case NO_CARRIER ->
          pen.box(
              x - half,
              y - half,
              Metrics.PORT,
              Metrics.PORT,
              3,
              theme.body(),
              Stroke.of(Theme.ARP, 2));
      case BLOCKED -> {
        pen.box(x - half, y - half, Metrics.PORT, Metrics.PORT, 3, theme.ok(), Stroke.NONE);
        pen.box(x - half - 2, y - 1.5, Metrics.PORT + 4, 3, 1, Theme.DROP, Stroke.NONE);
      }
    }
  }

  private void device(DeviceBox device) {
    Box box = device.box();
    boolean chosen = decor.selected().contains(new Item.Device(device.ns(), device.name()));
    boolean up = device.state() == PortState.UP || device.state() == PortState.BLOCKED;
    Stroke border =
        chosen
            ? Stroke.of(theme.accent(), 2)
            : up ? Stroke.of(theme.lineStrong(), 1.25) : new Stroke(theme.link(), 1.25, 4);
    pen.box(box.x(), box.y(), box.width(), box.height(), 6, theme.device(), border);
    if (!detail.labels()) {
      return;
    }
    double x = box.centerX();
    List<String> lines = device.addresses();
    boolean tells = lines.isEmpty() && !device.kind().equals("bridge");
    int below = lines.size() + (tells ? 1 : 0);
    double y = box.centerY() + 4 - below * 7.5;
    pen.text(
        Metrics.fitMono(device.name(), 11.5, box.width() - 12),
        x,
        y,
        Face.MONO_STRONG,
        up ? theme.text() : theme.text2(),
        Align.CENTER);
    for (String address : lines) {
      y += 15.5;
      pen.text(
          Metrics.fitMono(address, 11.5, box.width() - 8),
          x,
          y,
          Face.MONO,
          theme.text2(),
          Align.CENTER);
    }
    if (tells) {
      pen.text(device.kind(), x, y + 15.5, Face.SMALL, theme.text3(), Align.CENTER);
    }
  }

  private void note(NoteBox note) {
    Box box = note.box();
    boolean chosen = decor.selected().contains(new Item.Note(note.id()));
    pen.box(
        box.x(),
        box.y(),
        box.width(),
        box.height(),
        4,
        theme.warnTint(),
        Stroke.of(chosen ? theme.accent() : theme.lineStrong(), chosen ? 2 : 1));
    double y = box.y() + 22;
    for (String line : NoteSize.lines(note.text(), box.width())) {
      pen.text(line, box.x() + 12, y, Face.LABEL, theme.text(), Align.LEFT);
      y += 17;
    }
  }
}
