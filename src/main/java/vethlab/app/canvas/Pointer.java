package vethlab.app.canvas;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * The mouse at a moment.
 *
 * @param x on the canvas
 * @param screenX in the view, in pixels
 */
record Pointer(
    double x,
    double y,
    double screenX,
    double screenY,
    MouseButton button,
    int clicks,
    boolean shift,
    boolean control,
    boolean alt) {

  static Pointer of(MouseEvent e, Camera camera) {
    return new Pointer(
        camera.toX(e.getX()),
        camera.toY(e.getY()),
        e.getX(),
        e.getY(),
        e.getButton(),
        e.getClickCount(),
        e.isShiftDown(),
        e.isShortcutDown(),
        e.isAltDown());
  }
}
