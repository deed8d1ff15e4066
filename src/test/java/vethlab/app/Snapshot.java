package vethlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.util.Duration;
import vethlab.app.canvas.Png;
import vethlab.app.file.AppFolders;
import vethlab.app.real.KernelRun;
import vethlab.app.real.RealTerminal;
import vethlab.app.theme.Theme;

/**
 * Pictures of the window: {@code OUT.png [dark] [zh] [lab=FOLDER] [do=ACTION]... [type=NS:LINE]...
 * [open=NS] [event=N] [filter=EXPRESSION] [part=X,Y,WIDTH,HEIGHT]}, in that order.
 */
public final class Snapshot {
  private static int[] part = {};

  private Snapshot() {}

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {});
    Platform.runLater(() -> {
      try {
        take(args);
      } catch (Throwable e) {
        e.printStackTrace();
      } finally {
        done.countDown();
      }
    });
    done.await();
    System.exit(0);
  }

  private static void take(String[] args) throws IOException {
    boolean dark = java.util.List.of(args).contains("dark");
    boolean zh = java.util.List.of(args).contains("zh");
    VethlabWindow window =
        new VethlabWindow(
            new Stage(),
            Path.of("labs"),
            AppFolders.below(Files.createTempDirectory("vethlab")),
            Words.in(zh ? Locale.CHINESE : Locale.ENGLISH),
            dark ? Theme.DARK : Theme.LIGHT);
    window.shelf().ready();
    window.studio().tell(Studio.News.DOCUMENT);
    window.stage().show();
    for (int i = 1; i < args.length; i++) {
      String[] word = args[i].split("=", 2);
      if (word.length == 2) {
        act(window, word[0], word[1]);
      }
    }
    settle(window);
    shoot(window, Path.of(args[0]));
  }

  private static void act(VethlabWindow window, String what, String value) {
    switch (what) {
      case "lab" -> window.open(Path.of(value));
      case "do" -> window.allActions().get(value).run().run();
      case "open" ->
          window.studio().doc().toggleOpen(new vethlab.op.Ns(value.equals("host") ? "" : value));
      case "event" -> window.studio().doc().goToEvent(Integer.parseInt(value));
      case "type" -> {
        String[] parts = value.split(":", 2);
        var ns = new vethlab.op.Ns(parts[0].equals("host") ? "" : parts[0]);
        window.studio().run(window.studio().showTerminal(ns), parts[1]);
      }
      case "select" -> {
        java.util.Set<vethlab.app.scene.Item> items = new java.util.LinkedHashSet<>();
        for (String name : value.split(",")) {
          String[] path = name.split("/");
          var ns = new vethlab.op.Ns(path[0].equals("host") ? "" : path[0]);
          items.add(
              path.length == 1
                  ? new vethlab.app.scene.Item.Namespace(ns)
                  : window.studio().doc().scene().port(ns, path[1]).isPresent()
                      ? new vethlab.app.scene.Item.Port(ns, path[1])
                      : new vethlab.app.scene.Item.Device(ns, path[1]));
        }
        window.studio().select(items);
      }
      case "lesson" -> {
        for (int i = 0; i < Integer.parseInt(value); i++) {
          window.allActions().get("lesson-next").run().run();
          settle(window);
        }
      }
      case "click" -> ((javafx.scene.control.Button) window.scene().lookup(value)).fire();
      case "filter" -> {
        var field = (javafx.scene.control.TextField) window.scene().lookup("#event-filter");
        field.setText(value);
      }
      case "part" -> part = Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray();
      case "left" -> window.view().showLeft(value);
      case "right" -> window.view().showRight(value);
      case "kernel" -> {
        window.allActions().get("deploy").run().run();
        if (!value.equals("plan")) {
          ((javafx.scene.control.Button) window.scene().lookup("#kernel-run")).fire();
          KernelRun run = window.studio().kernelRun().orElseThrow();
          await(() -> run.state() == KernelRun.State.READY);
          String[] typed = value.split(":", 2);
          RealTerminal terminal = run.terminal(vethlab.op.Ns.named(typed[0]));
          run.type(terminal, typed[1]);
          await(() -> !terminal.isRunning());
          run.show(run.frames().size() / 2);
          await(() -> false, 1);
        }
      }
      case "real" -> ((javafx.scene.control.Button) window.scene().lookup(value)).fire();
      case "below" -> window.view().showBelow(value);
      default -> throw new IllegalArgumentException(what);
    }
    settle(window);
  }

  /** Lets the window live until something holds, at most a minute. */
  static void await(BooleanSupplier holds) {
    await(holds, 60);
  }

  private static void await(BooleanSupplier holds, long seconds) {
    Object loop = new Object();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    Timeline look = new Timeline();
    look.getKeyFrames()
        .add(
            new KeyFrame(
                Duration.millis(20),
                e -> {
                  if (holds.getAsBoolean() || System.nanoTime() > end) {
                    look.stop();
                    Platform.exitNestedEventLoop(loop, null);
                  }
                }));
    look.setCycleCount(Animation.INDEFINITE);
    look.play();
    Platform.enterNestedEventLoop(loop);
  }

  /** Lets everything that runs come to its end. */
  static void settle(VethlabWindow window) {
    for (int i = 0;
        i < 2_000 && window.studio().document().isPresent() && window.studio().runner().isRunning();
        i++) {
      window.studio().tick(System.nanoTime());
    }
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    window.drawing().canvas().ifPresent(canvas -> canvas.pulse(System.nanoTime() + 2_000_000_000L));
  }

  static void shoot(VethlabWindow window, Path to) throws IOException {
    window
        .drawing()
        .canvas()
        .filter(c -> c.getScene() != null)
        .ifPresent(c -> c.pulse(System.nanoTime() + 2_000_000_000L));
    Png.write(taken(window), to);
    System.err.println(to);
  }

  /** The window, or the part of it that was asked for at twice its size. */
  private static WritableImage taken(VethlabWindow window) {
    if (part.length == 0) {
      return window.scene().snapshot(null);
    }
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(new Scale(2, 2));
    how.setViewport(new Rectangle2D(part[0] * 2, part[1] * 2, part[2] * 2, part[3] * 2));
    return window.scene().getRoot().snapshot(how, null);
  }
}
