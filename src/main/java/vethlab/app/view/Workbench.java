package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Desk;
import vethlab.app.Drawing;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.model.LabShelf;
import vethlab.app.real.KernelRun;
import vethlab.app.scene.Item;

/** The panes around an open document. */
final class Workbench {
  private final Studio studio;
  private final Drawing drawing;
  final CanvasPane canvas;
  final StatusStrip status;
  final EventsPane events;
  final WalkthroughPane walkthrough;
  final TerminalTabs terminals;
  final SplitPane lower = new SplitPane();
  final Tabs left = new Tabs();
  final Tabs right = new Tabs();
  final Tabs below = new Tabs();
  final VBox bottom = new VBox();
  final Arrangement arrangement;
  private final List<Node> simulated;
  private Optional<KernelBench> bench = Optional.empty();

  Workbench(
      Studio studio, Actions actions, Drawing drawing, LabShelf shelf, Desk desk, PaneSizes sizes) {
    this.studio = studio;
    this.drawing = drawing;
    canvas = new CanvasPane(studio, drawing, actions);
    status = new StatusStrip(studio);
    events = new EventsPane(studio);
    walkthrough = new WalkthroughPane(studio, drawing, actions);
    terminals = new TerminalTabs(studio, this::widen);
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
    lower.getItems().addAll(below, terminals);
    lower.setMinHeight(90);
    simulated = List.of(new PlayerBar(studio, actions), lower);
    bottom.getChildren().setAll(simulated);
    VBox.setVgrow(lower, Priority.ALWAYS);
    arrangement = new Arrangement(left, canvas, bottom, lower, right, sizes);
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
    count();
  }

  private void widen() {
    arrangement.widen();
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
      count();
    }
  }

  /** How many events there are, once there are any. */
  private void count() {
    int events = studio.doc().eventCount();
    String title = studio.words().get("tab.events");
    below.title("events", events == 0 ? title : title + "  " + events);
  }

  private String label(Item item) {
    return drawing
        .nameOf(item)
        .map(text -> text.length() > 18 ? text.substring(0, 17) + "…" : text)
        .orElse("");
  }
}
