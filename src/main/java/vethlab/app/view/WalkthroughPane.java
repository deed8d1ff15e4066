package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Drawing;
import vethlab.app.Studio;
import vethlab.app.Teaching;
import vethlab.app.Words;
import vethlab.app.canvas.CanvasView;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.Stop;
import vethlab.app.scene.Scene.Box;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Span;

/** What a lab tells, step by step; text and timeline go together. */
final class WalkthroughPane extends VBox {
  /** A drawing shown smaller than this cannot be read. */
  private static final double LEAST_ZOOM = 0.68;

  private final Studio studio;
  private final Drawing drawing;
  private final Actions actions;
  private final VBox content = Parts.column("walk");
  private final ScrollPane scroll = new ScrollPane(content);
  private final VBox bottom = new VBox();
  private List<Object> shown = List.of();
  private int focused = -1;

  WalkthroughPane(Studio studio, Drawing drawing, Actions actions) {
    this.studio = studio;
    this.drawing = drawing;
    this.actions = actions;
    scroll.getStyleClass().add("pane-scroll");
    scroll.setFitToWidth(true);
    content.setMinWidth(0);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, bottom);
    studio.listen(news -> refresh());
    if (studio.teaching().isEmpty()) {
      nothing();
    }
    refresh();
  }

  private void nothing() {
    content
        .getChildren()
        .setAll(
            Parts.column(
                "section",
                Parts.wrapped(studio.document().map(d -> d.title()).orElse(""), "title"),
                Parts.wrapped(studio.words().get("walkthrough.none"), "second", "small")));
  }

  // --- walking ---------------------------------------------------------------------------------

  /** One stop on. */
  void next() {
    studio.teaching().ifPresent(t -> go(t.run().here() + 1));
  }

  void back() {
    studio.teaching().ifPresent(t -> go(t.run().here() - 1));
  }

  private void go(int stop) {
    Teaching teaching = studio.teaching().orElseThrow();
    LessonRun run = teaching.run();
    if (stop < 0 || stop >= run.stops().size() || run.isRunning()) {
      return;
    }
    studio.player().play(false);
    run.go(stop);
    if (run.stops().get(stop) instanceof Stop.Command command) {
      studio.showTerminal(command.run().ns());
    }
    teaching.exercises().passed(run);
    focused = -1;
    studio.tell(Studio.News.PLAYER);
  }

  private void changed() {
    shown = List.of();
    refresh();
  }

  // --- showing ---------------------------------------------------------------------------------

  private void refresh() {
    if (studio.document().isEmpty() || studio.teaching().isEmpty()) {
      return;
    }
    Teaching teaching = studio.teaching().get();
    LessonRun run = teaching.run();
    int here = run.here();
    if (!run.isRunning() && !studio.runner().isRunning()) {
      teaching.exercises().ask(run.lesson(), run.stop().place().step());
      lookAt(run, here);
    }
    List<Object> now = looks(teaching, here);
    if (!now.equals(shown)) {
      shown = now;
      fill(teaching);
    }
  }

  /** Everything the pane's looks depend on. */
  private static List<Object> looks(Teaching teaching, int here) {
    LessonRun run = teaching.run();
    List<Object> looks = new ArrayList<>();
    looks.add(here);
    looks.add(run.isRunning());
    looks.add(run.isOffPath());
    looks.add(run.lesson());
    looks.add(teaching.exercises().progress());
    for (int i = 0; i < run.stops().size(); i++) {
      looks.add(run.isReached(i));
    }
    return looks;
  }

  private void fill(Teaching teaching) {
    LessonRun run = teaching.run();
    content.getChildren().clear();
    content.getChildren().add(head(teaching));
    Optional<LessonStepView> current = Optional.empty();
    for (int i = 0; i < run.lesson().steps().size(); i++) {
      LessonStepView step =
          new LessonStepView(
              studio,
              teaching,
              i,
              new LessonStepView.Desk() {
                @Override
                public void go(int stop) {
                  WalkthroughPane.this.go(stop);
                }

                @Override
                public void changed() {
                  WalkthroughPane.this.changed();
                }
              });
      content.getChildren().add(step);
      if (run.stop().place().step() == i) {
        current = Optional.of(step);
      }
    }
    bottom.getChildren().clear();
    if (run.isOffPath() && !run.isRunning()) {
      bottom.getChildren().add(offPath(run));
    }
    bottom.getChildren().add(bar(run));
    current.ifPresent(step -> Platform.runLater(() -> reveal(step.focus())));
  }

  private Node head(Teaching teaching) {
    LessonRun run = teaching.run();
    Node title = ProseView.flow(List.of(new Span.Strong(run.lesson().title())));
    title.getStyleClass().add("walk-lesson-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(6, title, menu(teaching));
    VBox head = Parts.column("walk-head", row);
    run.lesson().introduction().stream()
        .map(told -> told.block())
        .forEach(block -> {
          if (block instanceof Block.Text text) {
            Node prose = ProseView.of(text.prose());
            prose.getStyleClass().add("walk-introduction");
            head.getChildren().add(prose);
          }
        });
    return head;
  }

  private MenuButton menu(Teaching teaching) {
    Words words = studio.words();
    MenuButton menu = new MenuButton("⋯");
    menu.getStyleClass().addAll("icon-menu");
    menu.setAccessibleText(words.get("lesson.more"));
    menu.setMinWidth(USE_PREF_SIZE);
    menu.getItems()
        .addAll(
            item(
                words.get("lesson.restart"),
                () -> {
                  teaching.run().restart();
                  teaching.exercises().reset();
                  focused = -1;
                  changed();
                }),
            item(words.get("lesson.own-copy"), actions.get("save-as").run()));
    return menu;
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(e -> action.run());
    return item;
  }

  private Node offPath(LessonRun run) {
    Words words = studio.words();
    Button back =
        Parts.button(
            words.get("lesson.back-to"),
            () -> {
              run.returnToPath();
              focused = -1;
              studio.tell(Studio.News.PLAYER);
            },
            "plain");
    back.setId("back-to-lesson");
    VBox box = Parts.column("walk-off", Parts.wrapped(words.get("lesson.off"), "small"), back);
    return box;
  }

  private Node bar(LessonRun run) {
    Words words = studio.words();
    Button back = Parts.button("◀ " + words.get("lesson.back"), this::back, "plain");
    back.setDisable(run.here() == 0 || run.isRunning());
    back.setId("lesson-back");
    Button next = Parts.button(nextWord(run), this::next, "primary");
    next.setGraphic(Parts.key("PgDn"));
    next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    next.setDisable(run.isLast() || run.isRunning());
    next.setId("lesson-next");
    for (Button button : List.of(back, next)) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    Label count =
        Parts.text(
            words.get("lesson.count", run.stop().place().step() + 1, run.lesson().steps().size()),
            "second",
            "small");
    count.setMinWidth(0);
    HBox bar = new HBox(back, Parts.spring(), count, Parts.spring(), next);
    bar.setAlignment(Pos.CENTER);
    bar.getStyleClass().add("walk-bar");
    return bar;
  }

  private String nextWord(LessonRun run) {
    if (run.isRunning()) {
      return studio.words().get("lesson.running");
    }
    boolean runs =
        !run.isLast()
            && run.stops().get(run.here() + 1) instanceof Stop.Command
            && !run.isReached(run.here() + 1);
    return studio.words().get(runs ? "lesson.next-run" : "lesson.next");
  }

  /** Brings into view what the text speaks of. */
  private void lookAt(LessonRun run, int here) {
    if (focused == here) {
      return;
    }
    boolean first = focused < 0;
    focused = here;
    if (first && !run.isOffPath()) {
      run.focus().ifPresent(this::show);
    }
  }

  private void show(Block.Focus focus) {
    studio.doc().openOnly(new java.util.LinkedHashSet<>(focus.open()));
    Optional<Box> part =
        Stream.concat(focus.nodes().stream().map(Block.Node::ns), focus.open().stream())
            .flatMap(ns -> studio.doc().scene().node(ns).stream())
            .map(node -> node.box())
            .reduce(Box::union);
    part.ifPresent(box -> drawing.canvas().ifPresent(canvas -> show(canvas, box)));
  }

  /** The whole drawing where it is still well to be read, else the part alone. */
  private void show(CanvasView canvas, Box part) {
    Box all = studio.doc().scene().bounds();
    boolean fits =
        canvas.getWidth() > LEAST_ZOOM * all.width()
            && canvas.getHeight() > LEAST_ZOOM * all.height();
    canvas.fit(fits ? all : part.grown(40));
  }

  /** Scrolls so that a part is to be seen. */
  private void reveal(Node node) {
    if (getScene() == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    double height = content.getHeight() - scroll.getViewportBounds().getHeight();
    if (height <= 0) {
      return;
    }
    double top = content.sceneToLocal(node.localToScene(0, 0)).getY();
    double bottomEdge = top + node.getBoundsInLocal().getHeight();
    double now = scroll.getVvalue() * height;
    double view = scroll.getViewportBounds().getHeight();
    if (top < now + 8 || bottomEdge > now + view - 8) {
      scroll.setVvalue(Math.max(0, Math.min(1, (top - view / 4) / height)));
    }
  }
}
