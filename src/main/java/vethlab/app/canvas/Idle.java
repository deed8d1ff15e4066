package vethlab.app.canvas;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import vethlab.app.Tool;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.NodeBox;

/** Nothing yet: a press decides what begins. */
final class Idle implements Gesture {
  private final CanvasView canvas;

  Idle(CanvasView canvas) {
    this.canvas = canvas;
  }

  @Override
  public Gesture pressed(Pointer at) {
    if (at.button() == MouseButton.MIDDLE || canvas.isSpaceDown()) {
      return new Panning(canvas, at);
    }
    if (at.button() == MouseButton.SECONDARY) {
      canvas
          .hit(at)
          .filter(item -> !canvas.studio().selection().contains(item))
          .ifPresent(canvas.studio()::select);
      return this;
    }
    if (at.button() != MouseButton.PRIMARY) {
      return this;
    }
    Tool tool = canvas.studio().tool();
    Optional<Item> hit = canvas.hit(at);
    if (tool == Tool.LINK) {
      return hit.isPresent() ? DrawingLink.from(canvas, hit.get(), at, this) : this;
    }
    if (tool != Tool.SELECT) {
      canvas.drop(tool, at.x(), at.y());
      return this;
    }
    return hit.map(item -> onItem(item, at)).orElseGet(() -> onEmpty(at));
  }

  private Gesture onItem(Item item, Pointer at) {
    if (at.shift() || at.control()) {
      Set<Item> chosen = new LinkedHashSet<>(canvas.studio().selection());
      if (!chosen.remove(item)) {
        chosen.add(item);
      }
      canvas.studio().select(chosen);
      return this;
    }
    if (item instanceof Item.Namespace n && canvas.isOnTriangle(n, at)) {
      canvas.studio().select(item);
      canvas.showTrouble(n, at);
      return this;
    }
    boolean member = canvas.studio().selection().contains(item);
    if (!member) {
      canvas.studio().select(item);
    }
    return switch (item) {
      case Item.Port port ->
          canvas.isOnSquare(port, at)
              ? new PressedPort(canvas, port, at)
              : new MovingInterface(canvas, port, at);
      case Item.Link link -> this;
      case Item.Namespace n -> new DraggingItems(canvas, item, at);
      case Item.Device d -> new DraggingItems(canvas, item, at);
      case Item.Note n -> new DraggingItems(canvas, item, at);
    };
  }

  /** A second press in place, let go without moving: a name is edited, a namespace opened. */
  static void doubleClicked(CanvasView canvas, Item item, Pointer at) {
    if (item instanceof Item.Namespace n) {
      Optional<NodeBox> node = canvas.scene().node(n.ns());
      boolean onName =
          node.filter(box -> HitGrid.inHead(box, at.y()) && at.x() < box.box().x() + 120)
              .isPresent();
      if (onName) {
        canvas.rename(item);
      } else {
        canvas.studio().doc().toggleOpen(n.ns());
      }
    } else {
      canvas.rename(item);
    }
  }

  private Gesture onEmpty(Pointer at) {
    if (!at.shift()) {
      canvas.studio().select(Set.of());
    }
    return new Marquee(canvas, at);
  }

  @Override
  public Gesture moved(Pointer at) {
    canvas.hover(canvas.hit(at));
    return this;
  }

  @Override
  public Gesture cancelled() {
    canvas.studio().tool(Tool.SELECT);
    return this;
  }

  @Override
  public Cursor cursor() {
    if (canvas.isSpaceDown()) {
      return Cursor.OPEN_HAND;
    }
    return canvas.studio().tool() == Tool.SELECT ? Cursor.DEFAULT : Cursor.CROSSHAIR;
  }
}
