package vethlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import vethlab.app.canvas.CanvasView;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Terminal;
import vethlab.app.model.LabShelf;
import vethlab.app.scene.Item;
import vethlab.app.theme.Faces;
import vethlab.app.theme.Theme;
import vethlab.app.view.CommandPalette;
import vethlab.app.view.KeysSheet;
import vethlab.app.view.MainView;
import vethlab.app.view.Outline;
import vethlab.app.view.Styles;
import vethlab.op.Ns;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.timeline.Level;

/** One window: makes its panes, binds keys to actions, opens and saves. */
public final class VethlabWindow {
  private final Stage stage;
  private final Studio studio = new Studio();
  private final Drawing drawing = new Drawing(studio);
  private final LabShelf shelf;
  private final Scene scene;
  private Actions actions = new Actions(studio.words());
  private MainView view;
  private final AnimationTimer timer;

  /**
   * @param labs the folder of labs that come with Vethlab
   */
  public VethlabWindow(Stage stage, Path labs) {
    this(stage, labs, Words.in(Locale.ENGLISH), Theme.LIGHT);
  }

  public VethlabWindow(Stage stage, Path labs, Words words, Theme theme) {
    this.stage = stage;
    Faces.load();
    studio.words(words);
    studio.theme(theme);
    shelf = LabShelf.of(labs);
    actions = actions();
    view = new MainView(studio, actions, drawing, shelf, this::open);
    scene = new Scene(view, 1440, 900);
    Styles.apply(scene, theme);
    scene.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> view.key(e));
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(700);
    stage.setTitle("Vethlab");
    acceptFiles();
    studio.listen(this::news);
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long clock) {
            studio.tick(System.nanoTime());
          }
        };
    timer.start();
  }

  public Studio studio() {
    return studio;
  }

  public Drawing drawing() {
    return drawing;
  }

  public Scene scene() {
    return scene;
  }

  public Stage stage() {
    return stage;
  }

  public MainView view() {
    return view;
  }

  public Actions allActions() {
    return actions;
  }

  private void news(Studio.News news) {
    if (news == Studio.News.DOCUMENT || news == Studio.News.STATUS) {
      stage.setTitle(studio.document().map(d -> d.title() + " – Vethlab").orElse("Vethlab"));
    }
  }

  /** Everything again, in another language. */
  private void rebuild() {
    studio.forgetListeners();
    actions = actions();
    view = new MainView(studio, actions, drawing, shelf, this::open);
    scene.setRoot(view);
    studio.listen(this::news);
  }

  // --- opening ---------------------------------------------------------------------------------

  /** Opens a lab or a script; what is wrong with it becomes the message. */
  public void open(Path path) {
    try {
      Opening.Opened opened = Opening.open(path);
      studio.close();
      studio.open(opened.document());
      opened.script().ifPresent(terminal -> studio.runner().until(terminal));
      if (!opened.troubles().isEmpty()) {
        studio.message(opened.troubles().getFirst());
      }
    } catch (IOException e) {
      studio.message(
          studio.words().get("message.cannot-open", path, String.valueOf(e.getMessage())));
    }
  }

  public void fresh() {
    studio.close();
    studio.open(new Document(studio.words().get("untitled")));
    view.showLeft("palette");
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(studio.words().get("action.open"));
    Optional.ofNullable(chooser.showOpenDialog(stage))
        .map(java.io.File::toPath)
        .ifPresent(this::open);
  }

  private void acceptFiles() {
    scene.setOnDragOver(e -> {
      if (e.getDragboard().hasFiles()) {
        e.acceptTransferModes(TransferMode.COPY);
      }
    });
    scene.setOnDragDropped(e -> {
      List<java.io.File> files = e.getDragboard().getFiles();
      files.stream()
          .findFirst()
          .map(java.io.File::toPath)
          .filter(Files::exists)
          .ifPresent(this::open);
      e.setDropCompleted(!files.isEmpty());
    });
  }

  // --- actions ---------------------------------------------------------------------------------

  private Actions actions() {
    Actions all = new Actions(studio.words());
    edits(all);
    tools(all);
    playing(all);
    looking(all);
    files(all);
    return all;
  }

  private Runnable inDocument(Runnable run) {
    return () -> {
      if (studio.document().isPresent()) {
        run.run();
      }
    };
  }

  private void edits(Actions all) {
    all.add("undo", inDocument(() -> studio.doc().undo()), Actions.key(KeyCode.Z, Actions.CTRL))
        .add(
            "redo",
            inDocument(() -> studio.doc().redo()),
            Actions.key(KeyCode.Z, Actions.CTRL, Actions.SHIFT),
            Actions.key(KeyCode.Y, Actions.CTRL))
        .add("cut", inDocument(drawing::cut), Actions.key(KeyCode.X, Actions.CTRL))
        .add("copy", inDocument(drawing::copy), Actions.key(KeyCode.C, Actions.CTRL))
        .add("paste", inDocument(drawing::paste), Actions.key(KeyCode.V, Actions.CTRL))
        .add("duplicate", inDocument(drawing::duplicate), Actions.key(KeyCode.D, Actions.CTRL))
        .add("select-all", inDocument(drawing::selectAll), Actions.key(KeyCode.A, Actions.CTRL))
        .add(
            "delete",
            inDocument(drawing::delete),
            Actions.key(KeyCode.DELETE),
            Actions.key(KeyCode.BACK_SPACE))
        .add("rename", inDocument(drawing::startRename), Actions.key(KeyCode.F2))
        .add("select-next", inDocument(() -> drawing.selectNext(1)), Actions.key(KeyCode.TAB))
        .add(
            "select-previous",
            inDocument(() -> drawing.selectNext(-1)),
            Actions.key(KeyCode.TAB, Actions.SHIFT))
        .add("align-left", inDocument(() -> drawing.align(Drawing.Line.LEFT)))
        .add("align-top", inDocument(() -> drawing.align(Drawing.Line.TOP)))
        .add("spread", inDocument(() -> drawing.align(Drawing.Line.SPREAD)))
        .add("arrange", inDocument(drawing::arrange));
    nudges(all, KeyCode.LEFT, -1, 0);
    nudges(all, KeyCode.RIGHT, 1, 0);
    nudges(all, KeyCode.UP, 0, -1);
    nudges(all, KeyCode.DOWN, 0, 1);
  }

  private void nudges(Actions all, KeyCode key, int dx, int dy) {
    String way = key.name().toLowerCase(Locale.ROOT);
    all.add("nudge-" + way, inDocument(() -> drawing.nudge(dx * 20, dy * 20)), Actions.key(key))
        .add(
            "nudge-fine-" + way,
            inDocument(() -> drawing.nudge(dx, dy)),
            Actions.key(key, Actions.CTRL));
  }

  private void tools(Actions all) {
    tool(all, Tool.SELECT, KeyCode.V);
    tool(all, Tool.NAMESPACE, KeyCode.N);
    tool(all, Tool.BRIDGE, KeyCode.B);
    tool(all, Tool.UPLINK, KeyCode.U);
    tool(all, Tool.NOTE, KeyCode.T);
    all.add("tool-link", inDocument(drawing::connectChosen), Actions.key(KeyCode.L))
        .add("place", inDocument(this::place), Actions.key(KeyCode.ENTER));
  }

  private void tool(Actions all, Tool tool, KeyCode key) {
    all.add("tool-" + tool.word(), inDocument(() -> studio.tool(tool)), Actions.key(key));
  }

  /** Enter: the tool in hand is used where it makes sense; without one, what is chosen opens. */
  private void place() {
    if (studio.tool() == Tool.SELECT) {
      studio.chosenNamespaces().stream().findFirst().ifPresent(ns -> studio.doc().toggleOpen(ns));
      return;
    }
    double[] at =
        studio
            .chosen()
            .filter(item -> studio.tool() != Tool.NAMESPACE)
            .flatMap(drawing::boxOf)
            .map(box -> new double[] {box.centerX(), box.centerY()})
            .orElseGet(drawing::freePlace);
    drawing.drop(studio.tool(), at[0], at[1]);
  }

  private void playing(Actions all) {
    all.add("next", inDocument(() -> step(studio.player().level())), Actions.key(KeyCode.F8))
        .add("step-into", inDocument(() -> step(Level.LOOKUP)), Actions.key(KeyCode.F7))
        .add(
            "step-out",
            inDocument(() -> step(Level.NAMESPACE)),
            Actions.key(KeyCode.F8, Actions.SHIFT))
        .add("continue", inDocument(this::toBreakpoint), Actions.key(KeyCode.F9))
        .add(
            "previous", inDocument(() -> back(studio.player().level())), Actions.key(KeyCode.COMMA))
        .add(
            "next-event",
            inDocument(() -> jump(1)),
            Actions.key(KeyCode.PERIOD),
            Actions.key(KeyCode.SEMICOLON))
        .add("first", inDocument(() -> toEvent(0)), Actions.key(KeyCode.HOME))
        .add("last", inDocument(() -> toEvent(studio.doc().eventCount())), Actions.key(KeyCode.END))
        .add(
            "breakpoint", inDocument(this::toggleBreakpoint), Actions.key(KeyCode.F8, Actions.CTRL))
        .add("play", inDocument(this::playOrPause), Actions.key(KeyCode.P))
        .add("slower", inDocument(() -> speed(0.5)), Actions.key(KeyCode.OPEN_BRACKET))
        .add("faster", inDocument(() -> speed(2)), Actions.key(KeyCode.CLOSE_BRACKET))
        .add("reset", inDocument(() -> toEvent(0)), Actions.key(KeyCode.R, Actions.CTRL))
        .add("ping", inDocument(this::ping), Actions.key(KeyCode.ENTER, Actions.CTRL))
        .add("traceroute", inDocument(() -> probe("traceroute -n ")))
        .add("terminal", inDocument(this::terminal), Actions.key(KeyCode.BACK_QUOTE, Actions.CTRL));
  }

  private void step(Level level) {
    studio.player().play(false);
    if (studio.runner().isRunning()) {
      studio.runner().stop();
    }
    studio.doc().forward(level);
    follow();
  }

  private void back(Level level) {
    studio.player().play(false);
    studio.doc().back(level);
    follow();
  }

  /** Stepping looks at the packet. */
  private void follow() {
    studio.tell(Studio.News.PLAYER);
    view.showRight("packet");
  }

  private void jump(int by) {
    toEvent(studio.doc().eventsHere() + by);
  }

  private void toEvent(int event) {
    studio.player().play(false);
    studio.doc().goToEvent(Math.max(0, Math.min(studio.doc().eventCount(), event)));
    studio.tell(Studio.News.PLAYER);
  }

  private void toBreakpoint() {
    studio.doc().timeline().run(w -> false);
    studio.doc().goTo(studio.doc().timeline().position());
    follow();
  }

  private void toggleBreakpoint() {
    for (Ns ns : studio.chosenNamespaces()) {
      Breakpoint at = new Breakpoint.AtNode(ns);
      if (!studio.doc().timeline().breakpoints().remove(at)) {
        studio.doc().timeline().breakpoints().add(at);
      }
      studio.message(studio.words().get("message.breakpoint", ns));
    }
  }

  private void playOrPause() {
    if (studio.runner().isRunning()) {
      studio.runner().stop();
    } else if (!studio.player().isPlaying()
        && studio.doc().eventsHere() >= studio.doc().eventCount()) {
      studio.doc().goToEvent(0);
      studio.player().play(true);
    } else {
      studio.player().play(!studio.player().isPlaying());
    }
    studio.tell(Studio.News.PLAYER);
  }

  private void speed(double factor) {
    studio.player().speed(studio.player().speed() * factor);
    studio.tell(Studio.News.PLAYER);
  }

  private void ping() {
    probe("ping -c 1 ");
  }

  private void probe(String command) {
    List<Ns> two = studio.chosenNamespaces();
    if (two.size() != 2) {
      studio.message(studio.words().get("message.two"));
      return;
    }
    Optional<vethlab.wire.Prefix> to =
        studio.doc().kernel().addresses(two.get(1)).stream()
            .map(vethlab.op.view.AddrView::local)
            .filter(p -> !p.address().isLoopback())
            .reduce((a, b) -> a.length() == 32 ? a : b.length() == 32 ? b : a);
    if (to.isEmpty()) {
      studio.message(studio.words().get("message.no-address", two.get(1)));
      return;
    }
    Terminal terminal = studio.showTerminal(two.get(0));
    studio.run(terminal, command + to.get().address());
  }

  private void terminal() {
    Ns ns =
        studio.selection().stream()
            .findFirst()
            .flatMap(Item::owner)
            .or(() -> studio.doc().scene().nodes().stream().findFirst().map(n -> n.ns()))
            .orElse(Ns.HOST);
    studio.showTerminal(ns);
    view.focusTerminal();
  }

  private void looking(Actions all) {
    all.add(
            "zoom-in",
            zoom(1.25),
            Actions.key(KeyCode.EQUALS, Actions.CTRL),
            Actions.key(KeyCode.ADD, Actions.CTRL),
            Actions.key(KeyCode.PLUS, Actions.CTRL))
        .add(
            "zoom-out",
            zoom(0.8),
            Actions.key(KeyCode.MINUS, Actions.CTRL),
            Actions.key(KeyCode.SUBTRACT, Actions.CTRL))
        .add(
            "zoom-100",
            inDocument(() -> drawing.canvas().ifPresent(c -> c.zoom(1))),
            Actions.key(KeyCode.DIGIT0, Actions.CTRL))
        .add(
            "zoom-all",
            inDocument(() -> drawing.canvas().ifPresent(CanvasView::fit)),
            Actions.key(KeyCode.DIGIT1, Actions.SHIFT))
        .add(
            "zoom-selection",
            inDocument(this::zoomSelection),
            Actions.key(KeyCode.DIGIT2, Actions.SHIFT))
        .add(
            "toggle-open",
            inDocument(() -> studio.chosenNamespaces().forEach(ns -> studio.doc().toggleOpen(ns))))
        .add(
            "palette",
            () -> view.overlay(new CommandPalette(studio, actions, view)),
            Actions.key(KeyCode.P, Actions.CTRL, Actions.SHIFT))
        .add(
            "find",
            () -> view.overlay(new CommandPalette(studio, actions, view)),
            Actions.key(KeyCode.F, Actions.CTRL))
        .add(
            "filter",
            inDocument(() -> view.focusFilter()),
            Actions.key(KeyCode.SLASH, Actions.CTRL))
        .add("keys", () -> view.overlay(new KeysSheet(studio, actions)), Actions.key(KeyCode.F1))
        .add("outline", inDocument(() -> view.overlay(new Outline(studio))))
        .add("theme", this::otherTheme)
        .add("language", this::otherLanguage)
        .add("reduced-motion", () -> studio.reducedMotion(!studio.reducedMotion()))
        .add("show-problems", inDocument(() -> view.showLeft("palette")))
        .add("show-walkthrough", inDocument(() -> view.showLeft("walkthrough")))
        .add("show-tables", inDocument(() -> view.showRight("tables")))
        .add("show-bytes", inDocument(() -> view.showBelow("bytes")));
  }

  private Runnable zoom(double factor) {
    return inDocument(() -> drawing.canvas().ifPresent(c -> c.zoom(c.camera().zoom() * factor)));
  }

  private void zoomSelection() {
    studio.selection().stream()
        .map(drawing::boxOf)
        .flatMap(Optional::stream)
        .reduce(vethlab.app.scene.Scene.Box::union)
        .ifPresent(box -> drawing.canvas().ifPresent(c -> c.fit(box)));
  }

  private void otherTheme() {
    studio.theme(studio.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    Styles.apply(scene, studio.theme());
    rebuild();
  }

  private void otherLanguage() {
    studio.words(Words.in(studio.words().isChinese() ? Locale.ENGLISH : Locale.CHINESE));
    rebuild();
  }

  private void files(Actions all) {
    all.add("new", this::fresh, Actions.key(KeyCode.N, Actions.CTRL))
        .add("open", this::choose, Actions.key(KeyCode.O, Actions.CTRL))
        .add("home", studio::close)
        .add("rename-lab", () -> {})
        .add("deploy", () -> {})
        .add("import", () -> {});
  }
}
