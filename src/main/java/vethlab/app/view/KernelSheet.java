package vethlab.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Desk;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.file.Export;
import vethlab.app.real.KernelRun;
import vethlab.linux.doctor.Doctor;
import vethlab.linux.doctor.Finding;
import vethlab.linux.explain.Sent;
import vethlab.op.Commands;
import vethlab.op.Op;

/** The plan to run a drawing on this kernel, and how far it is; closes when it runs. */
public final class KernelSheet extends VBox {
  private final Studio studio;
  private final Words words;
  private final Desk desk;
  private final KernelRun run;
  private final Runnable closer;
  private final ProgressBar bar = new ProgressBar(0);
  private final Label count = Parts.text("", "mono", "second");
  private final ListView<Op> plan = new ListView<>();
  private final TextArea messages = new TextArea();
  private final StackPane body = new StackPane(plan);
  private final Label failure = Parts.wrapped("", "drop");
  private final FlowPane needs = new FlowPane(14, 4);
  private final Button go;

  /**
   * @param closer takes it away
   */
  public KernelSheet(Studio studio, Desk desk, KernelRun run, Runnable closer) {
    this.studio = studio;
    this.words = studio.words();
    this.desk = desk;
    this.run = run;
    this.closer = closer;
    getStyleClass().add("sheet");
    setMaxSize(820, 620);
    setSpacing(12);
    setPadding(new Insets(20));
    go = Parts.button(words.get("kernel.run"), run::build, "primary");
    go.setId("kernel-run");
    go.setDefaultButton(true);
    plan.setItems(FXCollections.observableList(run.ops()));
    plan.setCellFactory(view -> new OpCell());
    plan.setPlaceholder(Parts.text(words.get("kernel.nothing"), "second"));
    plan.setFixedCellSize(26);
    plan.setFocusTraversable(false);
    messages.setEditable(false);
    messages.getStyleClass().add("mono");
    VBox.setVgrow(body, Priority.ALWAYS);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    count.setMinWidth(USE_PREF_SIZE);
    failure.managedProperty().bind(failure.visibleProperty());
    getChildren().addAll(head(), progress(), body, failure, needs, foot());
    getChildren().addAll(onTheMachine().map(List::of).orElse(List.of()));
    examine();
    studio.listen(this::news);
    sceneProperty().addListener((o, was, is) -> closed(is == null));
    show();
  }

  /** Taken away before anything was built, or after it failed: the simulated kernel again. */
  private void closed(boolean away) {
    boolean idle = run.state() == KernelRun.State.PLANNED || run.state() == KernelRun.State.FAILED;
    if (away && idle) {
      studio.kernel().leave();
    }
  }

  private Node head() {
    return new VBox(
        2,
        Parts.text(words.get("kernel.title", studio.doc().title()), "title"),
        Parts.wrapped(words.get("kernel.sandbox", System.getProperty("os.version")), "second"));
  }

  private Node progress() {
    HBox row = new HBox(12, bar, count);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  private Node foot() {
    Button script =
        Parts.button(words.get("kernel.save-script"), () -> save(Export.SCRIPT), "plain");
    Button golang = Parts.button(words.get("kernel.save-go"), () -> save(Export.GO), "plain");
    Button netlink = Parts.button(words.get("kernel.messages"), this::messages, "plain");
    Button cancel =
        Parts.button(
            words.get("kernel.cancel"),
            () -> {
              closer.run();
              studio.kernel().leave();
            },
            "plain");
    HBox foot = new HBox(8, script, netlink, golang, Parts.spring(), cancel, go);
    foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return foot;
  }

  /** The machine's own network is for the command line, which shows its plan and asks. */
  private Optional<Node> onTheMachine() {
    return studio
        .doc()
        .file()
        .map(Path::getFileName)
        .map(name -> {
          FlowPane line =
              new FlowPane(
                  6,
                  2,
                  Parts.text(words.get("kernel.host"), "second", "small"),
                  Parts.text("sudo vethlab deploy --host " + name, "mono", "small"));
          return line;
        });
  }

  private void save(Export what) {
    desk.export(what);
  }

  /** Shows what is sent, or the plan again. */
  private void messages() {
    if (body.getChildren().contains(messages)) {
      body.getChildren().setAll(plan);
      return;
    }
    StringBuilder text = new StringBuilder();
    Sent.of(run.ops()).forEach(each -> text.append(each.text()).append('\n'));
    messages.setText(text.toString());
    body.getChildren().setAll(messages);
    messages.positionCaret(0);
  }

  /** What real mode needs, asked of the machine without keeping anybody waiting. */
  private void examine() {
    Thread.ofVirtual()
        .start(() -> {
          List<Finding> findings = Doctor.examine();
          javafx.application.Platform.runLater(() -> needs(findings));
        });
  }

  private void needs(List<Finding> findings) {
    needs.getChildren().add(Parts.text(words.get("kernel.needs"), "strong", "small"));
    for (Finding each : findings) {
      Label label = Parts.text((each.ok() ? "✓ " : "– ") + each.name(), "small");
      label.getStyleClass().add(each.ok() ? "ok" : "second");
      label.setTooltip(new javafx.scene.control.Tooltip(each.sentence()));
      needs.getChildren().add(label);
    }
  }

  private void news(Studio.News news) {
    if (news == Studio.News.KERNEL && getScene() != null) {
      show();
    }
  }

  private void show() {
    int all = run.ops().size();
    bar.setProgress(all == 0 ? 1 : run.done() / (double) all);
    count.setText(words.get("kernel.count", run.done(), all));
    failure.setText(run.failure());
    failure.setVisible(!run.failure().isEmpty());
    go.setDisable(run.state() != KernelRun.State.PLANNED);
    go.setText(
        words.get(run.state() == KernelRun.State.BUILDING ? "kernel.running" : "kernel.run"));
    plan.refresh();
    if (run.state() == KernelRun.State.READY) {
      javafx.application.Platform.runLater(closer);
    }
  }

  private final class OpCell extends ListCell<Op> {
    @Override
    protected void updateItem(Op op, boolean empty) {
      super.updateItem(op, empty);
      if (empty || op == null) {
        setText("");
        setGraphic(null);
        return;
      }
      boolean done = getIndex() < run.done();
      boolean failed = run.state() == KernelRun.State.FAILED && getIndex() == run.done();
      Label mark = Parts.text(done ? "✓" : failed ? "✕" : "·", done ? "ok" : "third");
      mark.setMinWidth(18);
      Label command = Parts.name(Commands.text(op).lines().findFirst().orElse(""), "mono");
      setGraphic(new HBox(6, mark, command));
      setAccessibleText(command.getText().toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public void requestFocus() {
    go.requestFocus();
  }
}
