package vethlab.app.canvas;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import vethlab.app.scene.Scene;

/**
 * What is seen from far out, where there may be thousands of things: drawn pixel by pixel, and the
 * packets put into the same pixels. So a frame costs the packets, and one image to show.
 */
final class FarLayer extends ImageView implements Stamps {
  /** Where a packet hides what stands still. */
  private record Patch(int x, int y, int side) {}

  private final List<Patch> patches = new ArrayList<>();
  private int[] still = new int[0];
  private int[] shown = new int[0];
  private int across;
  private int down;
  private double scale = 1;
  private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();

  /** Another view of {@code width} by {@code height}, with {@code scale} pixels for one of it. */
  void paint(Scene scene, Camera camera, Decor decor, double width, double height, double scale) {
    size(width, height, scale);
    RasterPen pen = new RasterPen(still, across, down);
    pen.clear(decor.theme().canvas());
    pen.look(camera, scale);
    new ScenePainter(pen, decor, Detail.BOXES).paint(scene, camera.view(width, height));
    System.arraycopy(still, 0, shown, 0, still.length);
    patches.clear();
  }

  private void size(double width, double height, double scale) {
    int wide = (int) Math.ceil(width * scale);
    int high = (int) Math.ceil(height * scale);
    if (buffer.isEmpty() || wide != across || high != down) {
      across = wide;
      down = high;
      still = new int[wide * high];
      shown = new int[wide * high];
      PixelBuffer<IntBuffer> made =
          new PixelBuffer<>(wide, high, IntBuffer.wrap(shown), PixelFormat.getIntArgbPreInstance());
      buffer = Optional.of(made);
      setImage(new WritableImage(made));
    }
    this.scale = scale;
    setFitWidth(width);
    setFitHeight(height);
  }

  /** Takes all packets away. */
  void clear() {
    for (Patch patch : patches) {
      int left = Math.max(0, patch.x());
      int right = Math.min(across, patch.x() + patch.side());
      int bottom = Math.min(down, patch.y() + patch.side());
      for (int y = Math.max(0, patch.y()); y < bottom && left < right; y++) {
        int from = y * across + left;
        System.arraycopy(still, from, shown, from, right - left);
      }
    }
    patches.clear();
  }

  @Override
  public void put(Sprites.Sprite sprite, double x, double y) {
    int side = sprite.side();
    int left = (int) Math.rint(x * scale - side / 2.0);
    int top = (int) Math.rint(y * scale - side / 2.0);
    int fromX = Math.max(0, -left);
    int toX = Math.min(side, across - left);
    int toY = Math.min(side, down - top);
    for (int row = Math.max(0, -top); row < toY; row++) {
      int to = (top + row) * across + left;
      for (int column = fromX; column < toX; column++) {
        int over = sprite.pixels()[row * side + column];
        shown[to + column] = over(over, shown[to + column]);
      }
    }
    patches.add(new Patch(left, top, side));
  }

  /** One colour upon an opaque one, two channels at a time; both with their alpha multiplied in. */
  private static int over(int color, int under) {
    int alpha = color >>> 24;
    if (alpha == 0) {
      return under;
    }
    if (alpha == 255) {
      return color;
    }
    return color + part(under, 255 - alpha) + (part(under >>> 8, 255 - alpha) << 8);
  }

  /** The second and fourth byte of a colour times {@code of} / 255. */
  private static int part(int color, int of) {
    int product = (color & 0xff00ff) * of + 0x800080;
    return product + (product >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
  }

  /** Lets it be seen. */
  void show() {
    buffer.ifPresent(pixels -> pixels.updateBuffer(all -> null));
  }
}
