package vethlab.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import vethlab.app.Player;
import vethlab.app.VethlabWindow;
import vethlab.app.Words;
import vethlab.app.canvas.CanvasView;
import vethlab.app.doc.Document;
import vethlab.app.doc.Terminal;
import vethlab.app.file.AppFolders;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;
import vethlab.sim.timeline.Timeline;

/**
 * {@code ./vethlab-bench canvas}: what a frame costs while packets move, and how many frames a
 * second there are while the canvas is panned, zoomed and a namespace dragged. Prints JSON lines.
 */
public final class CanvasBenchmark {
  private static final int FRAMES = 180;
  private static final int MANY = 500;

  /** How often the packets go from one moment to the next. */
  private static final int HOPS = 8;

  private final String size;
  private final VethlabWindow window;
  private final CanvasView canvas;
  private final Mouse mouse;
  private final List<Runnable> parts = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private long sent;
  private long arrived;

  private CanvasBenchmark(int namespaces) throws IOException {
    size = Integer.toString(namespaces);
    window =
        new VethlabWindow(
            new Stage(),
            Path.of("labs"),
            AppFolders.below(Files.createTempDirectory("vethlab-bench")),
            Words.in(Locale.ENGLISH),
            Theme.LIGHT);
    window.stage().show();
    Document document = Fabric.of(namespaces);
    Work start = Work.soFar();
    window.studio().open(document);
    print("open", Work.soFar().since(start).milliseconds(), "ms of CPU");
    canvas = window.drawing().canvas().orElseThrow();
    mouse = new Mouse(canvas);
    parts.add(this::settle);
    parts.add(() -> clicks("click"));
    parts.add(() -> frames("pan", this::pan));
    parts.add(() -> frames("zoom", this::zoom));
    parts.add(() -> frames("drag", this::drag));
    parts.add(this::flood);
    parts.add(this::packets);
    parts.add(this::clicksWhilePlaying);
    parts.add(this::clicksWhileScriptRuns);
  }

  /** Arguments: how many namespaces, each a run of its own. */
  public static void main(String[] args) throws InterruptedException {
    List<String> sizes = args.length == 0 ? List.of("1000", "5000") : List.of(args);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    Platform.setImplicitExit(false);
    started.await();
    for (String size : sizes) {
      run(Integer.parseInt(size));
    }
    Platform.exit();
  }

  private static void run(int namespaces) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        CanvasBenchmark benchmark = new CanvasBenchmark(namespaces);
        benchmark.next();
        Thread.startVirtualThread(() -> {
          try {
            benchmark.done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          over.countDown();
        });
      } catch (IOException e) {
        System.err.println(e.getMessage());
        over.countDown();
      }
    });
    over.await();
  }

  private void next() {
    if (parts.isEmpty()) {
      window.stage().hide();
      done.countDown();
      return;
    }
    Runnable part = parts.removeFirst();
    Platform.runLater(part);
  }

  private void print(String name, double value, String unit) {
    System.out.printf(
        Locale.ROOT,
        "{\"name\":\"canvas-%s-%s\",\"value\":%.1f,\"unit\":\"%s\"}%n",
        name,
        size,
        value,
        unit);
  }

  // --- frames ----------------------------------------------------------------------------------

  /** So many frames, each after {@code act}: their number a second, and what one costs. */
  private void frames(String name, IntConsumer act) {
    new AnimationTimer() {
      private int frame = -20;
      private long start;
      private Work before = Work.NOTHING;
      private long last;
      private long longest;

      @Override
      public void handle(long clock) {
        if (frame == 0) {
          start = System.nanoTime();
          before = Work.soFar();
          last = start;
        }
        act.accept(Math.max(0, frame));
        canvas.pulse(clock);
        if (frame > 0) {
          long now = System.nanoTime();
          longest = Math.max(longest, now - last);
          last = now;
        }
        frame++;
        if (frame == FRAMES) {
          stop();
          double seconds = (System.nanoTime() - start) / 1e9;
          print(name + "-frames", FRAMES / seconds, "frames/s");
          print(
              name + "-cost",
              Work.soFar().since(before).milliseconds() / FRAMES,
              "ms of CPU a frame");
          print(name + "-longest", longest / 1e6, "ms");
          next();
        }
      }
    }.start();
  }

  private void pan(int frame) {
    double by = frame % 120 < 60 ? 9 : -9;
    canvas.camera(canvas.camera().panned(by, by / 2));
  }

  private void zoom(int frame) {
    double factor = frame % 60 < 30 ? 1.04 : 1 / 1.04;
    canvas.zoom(canvas.camera().zoom() * factor);
  }

  private void drag(int frame) {
    NodeBox node = canvas.scene().nodes().get(canvas.scene().nodes().size() / 2);
    if (frame == 0) {
      Box box = node.box();
      canvas.fit(box.grown(2_000));
      mouse.act(MouseEvent.MOUSE_PRESSED, box.centerX(), box.y() + 10);
    }
    Box box = node.box();
    EventType<MouseEvent> type =
        frame == FRAMES - 1 ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED;
    mouse.act(type, box.centerX() + frame * 2, box.y() + 10 + frame);
  }

  // --- one moment ------------------------------------------------------------------------------

  /** All of it is seen, and painted. */
  private void settle() {
    canvas.fit();
    canvas.pulse(System.nanoTime());
    next();
  }

  private void clicks(String name) {
    Clicks.measure(
        canvas,
        answers -> {
          double[] clock = answers.stream().mapToDouble(Clicks.Answer::clock).sorted().toArray();
          double[] work = answers.stream().mapToDouble(Clicks.Answer::work).sorted().toArray();
          print(name, clock[clock.length / 2], "ms");
          print(name + "-cost", work[work.length / 2], "ms of CPU");
          print(name + "-cost-longest", work[work.length - 1], "ms of CPU");
          next();
        });
  }

  private void clicksWhilePlaying() {
    window.studio().doc().goToEvent(0);
    window.studio().player().speed(Player.FASTEST);
    window.studio().player().play(true);
    clicks("click-playing");
  }

  /** A flood that is never answered and never ends. */
  private void clicksWhileScriptRuns() {
    window.studio().player().play(false);
    Document document = window.studio().doc();
    document.goTo(document.timeline().end());
    window.studio().run(document.terminal(new Ns("n1")), "ping -f 10.9.9.9");
    clicks("click-flood");
  }

  /** A broadcast through the whole fabric, up to when hundreds of frames are on links. */
  private void flood() {
    Document document = window.studio().doc();
    canvas.fit();
    Terminal terminal = document.terminal(new Ns("n0"));
    document.type(terminal, "ping -c 1 10.9.9.9");
    Timeline timeline = document.timeline();
    while (timeline.world().framesInFlight() < MANY && timeline.advance()) {
      // on to the flood
    }
    sent = timeline.position();
    long time = timeline.world().now();
    while (timeline.world().now() == time && timeline.advance()) {
      // until the first one arrives
    }
    arrived = timeline.position();
    document.goTo(sent);
    next();
  }

  /** There and back: between two moments all of them move. */
  private void packets() {
    Player player = window.studio().player();
    player.speed(Player.SLOWEST);
    new AnimationTimer() {
      private long began;
      private Optional<Work> before = Optional.empty();
      private Work sum = Work.NOTHING;
      private int counted;
      private int hops;

      @Override
      public void handle(long clock) {
        Work now = Work.soFar();
        before.ifPresent(work -> {
          sum = sum.and(now.since(work));
          counted++;
        });
        long since = System.nanoTime() - began;
        boolean ends = began == 0 || since > player.hop() * 9 / 10;
        before = ends || since < player.hop() / 5 ? Optional.empty() : Optional.of(now);
        if (ends && hops == HOPS) {
          stop();
          print("packets-rendering", sum.rendering() / 1e6 / counted, "ms of CPU a frame");
          print("packets-toolkit", sum.toolkit() / 1e6 / counted, "ms of CPU a frame");
          print("packets", window.studio().doc().timeline().world().framesInFlight(), "in flight");
          next();
        } else if (ends) {
          window.studio().doc().goTo(hops++ % 2 == 0 ? arrived : sent);
          began = System.nanoTime();
        }
      }
    }.start();
  }
}
