package vethlab.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import vethlab.app.theme.Theme;

/** Packets drawn once, to be put in many places: as large as they are at a zoom. */
final class Sprites {
  /** Square, with the pill in its middle. */
  private static final double SIDE = 38;

  /** Far out a packet does not become smaller than this. */
  private static final double LEAST = 0.45;

  private record Kind(String protocol, boolean reply) {}

  private final Theme theme;
  private final double scale;
  private final double pixels;
  private final Map<Kind, Image> images = new HashMap<>();

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

  /** How wide and high a sprite is in the window. */
  double size() {
    return Math.ceil(SIDE * scale);
  }

  Image of(String protocol, boolean reply) {
    return images.computeIfAbsent(new Kind(protocol, reply), this::drawn);
  }

  private Image drawn(Kind kind) {
    Canvas canvas = new Canvas(size(), size());
    var g = canvas.getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, 0, 0);
    double middle = size() / 2 / scale;
    TokenPainter.small(new FxPen(g), theme, middle, middle, kind.protocol(), kind.reply());
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    how.setTransform(Transform.scale(pixels, pixels));
    return canvas.snapshot(how, null);
  }
}
