package vethlab.app.canvas;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import vethlab.app.Studio;
import vethlab.app.Tool;
import vethlab.app.doc.Edits.Target;
import vethlab.app.doc.Problem;
import vethlab.app.model.PacketSteps;
import vethlab.app.model.Way;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.op.Ns;
import vethlab.sim.trace.Step;

/**
 * The drawing on the screen, in two layers: what stands still, painted when it changes and shifted
 * while panning, and above it what moves.
 */
public final class CanvasView extends Region {
  private final Studio studio;
  private final BackLayer back = new BackLayer();
  private final FrontLayer front = new FrontLayer();
  private final AnimationTimer timer;
  private Camera camera = Camera.HOME;
  private HitGrid grid = new HitGrid(new Scene(List.of(), List.of(), List.of()));
  private Scene gridOf = new Scene(List.of(), List.of(), List.of());
  private Gesture gesture;
  private Optional<Item> hovered = Optional.empty();
  private boolean fitted;

  /** The namespaces whose inside is shown. */
  private Set<Ns> inside = Set.of();

  private boolean space;
  private Optional<Pointer> pointer = Optional.empty();
  private Optional<Step> framed = Optional.empty();
  private Consumer<Item> renamer = item -> {};
  private BiConsumer<Target, Pointer> offerer = (from, at) -> {};
  private BiConsumer<Ns, double[]> troubled = (ns, at) -> {};
  private Runnable pressed = () -> {};
  private Consumer<List<String>> previewer = lines -> {};
  private Consumer<Optional<Item>> hoverer = item -> {};
  private Runnable cameraListener = () -> {};
  private Dropper dropper = (tool, x, y) -> {};

  /** What a tool does at a place. */
  public interface Dropper {
    void drop(Tool tool, double x, double y);
  }

  public CanvasView(Studio studio) {
    this.studio = studio;
    gesture = new Idle(this);
    getChildren().addAll(back, front);
    setFocusTraversable(true);
    setMinSize(120, 120);
    getStyleClass().add("canvas");
    studio.listen(this::news);
    listenToHands();
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long clock) {
            pulse(clock);
          }
        };
    sceneProperty()
        .addListener((o, was, is) -> {
          if (is == null) {
            timer.stop();
          } else {
            timer.start();
          }
        });
    moved(0);
  }

  // --- for gestures and panes ------------------------------------------------------------------

  public Studio studio() {
    return studio;
  }

  public Scene scene() {
    return studio.doc().scene();
  }

  public Camera camera() {
    return camera;
  }

  Gesture idle() {
    return new Idle(this);
  }

  boolean isSpaceDown() {
    return space;
  }

  Optional<Item> hit(Pointer at) {
    return grid().at(at.x(), at.y());
  }

  /** Whether a point lies on a port itself, not on its label. */
  boolean isOnSquare(Item.Port port, Pointer at) {
    return scene()
        .port(port.ns(), port.name())
        .filter(p -> HitGrid.around(p).contains(at.x(), at.y()))
        .isPresent();
  }

  private HitGrid grid() {
    if (gridOf != scene()) {
      gridOf = scene();
      grid = new HitGrid(gridOf);
    }
    return grid;
  }

  void hide(Set<Ns> namespaces) {
    back.hide(namespaces);
    front.stale();
  }

  public void hover(Optional<Item> item) {
    if (!item.equals(hovered)) {
      hovered = item;
      front.stale();
      hoverer.accept(item);
    }
  }

  public Optional<Item> hovered() {
    return hovered;
  }

  /** Where the mouse was last, on the canvas. */
  public Optional<double[]> mouse() {
    return pointer.map(p -> new double[] {p.x(), p.y()});
  }

  void previewing(List<String> commands) {
    previewer.accept(commands);
  }

  void rename(Item item) {
    renamer.accept(item);
  }

  void offerAt(Target from, Pointer at) {
    offerer.accept(from, at);
  }

  /** What a tool does at a point of the canvas. */
  public void drop(Tool tool, double x, double y) {
    dropper.drop(tool, x, y);
  }

  public void onRename(Consumer<Item> renamer) {
    this.renamer = renamer;
  }

  /** A link was dropped on nothing: from which target, and where on the canvas. */
  public void onOffer(java.util.function.BiConsumer<Target, double[]> offer) {
    offerer = (from, at) -> offer.accept(from, new double[] {at.x(), at.y()});
  }

  /** The triangle of a namespace was pressed: where in the view. */
  public void onTrouble(BiConsumer<Ns, double[]> listener) {
    troubled = listener;
  }

  /** Any press, before it does what it does. */
  public void onPress(Runnable listener) {
    pressed = listener;
  }

  /** Whether a point lies on the triangle of a namespace with problems. */
  boolean isOnTriangle(Item.Namespace item, Pointer at) {
    return studio.problems().stream().anyMatch(p -> p.ns().equals(item.ns()))
        && scene()
            .node(item.ns())
            .filter(node -> ScenePainter.triangle(node.box()).contains(at.x(), at.y()))
            .isPresent();
  }

  void showTrouble(Item.Namespace item, Pointer at) {
    troubled.accept(item.ns(), new double[] {at.screenX(), at.screenY()});
  }

  public void onPreview(Consumer<List<String>> previewer) {
    this.previewer = previewer;
  }

  public void onHover(Consumer<Optional<Item>> hoverer) {
    this.hoverer = hoverer;
  }

  public void onCamera(Runnable listener) {
    cameraListener = listener;
  }

  public void onDrop(Dropper dropper) {
    this.dropper = dropper;
  }

  /** Esc: the gesture ends as if it had not begun, the tool is put away; false if none was. */
  public boolean cancel() {
    boolean busy = !(gesture instanceof Idle) || studio.tool() != Tool.SELECT;
    gesture = gesture.cancelled();
    front.stale();
    return busy;
  }

  // --- the camera ------------------------------------------------------------------------------

  public void camera(Camera next) {
    camera = next;
    front.stale();
    if (studio.document().isPresent()) {
      back.look(camera, scene(), System.nanoTime());
    }
    cameraListener.run();
  }

  void pan(double dx, double dy) {
    camera(camera.panned(dx, dy));
  }

  public void zoom(double to) {
    camera(camera.zoomed(to, getWidth() / 2, getHeight() / 2));
  }

  /** Shows everything. */
  public void fit() {
    camera(Camera.fitting(scene().bounds(), getWidth(), getHeight()));
  }

  /** Moves just so far that a part is seen. */
  public void reveal(Box part) {
    Box seen = view();
    boolean inside =
        part.x() >= seen.x()
            && part.right() <= seen.right()
            && part.y() >= seen.y()
            && part.bottom() <= seen.bottom();
    if (!inside) {
      camera(
          new Camera(
              part.centerX() - seen.width() / 2,
              part.centerY() - seen.height() / 2,
              camera.zoom()));
    }
  }

  /** Shows a part. */
  public void fit(Box part) {
    camera(Camera.fitting(part, getWidth(), getHeight()));
  }

  Box everything() {
    return scene().bounds().union(camera.view(getWidth(), getHeight())).grown(4_000);
  }

  /** The part of the canvas that is seen. */
  public Box view() {
    return camera.view(getWidth(), getHeight());
  }

  // --- news ------------------------------------------------------------------------------------

  private void news(Studio.News news) {
    if (studio.document().isEmpty()) {
      return;
    }
    switch (news) {
      case NETWORK -> moved(studio.reducedMotion() ? 0 : studio.player().hop());
      case KERNEL -> {
        if (!studio.current().equals(framed)) {
          framed = studio.current();
          moved(studio.reducedMotion() ? 0 : studio.player().hop());
        }
      }
      case DOCUMENT -> {
        inside = Set.copyOf(studio.doc().open());
        moved(0);
        back.stale();
      }
      case LAYOUT -> {
        moved(0);
        back.stale();
        showOpened();
      }
      case THEME, SELECTION -> back.stale();
      case TOOL -> setCursor(gesture.cursor());
      default -> {}
    }
    front.stale();
  }

  /** What has just been opened is larger than it was: it is brought into view. */
  private void showOpened() {
    Set<Ns> open = studio.doc().open();
    if (open.equals(inside)) {
      return;
    }
    inside = Set.copyOf(open);
    for (Ns ns : inside) {
      scene().node(ns).ifPresent(node -> show(node.box()));
    }
  }

  private void show(Box part) {
    Box seen = view();
    if (part.width() <= seen.width() && part.height() <= seen.height()) {
      reveal(part);
    } else {
      fit(scene().bounds());
    }
  }

  private void moved(long hop) {
    PacketSteps steps = studio.steps();
    Optional<Way> opened =
        studio.doc().open().stream()
            .findFirst()
            .filter(ns -> scene().node(ns).isPresent())
            .map(steps::way);
    front.move(scene(), steps, opened, hop);
  }

  // --- painting --------------------------------------------------------------------------------

  @Override
  protected void layoutChildren() {
    double width = Math.ceil(getWidth());
    double height = Math.ceil(getHeight());
    if (front.getWidth() != width || front.getHeight() != height) {
      front.size(width, height);
      back.size(width, height);
      setClip(new javafx.scene.shape.Rectangle(width, height));
      if (!fitted && width > 200 && height > 150) {
        fitted = true;
        boolean empty = scene().nodes().isEmpty();
        camera = empty ? Camera.HOME : Camera.fitting(scene().bounds(), width, height);
        cameraListener.run();
      }
      back.stale();
    }
  }

  /** Paints what has changed now, without waiting for the next frame. */
  public void pulse(long clock) {
    if (studio.document().isEmpty() || front.getWidth() < 1) {
      return;
    }
    if (back.paint(scene(), camera, this::decor, pixels(), clock)) {
      front.stale();
    }
    FrontLayer.Look look =
        new FrontLayer.Look(scene(), camera, studio.theme(), studio.words(), pixels());
    front.paint(look, back.far(), hand(), clock);
  }

  void repaintFront() {
    front.stale();
  }

  /** How a scene is shown now, but for what is hidden. */
  Decor decor(Set<Ns> without) {
    Set<Ns> problems = new LinkedHashSet<>();
    Set<Ns> broken = new LinkedHashSet<>();
    for (Problem problem : studio.problems()) {
      problems.add(problem.ns());
      if (problem.severity() == Problem.Severity.ERROR) {
        broken.add(problem.ns());
      }
    }
    return new Decor(studio.theme(), studio.selection(), without, problems, broken);
  }

  /** What is seen of what the hand does, if it does anything. */
  private Optional<Consumer<Pen>> hand() {
    Optional<Scene.Port> under =
        hovered
            .filter(Item.Port.class::isInstance)
            .map(Item.Port.class::cast)
            .flatMap(p -> scene().port(p.ns(), p.name()));
    if (under.isEmpty() && gesture instanceof Idle) {
      return Optional.empty();
    }
    return Optional.of(pen -> {
      under.ifPresent(port -> glow(pen, port));
      gesture.paint(pen);
    });
  }

  /** Of the screen, for a pixel of the window. */
  private double pixels() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getRenderScaleX();
  }

  private void glow(Pen pen, Scene.Port port) {
    Pen.Stroke line = Pen.Stroke.of(studio.theme().accent(), 1.5);
    pen.box(port.x() - 10, port.y() - 10, 20, 20, 6, "", line);
  }

  // --- hands -----------------------------------------------------------------------------------

  private void listenToHands() {
    setOnMousePressed(e -> {
      requestFocus();
      pressed.run();
      act(e, gesture::pressed);
    });
    setOnMouseDragged(e -> act(e, gesture::dragged));
    setOnMouseReleased(e -> act(e, gesture::released));
    setOnMouseMoved(e -> act(e, gesture::moved));
    setOnMouseExited(e -> hover(Optional.empty()));
    setOnScroll(this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, e -> space(e, true));
    addEventHandler(KeyEvent.KEY_RELEASED, e -> space(e, false));
  }

  private void act(MouseEvent e, java.util.function.Function<Pointer, Gesture> what) {
    Pointer at = Pointer.of(e, camera);
    pointer = Optional.of(at);
    gesture = what.apply(at);
    front.stale();
    setCursor(gesture.cursor());
  }

  private void space(KeyEvent e, boolean down) {
    if (e.getCode() == KeyCode.SPACE) {
      space = down;
      setCursor(gesture.cursor());
      e.consume();
    }
  }

  private void scroll(ScrollEvent e) {
    if (e.isShortcutDown()) {
      double factor = Math.pow(1.0015, e.getDeltaY());
      camera(camera.zoomed(camera.zoom() * factor, e.getX(), e.getY()));
    } else if (e.isShiftDown()) {
      pan(e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY(), 0);
    } else {
      pan(e.getDeltaX(), e.getDeltaY());
    }
    e.consume();
  }
}
