package vethlab.app.canvas;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import vethlab.app.theme.Theme;

/** Packets drawn once, to be put in many places: as large as they are at a zoom. */
final class Sprites {
  /** Square, with the pill in its middle. */
  private static final double SIDE = 38;

  /** Far out a packet does not become smaller than this. */
  private static final double LEAST = 0.45;

  /**
   * A picture of a packet.
   *
   * @param size how wide and high it is in the window
   * @param side the same in pixels of the screen
   * @param pixels premultiplied, row by row
   */
  record Sprite(Image image, double size, int side, int[] pixels) {
    static Sprite of(Image image, double size) {
      int side = (int) image.getWidth();
      int[] pixels = new int[side * side];
      WritablePixelFormat<IntBuffer> format = PixelFormat.getIntArgbPreInstance();
      image.getPixelReader().getPixels(0, 0, side, side, format, pixels, 0, side);
      return new Sprite(image, size, side, pixels);
    }
  }

  private record Kind(String protocol, boolean reply) {}

  private final Theme theme;
  private final double scale;
  private final double pixels;
  private final Map<Kind, Sprite> sprites = new HashMap<>();

  /**
   * @param zoom of the canvas
   * @param pixels of the screen for a pixel of the window
   */
  Sprites(Theme theme, double zoom, double pixels) {
    this.theme = theme;
    this.scale = Math.max(LEAST, zoom);
    this.pixels = pixels;
  }

  boolean fits(Theme theme, double zoom, double pixels) {
    return this.theme == theme && scale == Math.max(LEAST, zoom) && this.pixels == pixels;
  }

  private double size() {
    return Math.ceil(SIDE * scale);
  }

  Sprite of(String protocol, boolean reply) {
    return sprites.computeIfAbsent(new Kind(protocol, reply), this::drawn);
  }

  private Sprite drawn(Kind kind) {
    Canvas canvas = new Canvas(size(), size());
    var g = canvas.getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, 0, 0);
    double middle = size() / 2 / scale;
    TokenPainter.small(new FxPen(g), theme, middle, middle, kind.protocol(), kind.reply());
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    how.setTransform(Transform.scale(pixels, pixels));
    return Sprite.of(canvas.snapshot(how, null), size());
  }
}
