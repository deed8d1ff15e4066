package vethlab.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import vethlab.app.canvas.Decor;
import vethlab.app.canvas.Detail;
import vethlab.app.canvas.FxPen;
import vethlab.app.canvas.Pen;
import vethlab.app.canvas.Png;
import vethlab.app.canvas.ScenePainter;
import vethlab.app.canvas.SvgPen;
import vethlab.app.doc.Document;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Faces;
import vethlab.app.theme.Theme;

/** A drawing as a picture, without a display. */
public final class Picture {
  private static final double MARGIN = 30;

  /** What a picture is written as. */
  public enum Format {
    PNG,
    SVG,
    GIF
  }

  private Picture() {}

  /** Draws a document as it is at the moment it shows. */
  public static void write(Document document, Format format, Path to, Theme theme, double scale)
      throws IOException {
    Scene scene = document.scene();
    switch (format) {
      case SVG -> Files.writeString(to, svg(scene, theme, scale));
      case PNG -> withToolkit(() -> Png.write(image(scene, theme, scale), to));
      case GIF -> withToolkit(() -> Film.write(document, theme, to));
    }
  }

  public static String svg(Scene scene, Theme theme, double scale) {
    Box view = scene.bounds().grown(MARGIN);
    SvgPen pen = new SvgPen(view, scale);
    paint(pen, scene, view, theme);
    return pen.document();
  }

  private static void paint(Pen pen, Scene scene, Box view, Theme theme) {
    pen.box(view.x(), view.y(), view.width(), view.height(), 0, theme.canvas(), Pen.Stroke.NONE);
    new ScenePainter(pen, Decor.plain(theme), Detail.ALL).paint(scene, view);
  }

  /** What may fail at the disk. */
  private interface Writing {
    void write() throws IOException;
  }

  private static void withToolkit(Writing writing) throws IOException {
    if (System.getProperty("glass.platform") == null && !isStarted()) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    AtomicReference<IOException> failed = new AtomicReference<>();
    onToolkit(() -> {
      try {
        writing.write();
      } catch (IOException e) {
        failed.set(e);
      }
    });
    if (failed.get() != null) {
      throw failed.get();
    }
  }

  private static javafx.scene.image.Image image(Scene scene, Theme theme, double scale) {
    Faces.load();
    Box view = scene.bounds().grown(MARGIN);
    Canvas canvas = new Canvas(Math.ceil(view.width() * scale), Math.ceil(view.height() * scale));
    var g = canvas.getGraphicsContext2D();
    g.setTransform(scale, 0, 0, scale, -view.x() * scale, -view.y() * scale);
    paint(new FxPen(g), scene, view, theme);
    return canvas.snapshot(new SnapshotParameters(), null);
  }

  private static void onToolkit(Runnable what) {
    if (isStarted() && Platform.isFxApplicationThread()) {
      what.run();
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<RuntimeException> failed = new AtomicReference<>();
    Runnable guarded =
        () -> {
          try {
            what.run();
          } catch (RuntimeException e) {
            failed.set(e);
          } finally {
            done.countDown();
          }
        };
    try {
      Platform.startup(guarded);
    } catch (IllegalStateException alreadyStarted) {
      Platform.runLater(guarded);
    }
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted"));
    }
    if (failed.get() != null) {
      throw failed.get();
    }
  }

  private static boolean isStarted() {
    return Thread.currentThread().getName().startsWith("JavaFX");
  }
}
