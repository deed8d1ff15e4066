package vethlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import vethlab.app.canvas.CanvasView;
import vethlab.app.canvas.Png;
import vethlab.app.doc.Document;
import vethlab.app.real.KernelRun;
import vethlab.app.real.RealTerminal;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;
import vethlab.sim.trace.Verdict;

/**
 * Pictures of the window: {@code OUT.png [dark] [zh] [lab=FOLDER] [do=ACTION]... [type=NS:LINE]...
 * [open=NS] [event=N] [filter=EXPRESSION] [size=WIDTHxHEIGHT] [scale=N] [part=X,Y,WIDTH,HEIGHT]},
 * in that order.
 */
public final class Snapshot {
  private final VethlabWindow window;
  private Optional<Rectangle2D> part = Optional.empty();
  private double scale = 1;

  Snapshot(VethlabWindow window) {
    this.window = window;
  }

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
    List<String> words = List.of(args);
    VethlabWindow window =
        PanePictures.window(
            words.contains("dark") ? Theme.DARK : Theme.LIGHT,
            Words.in(words.contains("zh") ? Locale.CHINESE : Locale.ENGLISH));
    Snapshot snapshot = new Snapshot(window);
    words.stream().skip(1).filter(word -> word.contains("=")).forEach(snapshot::act);
    Png.write(snapshot.taken(), Path.of(args[0]));
  }

  /** Does one thing: {@code WHAT=VALUE}. */
  void act(String word) {
    String[] what = word.split("=", 2);
    act(what[0], what[1]);
    settle(window);
  }

  private void act(String what, String value) {
    switch (what) {
      case "lab" -> window.open(Path.of(value));
      case "do" -> window.allActions().get(value).run().run();
      case "open" -> window.studio().doc().toggleOpen(Ns.named(value));
      case "event" -> window.studio().doc().goToEvent(Integer.parseInt(value));
      case "type" -> type(value.split(":", 2));
      case "select" -> window.studio().select(items(value));
      case "lesson" -> lesson(Integer.parseInt(value));
      case "drop" -> toDrop(Integer.parseInt(value));
      case "until" -> until(value);
      case "await" -> await(() -> window.scene().lookup(value) != null);
      case "click" -> ((Button) node(value)).fire();
      case "filter" -> ((TextField) node("#event-filter")).setText(value);
      case "find" -> find(value);
      case "menu" -> menu(Ns.named(value));
      case "size" -> size(value.split("x"));
      case "scale" -> scale = Double.parseDouble(value);
      case "part" -> part = Optional.of(box(value));
      case "left" -> window.view().showLeft(value);
      case "right" -> window.view().showRight(value);
      case "below" -> window.view().showBelow(value);
      case "tab" -> tab(window.studio().words().get("tab." + value));
      case "kernel" -> kernel(value);
      default -> throw new IllegalArgumentException(what);
    }
  }

  private Node node(String selector) {
    return Optional.ofNullable(window.scene().lookup(selector))
        .orElseThrow(() -> new IllegalArgumentException(selector));
  }

  private void type(String[] where) {
    window.studio().run(window.studio().showTerminal(Ns.named(where[0])), where[1]);
  }

  private Set<Item> items(String names) {
    Set<Item> items = new LinkedHashSet<>();
    for (String name : names.split(",")) {
      String[] path = name.split("/");
      Ns ns = Ns.named(path[0]);
      items.add(
          path.length == 1
              ? new Item.Namespace(ns)
              : window.studio().doc().scene().port(ns, path[1]).isPresent()
                  ? new Item.Port(ns, path[1])
                  : new Item.Device(ns, path[1]));
    }
    return items;
  }

  private void lesson(int stops) {
    for (int i = 0; i < stops; i++) {
      window.allActions().get("lesson-next").run().run();
      settle(window);
    }
  }

  /** To the drop of that number. */
  private void toDrop(int number) {
    Document doc = window.studio().doc();
    IntStream.range(0, doc.eventCount())
        .filter(i -> doc.event(i).verdict() instanceof Verdict.Dropped)
        .skip(number - 1)
        .findFirst()
        .ifPresent(i -> doc.goToEvent(i + 1));
  }

  /** The lesson goes on until something is there. */
  private void until(String selector) {
    for (int i = 0; i < 40 && window.scene().lookup(selector) == null; i++) {
      lesson(1);
    }
  }

  /** The search of the event list. */
  private void find(String text) {
    Node list = node("#events");
    list.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, true, false, false));
    TextField field = (TextField) node("#find");
    field.setText(text);
    field.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
  }

  private void menu(Ns ns) {
    CanvasView canvas = window.drawing().canvas().orElseThrow();
    Scene.Box box = window.studio().doc().scene().node(ns).orElseThrow().box();
    double x = canvas.camera().screenX(box.centerX());
    double y = canvas.camera().screenY(box.centerY());
    Point2D screen = canvas.localToScreen(x, y);
    canvas.fireEvent(
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
            x,
            y,
            screen.getX(),
            screen.getY(),
            false,
            null));
  }

  private void size(String[] size) {
    window.stage().setWidth(Double.parseDouble(size[0]));
    window.stage().setHeight(Double.parseDouble(size[1]));
    settle(window);
    await(() -> false, 1);
  }

  private static Rectangle2D box(String text) {
    double[] at = Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    return new Rectangle2D(at[0], at[1], at[2], at[3]);
  }

  private void tab(String title) {
    window.scene().getRoot().lookupAll(".tab-button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(title))
        .findFirst()
        .orElseThrow()
        .fire();
  }

  /** The plan, or what is typed once the drawing runs. */
  private void kernel(String typed) {
    window.allActions().get("deploy").run().run();
    if (typed.equals("plan")) {
      return;
    }
    ((Button) node("#kernel-run")).fire();
    KernelRun run = window.studio().kernel().run().orElseThrow();
    await(() -> run.state() == KernelRun.State.READY);
    String[] where = typed.split(":", 2);
    RealTerminal terminal = run.terminal(Ns.named(where[0]));
    run.type(terminal, where[1]);
    await(() -> run.prediction().isPresent());
    run.show(run.frames().size() / 2);
    await(() -> false, 1);
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
    Png.write(new Snapshot(window).taken(), to);
    System.err.println(to);
  }

  /** The window with what has popped up over it, or the part of it that was asked for. */
  WritableImage taken() {
    settle(window);
    SnapshotParameters how = new SnapshotParameters();
    double factor = part.isPresent() ? 2 : scale;
    how.setTransform(new Scale(factor, factor));
    part.ifPresent(box ->
        how.setViewport(
            new Rectangle2D(
                box.getMinX() * factor,
                box.getMinY() * factor,
                box.getWidth() * factor,
                box.getHeight() * factor)));
    how.setFill(window.scene().getFill());
    WritableImage image = window.scene().getRoot().snapshot(how, null);
    for (Window each : Window.getWindows()) {
      if (each instanceof PopupWindow popup && popup.getOwnerWindow() == window.stage()) {
        over(image, popup);
      }
    }
    return image;
  }

  private void over(WritableImage image, PopupWindow popup) {
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    WritableImage top = popup.getScene().getRoot().snapshot(how, null);
    int left = (int) (popup.getX() - window.stage().getX() - window.scene().getX());
    int above = (int) (popup.getY() - window.stage().getY() - window.scene().getY());
    for (int y = 0; y < top.getHeight(); y++) {
      for (int x = 0; x < top.getWidth(); x++) {
        boolean inside =
            left + x >= 0
                && left + x < image.getWidth()
                && above + y >= 0
                && above + y < image.getHeight();
        Color color = top.getPixelReader().getColor(x, y);
        if (inside && color.getOpacity() > 0) {
          Color below = image.getPixelReader().getColor(left + x, above + y);
          image
              .getPixelWriter()
              .setColor(left + x, above + y, below.interpolate(opaque(color), color.getOpacity()));
        }
      }
    }
  }

  private static Color opaque(Color color) {
    return Color.color(color.getRed(), color.getGreen(), color.getBlue());
  }
}
