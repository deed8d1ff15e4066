package vethlab.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
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
  private static final int CLICKS = 9;
  private static final int MANY = 500;

  /** Frames that packets take from one moment to the next. */
  private static final int HOP = 36;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String size;
  private final VethlabWindow window;
  private final CanvasView canvas;
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
    long start = cpu();
    window.studio().open(document);
    print("open", (cpu() - start) / 1e6, "ms of CPU");
    canvas = window.drawing().canvas().orElseThrow();
    parts.add(this::click);
    parts.add(() -> frames("pan", this::pan));
    parts.add(() -> frames("zoom", this::zoom));
    parts.add(() -> frames("drag", this::drag));
    parts.add(this::flood);
    parts.add(this::packets);
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
      private long cost;
      private long last;
      private long longest;

      @Override
      public void handle(long clock) {
        if (frame == 0) {
          start = System.nanoTime();
          cost = cpu();
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
          print(name + "-cost", (cpu() - cost) / 1e6 / FRAMES, "ms of CPU a frame");
          print(name + "-longest", longest / 1e6, "ms");
          next();
        }
      }
    }.start();
  }

  /** Nanoseconds that the toolkit's threads have worked. */
  private static long cpu() {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().matches("QuantumRenderer.*|JavaFX App.*")) {
        sum += THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    return sum;
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
      mouse(MouseEvent.MOUSE_PRESSED, box.centerX(), box.y() + 10);
    }
    Box box = node.box();
    EventType<MouseEvent> type =
        frame == FRAMES - 1 ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED;
    mouse(type, box.centerX() + frame * 2, box.y() + 10 + frame);
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    double viewX = canvas.camera().screenX(x);
    double viewY = canvas.camera().screenY(y);
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type,
            viewX,
            viewY,
            viewX,
            viewY,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  // --- one moment ------------------------------------------------------------------------------

  /** From a click on a namespace until it is painted as chosen. */
  private void click() {
    canvas.fit();
    canvas.pulse(System.nanoTime());
    List<NodeBox> nodes = canvas.scene().nodes();
    double[] costs = new double[CLICKS];
    for (int i = 0; i < CLICKS; i++) {
      Box box = nodes.get(nodes.size() * (i + 1) / (CLICKS + 1)).box();
      long start = cpu();
      mouse(MouseEvent.MOUSE_PRESSED, box.centerX(), box.y() + 10);
      mouse(MouseEvent.MOUSE_RELEASED, box.centerX(), box.y() + 10);
      canvas.pulse(System.nanoTime());
      costs[i] = (cpu() - start) / 1e6;
    }
    Arrays.sort(costs);
    print("click", costs[CLICKS / 2], "ms of CPU");
    next();
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
    window.studio().player().speed(0.25);
    new AnimationTimer() {
      private int frame;
      private long cost;
      private long sum;
      private int counted;

      @Override
      public void handle(long clock) {
        int phase = frame % HOP;
        if (phase == 0) {
          window.studio().doc().goTo(frame / HOP % 2 == 0 ? arrived : sent);
        }
        canvas.pulse(System.nanoTime());
        if (phase == 3) {
          cost = cpu();
        } else if (phase == HOP - 1) {
          sum += cpu() - cost;
          counted += HOP - 4;
        }
        frame++;
        if (frame == 8 * HOP) {
          stop();
          print("packets-cost", sum / 1e6 / counted, "ms of CPU a frame");
          print("packets", window.studio().doc().timeline().world().framesInFlight(), "in flight");
          next();
        }
      }
    }.start();
  }
}
