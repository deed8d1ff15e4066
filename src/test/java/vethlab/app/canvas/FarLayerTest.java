package vethlab.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vethlab.app.scene.Scene;
import vethlab.app.theme.Theme;

/** Packets put into pixels look as if they were drawn upon them, and leave nothing behind. */
class FarLayerTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;
  private static final int CLEAR = 0;
  private static final int RED = 0xffff0000;
  private static final int HALF_WHITE = 0x80808080;

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      started.await();
    } catch (IllegalStateException alreadyStarted) {
      // another test class has
    }
  }

  private static FarLayer layer() {
    FarLayer layer = new FarLayer();
    Scene nothing = new Scene(List.of(), List.of(), List.of());
    layer.paint(nothing, Camera.HOME, Decor.plain(Theme.DARK), WIDTH, HEIGHT, 1);
    return layer;
  }

  private static int[] pixels(FarLayer layer) {
    int[] all = new int[WIDTH * HEIGHT];
    layer
        .getImage()
        .getPixelReader()
        .getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbPreInstance(), all, 0, WIDTH);
    return all;
  }

  private static Sprites.Sprite sprite(int color) {
    int[] pixels = new int[16];
    Arrays.fill(pixels, color);
    pixels[0] = CLEAR;
    return new Sprites.Sprite(new WritableImage(4, 4), 4, 4, pixels);
  }

  @Test
  void a_packet_covers_what_is_under_it_where_it_is_not_clear() {
    FarLayer layer = layer();
    int ground = pixels(layer)[0];
    layer.put(sprite(RED), 12, 12);
    assertThat(pixels(layer)[10 * WIDTH + 10]).isEqualTo(ground);
    assertThat(pixels(layer)[10 * WIDTH + 11]).isEqualTo(RED);
    assertThat(pixels(layer)[13 * WIDTH + 13]).isEqualTo(RED);
    assertThat(pixels(layer)[14 * WIDTH + 14]).isEqualTo(ground);
  }

  @Test
  void its_soft_edge_mixes_with_what_is_under_it() {
    FarLayer layer = layer();
    layer.put(sprite(RED), 12, 12);
    layer.put(sprite(HALF_WHITE), 12, 12);
    assertThat(pixels(layer)[12 * WIDTH + 12]).isEqualTo(0xffff8080);
  }

  @Test
  void taken_away_packets_leave_what_was_there_also_at_the_edges_and_beyond() {
    FarLayer layer = layer();
    int[] before = pixels(layer);
    double[][] places = {{12, 12}, {13, 13}, {0, 0}, {WIDTH, HEIGHT}, {-9, 4}, {4, HEIGHT + 9}};
    for (double[] at : places) {
      layer.put(sprite(RED), at[0], at[1]);
    }
    assertThat(pixels(layer)).isNotEqualTo(before);
    layer.clear();
    assertThat(pixels(layer)).isEqualTo(before);
  }
}
