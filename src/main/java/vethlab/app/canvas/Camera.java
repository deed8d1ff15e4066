package vethlab.app.canvas;

import vethlab.app.scene.Scene.Box;

/**
 * What part of the canvas is seen.
 *
 * @param x canvas coordinate at the left edge
 * @param y canvas coordinate at the upper edge
 * @param zoom pixels a unit
 */
public record Camera(double x, double y, double zoom) {
  public static final double MIN = 0.02;
  public static final double MAX = 4;
  public static final Camera HOME = new Camera(0, 0, 1);

  public double toX(double screenX) {
    return x + screenX / zoom;
  }

  public double toY(double screenY) {
    return y + screenY / zoom;
  }

  public double screenX(double canvasX) {
    return (canvasX - x) * zoom;
  }

  public double screenY(double canvasY) {
    return (canvasY - y) * zoom;
  }

  /** By pixels. */
  public Camera panned(double dx, double dy) {
    return new Camera(x - dx / zoom, y - dy / zoom, zoom);
  }

  /** To a zoom, with what lies under a pixel staying there. */
  public Camera zoomed(double to, double screenX, double screenY) {
    double next = Math.max(MIN, Math.min(MAX, to));
    return new Camera(toX(screenX) - screenX / next, toY(screenY) - screenY / next, next);
  }

  /** Everything in the middle, not larger than life. */
  public static Camera fitting(Box all, double width, double height) {
    double zoom =
        Math.max(
            MIN, Math.min(1, Math.min((width - 48) / all.width(), (height - 120) / all.height())));
    return new Camera(
        all.centerX() - width / 2 / zoom, all.centerY() - (height + 40) / 2 / zoom, zoom);
  }

  /** Whether it shows the same, but for a pixel. */
  public boolean isLike(Camera other) {
    return Math.abs(zoom / other.zoom - 1) < 0.01
        && Math.abs(x - other.x) * zoom < 3
        && Math.abs(y - other.y) * zoom < 3;
  }

  public Box view(double width, double height) {
    return new Box(x, y, width / zoom, height / zoom);
  }
}
