package vethlab.app.view;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.real.KernelRun;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.op.Ns;

/** What is under the canvas while the drawing runs on this kernel: frames and real terminals. */
final class KernelBench extends VBox {
  private static final Duration PACE = Duration.millis(450);

  private final Studio studio;
  private final Words words;
  private final KernelRun run;
  private final FramesPane frames;
  private final PredictionPane predicted;
  private final Slider slider = new Slider(0, 0, 0);
  private final Label count = Parts.text("", "mono", "second");
  private final Button play;
  private final Timeline playing = new Timeline(new KeyFrame(PACE, e -> playOn()));
  private final HBox strip = Parts.row("tabs");
  private final StackPane terminal = new StackPane();
  private final Map<Ns, RealTerminalPane> panes = new LinkedHashMap<>();
  private Ns chosen = Ns.HOST;
  private int seen;

  KernelBench(Studio studio, KernelRun run) {
    this.studio = studio;
    this.words = studio.words();
    this.run = run;
    frames = new FramesPane(words, run);
    predicted = new PredictionPane(words);
    play = Parts.iconButton(Icons.PLAY, words.get("action.play"), this::togglePlay, "primary");
    playing.setCycleCount(Animation.INDEFINITE);
    Tabs below = new Tabs();
    below
        .add("frames", words.get("tab.frames"), () -> frames)
        .add("predicted", words.get("tab.predicted"), () -> predicted);
    below.getStyleClass().add("pane");
    VBox terminals = new VBox(strip, terminal);
    terminals.getStyleClass().add("pane");
    terminal.getStyleClass().add("terminal");
    VBox.setVgrow(terminal, Priority.ALWAYS);
    SplitPane lower = new SplitPane(below, terminals);
    lower.setDividerPositions(0.58);
    lower.setMinHeight(90);
    VBox.setVgrow(lower, Priority.ALWAYS);
    getChildren().addAll(bar(), lower);
    strip();
    choose(studio.chosenNamespaces().stream().findFirst().orElse(Ns.HOST));
    refresh();
  }

  private Node bar() {
    Button first = icon(Icons.FIRST, "action.first", () -> show(0));
    Button back = icon(Icons.BACK, "action.previous", () -> show(run.shown() - 1));
    Button next = icon(Icons.NEXT, "action.next", () -> show(run.shown() + 1));
    Button last = icon(Icons.LAST, "action.last", () -> show(run.frames().size() - 1));
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.setBlockIncrement(1);
    slider
        .valueProperty()
        .addListener((o, was, is) -> {
          if (slider.isValueChanging() || slider.isPressed()) {
            show(is.intValue());
          }
        });
    count.setMinWidth(USE_PREF_SIZE);
    Label state =
        Parts.text(
            words.get("kernel.state", run.ops().size(), run.buildNanos() / 1_000_000),
            "chip",
            "ok",
            "small");
    state.setMinWidth(USE_PREF_SIZE);
    Button leave = Parts.button(words.get("kernel.leave"), studio.kernel()::leave, "plain");
    leave.setId("kernel-leave");
    leave.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(first, back, play, next, last, slider, count, state, leave);
    bar.getStyleClass().add("player");
    return bar;
  }

  private Button icon(String icon, String key, Runnable action) {
    return Parts.iconButton(icon, words.get(key), action);
  }

  private void show(int place) {
    if (!run.frames().isEmpty()) {
      run.show(Math.max(0, place));
    }
  }

  // --- playing ---------------------------------------------------------------------------------

  private void togglePlay() {
    if (playing.getStatus() == Animation.Status.RUNNING) {
      playing.stop();
    } else {
      if (run.shown() >= run.frames().size() - 1) {
        show(0);
      }
      playing.play();
    }
    marks();
  }

  private void playOn() {
    if (run.shown() >= run.frames().size() - 1) {
      playing.stop();
      marks();
    } else {
      run.show(run.shown() + 1);
    }
  }

  private void marks() {
    boolean on = playing.getStatus() == Animation.Status.RUNNING;
    play.setGraphic(Parts.icon(on ? Icons.PAUSE : Icons.PLAY));
  }

  // --- terminals -------------------------------------------------------------------------------

  private void strip() {
    for (NodeBox node : studio.doc().scene().nodes()) {
      Button tab = Parts.button(node.ns().toString(), () -> choose(node.ns()), "tab-button");
      tab.setUserData(node.ns());
      strip.getChildren().add(tab);
    }
  }

  private void choose(Ns ns) {
    chosen = ns;
    RealTerminalPane pane =
        panes.computeIfAbsent(ns, n -> new RealTerminalPane(studio, run, run.terminal(n)));
    terminal.getChildren().setAll(pane);
    strip
        .getChildren()
        .forEach(tab -> {
          tab.getStyleClass().remove("chosen");
          if (ns.equals(tab.getUserData())) {
            tab.getStyleClass().add("chosen");
          }
        });
    pane.input().requestFocus();
  }

  /** What has come since. */
  void refresh() {
    if (strip.getChildren().size() != studio.doc().scene().nodes().size()) {
      strip.getChildren().clear();
      strip();
      choose(chosen);
    }
    panes.values().forEach(RealTerminalPane::refresh);
    frames.refresh();
    predicted.show(run.prediction());
    int size = run.frames().size();
    slider.setMax(Math.max(0, size - 1));
    slider.setValue(Math.max(0, run.shown()));
    count.setText(words.get("kernel.frame", run.shown() + 1, size));
    if (seen == 0 && size > 0 && run.shown() < 0) {
      playing.play();
      marks();
    }
    seen = size;
  }

  /** Nothing moves any more. */
  void end() {
    playing.stop();
  }
}
