package vethlab.app.canvas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import vethlab.app.doc.Edit;
import vethlab.app.scene.Item;
import vethlab.app.scene.Metrics;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.lab.Layout;
import vethlab.op.Ns;

/** What is chosen follows the hand, on the grid unless Alt is held; one undo for all of it. */
final class DraggingItems implements Gesture {
  private static final double SLOP = 4;

  private final CanvasView canvas;
  private final Pointer start;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, double[]> origins = new LinkedHashMap<>();
  private final Set<Ns> namespaces = new LinkedHashSet<>();
  private final Item held;
  private boolean moving;
  private Optional<Pointer> last = Optional.empty();
  private double dx;
  private double dy;

  DraggingItems(CanvasView canvas, Item held, Pointer start) {
    this.held = held;
    this.canvas = canvas;
    this.start = start;
    for (Item item : canvas.studio().selection()) {
      take(item);
    }
  }

  private void take(Item item) {
    Scene scene = canvas.scene();
    switch (item) {
      case Item.Namespace n ->
          scene
              .node(n.ns())
              .ifPresent(node -> {
                namespaces.add(n.ns());
                put(n.ns().toString(), node.box(), 0, 0);
              });
      case Item.Device d ->
          scene
              .device(d.ns(), d.name())
              .ifPresent(device -> {
                Box home = scene.node(d.ns()).orElseThrow().box();
                put(d.ns() + "/" + d.name(), device.box(), home.x(), home.y());
              });
      case Item.Note n ->
          scene.notes().stream()
              .filter(each -> each.id().equals(n.id()))
              .findFirst()
              .ifPresent(note -> put(n.id(), note.box(), 0, 0));
      case Item.Port p -> {}
      case Item.Link l -> {}
    }
  }

  private void put(String name, Box box, double fromX, double fromY) {
    boxes.put(name, box);
    origins.put(name, new double[] {box.x() - fromX, box.y() - fromY});
  }

  @Override
  public Gesture dragged(Pointer at) {
    double far = Math.hypot(at.screenX() - start.screenX(), at.screenY() - start.screenY());
    if (!moving && far < SLOP || boxes.isEmpty()) {
      return this;
    }
    if (!moving) {
      moving = true;
      canvas.hide(namespaces);
    }
    last = Optional.of(at);
    dx = at.x() - start.x();
    dy = at.y() - start.y();
    if (!at.alt()) {
      double[] first = origins.values().iterator().next();
      dx = snap(first[0] + dx) - first[0];
      dy = snap(first[1] + dy) - first[1];
    }
    canvas.repaintFront();
    return this;
  }

  private static double snap(double value) {
    double half = Metrics.GRID / 2;
    return Math.rint(value / half) * half;
  }

  @Override
  public Gesture released(Pointer at) {
    canvas.hide(Set.of());
    Optional<NodeBox> elsewhere = elsewhere(at);
    if (moving && elsewhere.isPresent()) {
      Item.Device device = (Item.Device) held;
      MovingInterface.move(canvas, device.ns(), device.name(), elsewhere.get().ns());
    } else if (moving && (dx != 0 || dy != 0)) {
      Map<String, double[]> moved = Map.copyOf(origins);
      String name = canvas.studio().words().get("edit.move", label());
      canvas.studio().edit(name, Edit.moving(layout -> shifted(layout, moved, dx, dy)));
    }
    if (!moving && at.clicks() % 2 == 0) {
      Idle.doubleClicked(canvas, held, at);
    }
    return canvas.idle();
  }

  /** A device alone can be taken into another namespace. */
  private Optional<NodeBox> elsewhere(Pointer at) {
    return held instanceof Item.Device device && origins.size() == 1
        ? MovingInterface.target(canvas, device.ns(), at)
        : Optional.empty();
  }

  private String label() {
    return origins.size() == 1
        ? origins.keySet().iterator().next()
        : canvas.studio().words().get("edit.things", origins.size());
  }

  static Layout shifted(Layout layout, Map<String, double[]> from, double dx, double dy) {
    Layout moved = layout;
    for (Map.Entry<String, double[]> each : from.entrySet()) {
      Layout.Place place = layout.of(each.getKey()).orElse(Layout.Place.at(0, 0));
      double[] origin = each.getValue();
      moved =
          moved.with(
              each.getKey(),
              new Layout.Place(origin[0] + dx, origin[1] + dy, place.width(), place.height()));
    }
    return moved;
  }

  @Override
  public Gesture cancelled() {
    canvas.hide(Set.of());
    return canvas.idle();
  }

  @Override
  public void paint(Pen pen) {
    if (!moving) {
      return;
    }
    last.flatMap(this::elsewhere)
        .ifPresent(node -> MovingInterface.glow(pen, canvas.studio().theme(), node.box()));
    Scene ghost = MovedScene.of(canvas.scene(), namespaces, dx, dy);
    Decor decor = canvas.decor(Set.of());
    new ScenePainter(pen, decor, Detail.ALL).paint(ghost, canvas.everything());
    for (Map.Entry<String, Box> each : boxes.entrySet()) {
      if (!isNamespace(each.getKey())) {
        Box box = each.getValue();
        pen.box(
            box.x() + dx,
            box.y() + dy,
            box.width(),
            box.height(),
            6,
            "",
            Pen.Stroke.of(decor.theme().accent(), 2));
      }
    }
  }

  private boolean isNamespace(String name) {
    return namespaces.stream().anyMatch(ns -> ns.toString().equals(name));
  }

  @Override
  public Cursor cursor() {
    return moving ? Cursor.MOVE : Cursor.DEFAULT;
  }
}
