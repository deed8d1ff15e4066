package vethlab.app.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import vethlab.app.canvas.CanvasView;
import vethlab.app.scene.Scene.Box;

/** A hand on the canvas. */
final class Mouse {
  private final CanvasView canvas;

  Mouse(CanvasView canvas) {
    this.canvas = canvas;
  }

  /** On the head of a namespace. */
  void click(Box box) {
    act(MouseEvent.MOUSE_PRESSED, box.centerX(), box.y() + 10);
    act(MouseEvent.MOUSE_RELEASED, box.centerX(), box.y() + 10);
  }

  /** With the left button, at a point of the canvas. */
  void act(EventType<MouseEvent> type, double x, double y) {
    // An event that comes from nowhere is in the window's coordinates.
    Point2D at = canvas.localToScene(canvas.camera().screenX(x), canvas.camera().screenY(y));
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
