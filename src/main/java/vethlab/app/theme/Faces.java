package vethlab.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The fonts that are shipped, so that the window looks the same everywhere. */
public final class Faces {
  public static final String SANS = "Vethlab Sans";
  public static final String MEDIUM = "Vethlab Sans Medium";
  public static final String MONO = "Vethlab Mono";

  private static final List<String> FILES =
      List.of(
          "VethlabSans-Regular",
          "VethlabSans-Bold",
          "VethlabSansMedium-Regular",
          "VethlabMono-Regular",
          "VethlabMono-Bold");

  private static boolean loaded;

  private Faces() {}

  /** Makes the fonts known to JavaFX; once is enough. */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    for (String file : FILES) {
      try (InputStream in =
          Faces.class.getResourceAsStream("/vethlab/app/fonts/" + file + ".ttf")) {
        Font.loadFont(in, 13);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static Font sans(double size) {
    return Font.font(SANS, size);
  }

  public static Font strong(double size) {
    return Font.font(SANS, FontWeight.BOLD, size);
  }

  public static Font mono(double size) {
    return Font.font(MONO, size);
  }

  public static Font monoStrong(double size) {
    return Font.font(MONO, FontWeight.BOLD, size);
  }
}
