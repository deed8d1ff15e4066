package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Desk;
import vethlab.app.Drawing;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.model.LabShelf;
import vethlab.app.real.KernelRun;
import vethlab.app.scene.Item;

/**
 * The whole window: the home page, or a document with its panes. It is made anew when the language
 * changes.
 */
public final class MainView extends StackPane {
  private static final double LEFT = 288;
  private static final double RIGHT = 336;
  private static final double NARROW = 1200;
  private static final double EVENTS = 0.62;
  private static final double BELOW = 252;

  private final Studio studio;
  private final Actions actions;
  private final Drawing drawing;
  private final LabShelf shelf;
  private final Desk desk;
  private final BorderPane frame = new BorderPane();
  private Optional<Workbench> workbench = Optional.empty();

  /** How many listen that outlive the workbench. */
  private int lasting;

  /** The panes around an open document. */
  private final class Workbench {
    final CanvasPane canvas = new CanvasPane(studio, drawing, actions);
    final StatusStrip status = new StatusStrip(studio);
    final EventsPane events = new EventsPane(studio);
    final WalkthroughPane walkthrough = new WalkthroughPane(studio, drawing, actions);
    final TerminalTabs terminals = new TerminalTabs(studio, this::widen);
    final SplitPane lower = new SplitPane();
    final Tabs left = new Tabs();
    final Tabs right = new Tabs();
    final Tabs below = new Tabs();
    final VBox bottom = new VBox();
    final Node whole;
    List<Node> simulated = List.of();
    Optional<KernelBench> bench = Optional.empty();

    Workbench() {
      Words words = studio.words();
      left.add("walkthrough", words.get("tab.walkthrough"), () -> walkthrough)
          .add("labs", words.get("tab.labs"), () -> new LabsPane(studio, shelf, desk::open))
          .add("palette", words.get("tab.palette"), () -> new PalettePane(studio, this::dropped));
      left.getStyleClass().add("pane-left");
      right
          .add(
              "packet",
              words.get("tab.packet"),
              () -> new PacketPane(studio, actions.get("follow").run()))
          .add("inspector", words.get("tab.inspector"), () -> new InspectorPane(studio))
          .add("tables", words.get("tab.tables"), () -> new TablesPane(studio));
      right.getStyleClass().add("pane-right");
      below
          .add("events", words.get("tab.events"), () -> events)
          .add("bytes", words.get("tab.bytes"), () -> new BytesPane(studio))
          .add("counters", words.get("tab.counters"), () -> new CountersPane(studio))
          .right(events.filterField());
      below.getStyleClass().add("pane");
      whole = arranged();
      canvas
          .canvas()
          .onCamera(() -> {
            status.zoom(canvas.canvas().camera().zoom());
            canvas.map().paint();
          });
      canvas.canvas().onPreview(status::preview);
      studio.listen(this::news);
      boolean walks = studio.document().flatMap(d -> d.file()).isPresent();
      left.choose(walks ? "walkthrough" : "palette");
      status.zoom(1);
    }

    private Node arranged() {
      lower.getItems().addAll(below, terminals);
      lower.setDividerPositions(EVENTS);
      lower.setMinHeight(90);
      simulated = List.of(new PlayerBar(studio, actions), lower);
      bottom.getChildren().setAll(simulated);
      VBox.setVgrow(lower, Priority.ALWAYS);
      bottom.setMinHeight(42);
      SplitPane middle = new SplitPane(canvas, bottom);
      middle.setOrientation(Orientation.VERTICAL);
      SplitPane.setResizableWithParent(bottom, false);
      SplitPane all = new SplitPane(left, middle, right);
      SplitPane.setResizableWithParent(left, false);
      SplitPane.setResizableWithParent(right, false);
      left.setMinWidth(200);
      right.setMinWidth(240);
      left.setPrefWidth(LEFT);
      right.setPrefWidth(RIGHT);
      all.sceneProperty().addListener((o, was, is) -> divide(all, middle));
      all.widthProperty()
          .addListener((o, was, is) -> {
            if (was.doubleValue() < 10) {
              divide(all, middle);
            } else if (isNarrow(was) != isNarrow(is)) {
              Platform.runLater(() -> divide(all, middle)); // once the panes have their new width
            }
          });
      middle
          .heightProperty()
          .addListener((o, was, is) -> {
            if (was.doubleValue() < 10) {
              divide(all, middle);
            }
          });
      return all;
    }

    /** A terminal of eighty columns and more, or the events beside it. */
    private void widen() {
      boolean wide = lower.getDividerPositions()[0] < EVENTS / 2;
      lower.setDividerPositions(wide ? EVENTS : 0.16);
    }

    private static boolean isNarrow(Number width) {
      return width.doubleValue() < NARROW;
    }

    /**
     * In a narrow window the panes beside the canvas give way, and the lower ones stand in a
     * column.
     */
    private void divide(SplitPane all, SplitPane middle) {
      double width = Math.max(1, all.getWidth());
      double height = Math.max(1, middle.getHeight());
      boolean narrow = isNarrow(width);
      double share = narrow ? 0.8 : 1;
      all.setDividerPositions(LEFT * share / width, 1 - RIGHT * share / width);
      lower.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
      lower.setDividerPositions(narrow ? 0.5 : EVENTS);
      middle.setDividerPositions(1 - (BELOW + 41) * (narrow ? 1.15 : 1) / height);
    }

    private void dropped(vethlab.app.Tool tool, double sceneX, double sceneY) {
      var at = canvas.canvas().sceneToLocal(sceneX, sceneY);
      if (canvas.canvas().contains(at)) {
        var camera = canvas.canvas().camera();
        canvas.canvas().drop(tool, camera.toX(at.getX()), camera.toY(at.getY()));
      }
    }

    /** Under the canvas is what belongs to the kernel that is looked at. */
    private void kernel() {
      Optional<KernelRun> ready =
          studio.kernel().run().filter(run -> run.state() == KernelRun.State.READY);
      if (ready.isPresent() && bench.isEmpty()) {
        KernelBench made = new KernelBench(studio, ready.get());
        bench = Optional.of(made);
        VBox.setVgrow(made, Priority.ALWAYS);
        bottom.getChildren().setAll(made);
        right.choose("packet");
      } else if (ready.isEmpty() && bench.isPresent()) {
        bench.get().end();
        bench = Optional.empty();
        bottom.getChildren().setAll(simulated);
      }
      bench.ifPresent(KernelBench::refresh);
    }

    private void news(Studio.News news) {
      if (news == Studio.News.KERNEL) {
        kernel();
      }
      if (news == Studio.News.SELECTION) {
        right.title(
            "inspector",
            studio.chosen().map(this::label).orElse(studio.words().get("tab.inspector")));
        studio.chosen().ifPresent(item -> right.choose("inspector"));
      }
      if (news == Studio.News.PLAYER && right.chosen().equals("inspector")) {
        right.choose("packet");
      }
      if (news == Studio.News.NETWORK && studio.document().isPresent()) {
        below.title("events", studio.words().get("tab.events") + "  " + studio.doc().eventCount());
      }
    }

    private String label(Item item) {
      return drawing
          .nameOf(item)
          .map(text -> text.length() > 18 ? text.substring(0, 17) + "…" : text)
          .orElse("");
    }
  }

  public MainView(Studio studio, Actions actions, Drawing drawing, LabShelf shelf, Desk desk) {
    this.studio = studio;
    this.actions = actions;
    this.drawing = drawing;
    this.shelf = shelf;
    this.desk = desk;
    getChildren().add(frame);
    frame.setTop(new TopBar(studio, actions));
    studio.listen(news -> {
      if (news == Studio.News.DOCUMENT) {
        show();
      }
    });
    lasting = studio.listeners();
    show();
  }

  private void show() {
    if (studio.document().isEmpty()) {
      workbench = Optional.empty();
      studio.forgetListeners(lasting);
      frame.setCenter(new HomeView(studio, actions, shelf, desk::open));
      frame.setBottom(new RecentStrip(studio.words(), desk));
      return;
    }
    if (workbench.isEmpty()) {
      lasting = studio.listeners();
      Workbench made = new Workbench();
      workbench = Optional.of(made);
      frame.setCenter(made.whole);
      frame.setBottom(made.status);
      frame.applyCss();
      frame.layout();
      made.canvas.canvas().requestFocus();
    }
  }

  /** A key, before whatever has the keyboard sees it. */
  public void key(KeyEvent e) {
    boolean text = e.getTarget() instanceof TextInputControl;
    if (e.getCode() == KeyCode.ESCAPE) {
      if (closeOverlay() || !text && workbench.isPresent() && escape()) {
        e.consume();
      }
      return;
    }
    if (getChildren().size() > 1 || inEvents(e) && isSearch(e) || TerminalScreen.takes(e)) {
      return;
    }
    if (actions.press(e, from(e, text))) {
      e.consume();
    }
  }

  private Actions.Reach from(KeyEvent e, boolean text) {
    if (text) {
      return Actions.Reach.ANYWHERE;
    }
    boolean canvas = workbench.filter(w -> w.canvas.canvas() == e.getTarget()).isPresent();
    boolean nothing = e.getTarget() == getScene() || e.getTarget() == this;
    return canvas || nothing ? Actions.Reach.CANVAS : Actions.Reach.PANES;
  }

  /** What is being done ends; if nothing is, nothing is chosen any more. */
  private boolean escape() {
    if (workbench.orElseThrow().canvas.canvas().cancel()) {
      return true;
    }
    boolean chosen = !studio.selection().isEmpty();
    studio.select(java.util.Set.of());
    return chosen;
  }

  private static boolean isSearch(KeyEvent e) {
    return e.isShortcutDown() && e.getCode() == KeyCode.F && !e.isShiftDown();
  }

  /** The list of events has a search of its own. */
  private boolean inEvents(KeyEvent e) {
    return workbench.isPresent()
        && e.getTarget() instanceof Node target
        && workbench.get().events.holds(target);
  }

  // --- for actions -----------------------------------------------------------------------------

  /** Shows something over everything; Esc takes it away. */
  public void overlay(Node node) {
    StackPane veil = new StackPane(node);
    veil.getStyleClass().add("overlay");
    veil.setOnMousePressed(e -> {
      if (e.getTarget() == veil) {
        closeOverlay();
      }
    });
    veil.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        closeOverlay();
        e.consume();
      }
    });
    getChildren().add(veil);
    node.requestFocus();
  }

  /** Takes the uppermost one away; false where there is none. */
  public boolean closeOverlay() {
    if (getChildren().size() == 1) {
      return false;
    }
    getChildren().removeLast();
    workbench.ifPresent(w -> w.canvas.canvas().requestFocus());
    return true;
  }

  public void showLeft(String tab) {
    workbench.ifPresent(w -> w.left.choose(tab));
  }

  public void showRight(String tab) {
    workbench.ifPresent(w -> w.right.choose(tab));
  }

  public void showBelow(String tab) {
    workbench.ifPresent(w -> w.below.choose(tab));
  }

  public void focusFilter() {
    workbench.ifPresent(w -> {
      w.below.choose("events");
      w.events.filterField().requestFocus();
    });
  }

  /** One stop of the lesson on, or back. */
  public void lesson(int by) {
    workbench.ifPresent(w -> {
      w.left.choose("walkthrough");
      if (by > 0) {
        w.walkthrough.next();
      } else {
        w.walkthrough.back();
      }
    });
  }

  /** Shows the way of the packet of the moment alone. */
  public void follow() {
    workbench.ifPresent(w -> {
      w.below.choose("events");
      w.events.follow();
    });
  }

  public void focusTerminal() {
    workbench.ifPresent(w -> w.terminals.focusInput());
  }

  /** The keyboard goes to the next pane, or to the one before. */
  public void focusPane(int by) {
    workbench.ifPresent(w -> {
      List<Node> panes = List.of(w.canvas.canvas(), w.left, w.below, w.terminals, w.right);
      Node owner = getScene().getFocusOwner();
      int at = 0;
      for (int i = 0; i < panes.size(); i++) {
        at = isIn(owner, panes.get(i)) ? i : at;
      }
      for (int i = 1; i <= panes.size(); i++) {
        Optional<Node> next = firstIn(panes.get(Math.floorMod(at + i * by, panes.size())));
        if (next.isPresent()) {
          next.get().requestFocus();
          return;
        }
      }
    });
  }

  private static boolean isIn(Node node, Node pane) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == pane) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> firstIn(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(MainView::firstIn)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  public void focusCanvas() {
    workbench.ifPresent(w -> w.canvas.canvas().requestFocus());
  }
}
