package vethlab.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vethlab.app.canvas.CanvasView;
import vethlab.app.canvas.Gif;
import vethlab.app.doc.Document;
import vethlab.app.file.AppFolders;
import vethlab.app.model.EventText;
import vethlab.app.scene.Scene.Box;
import vethlab.app.theme.Faces;
import vethlab.app.theme.Theme;
import vethlab.op.Ns;
import vethlab.sim.Stage;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** A run as an animated picture: the packets go their way, below is said what happens. */
final class Film {
  /** Hundredths of a second. */
  private static final int MOVE = 6;

  private static final int HOLD = 70;
  private static final int END = 250;

  /** Pictures of a packet between two places. */
  private static final int BETWEEN = 5;

  private static final int LONGEST = 40;
  private static final double MARGIN = 28;
  private static final double LINE = 40;

  private final Document document;
  private final Studio studio = new Studio(AppFolders.usual());
  private final CanvasView canvas;
  private final Label line = new Label();
  private final VBox whole;
  private final EventText words;

  private Film(Document document, Theme theme) {
    this.document = document;
    Faces.load();
    studio.theme(theme);
    studio.open(document);
    words = new EventText(Words.in(Locale.ENGLISH));
    canvas = new CanvasView(studio);
    document.openOnly(busiest());
    Box all = document.scene().bounds().grown(MARGIN);
    canvas.setPrefSize(all.width(), all.height());
    canvas.setMinSize(all.width(), all.height());
    line.setPrefSize(all.width(), LINE);
    line.setMinHeight(LINE);
    line.setFont(Faces.sans(14));
    line.setStyle(
        "-fx-background-color: %s; -fx-text-fill: %s; -fx-padding: 0 16 0 16;"
            .formatted(theme.panel(), theme.text()));
    whole = new VBox(canvas, line);
    Scene scene = new Scene(whole, all.width(), all.height() + LINE);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    canvas.camera(new vethlab.app.canvas.Camera(all.x(), all.y(), 1));
  }

  /** Writes what a document has run through; on the toolkit's thread. */
  static void write(Document document, Theme theme, Path to) throws IOException {
    if (document.eventCount() == 0) {
      throw new IOException("nothing moves in it");
    }
    Film film = new Film(document, theme);
    try (Gif gif = new Gif(to)) {
      film.shoot(gif);
    }
  }

  /** Where most happens, if there are others beside it and its hosts: its inside is shown. */
  private Set<Ns> busiest() {
    Map<Ns, Integer> steps = new LinkedHashMap<>();
    for (int i = 0; i < document.eventCount(); i++) {
      steps.merge(document.event(i).ns(), 1, Integer::sum);
    }
    Optional<Ns> most =
        steps.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return steps.size() < 3 ? Set.of() : most.map(Set::of).orElse(Set.of());
  }

  private void shoot(Gif gif) {
    document.goToEvent(0);
    line.setText("");
    gif.add(picture(System.nanoTime()), HOLD);
    int shown = 0;
    for (int i = 1; i <= document.eventCount() && shown < LONGEST; i++) {
      Step step = document.event(i - 1);
      if (isSeen(step)) {
        shown++;
        show(gif, i, step);
      }
    }
    gif.add(picture(System.nanoTime()), END);
  }

  private boolean isSeen(Step step) {
    boolean crosses = step.verdict() instanceof Verdict.Sent || step.stage() == Stage.RECEIVE;
    boolean dies = step.verdict() instanceof Verdict.Dropped;
    return document.open().contains(step.ns()) || crosses || dies;
  }

  private void show(Gif gif, int event, Step step) {
    long start = System.nanoTime();
    document.goToEvent(event);
    line.setText(step.ns() + "   " + words.what(step));
    long hop = studio.player().hop();
    for (int i = 1; i < BETWEEN; i++) {
      gif.add(picture(start + hop * i / BETWEEN), MOVE);
    }
    gif.add(picture(System.nanoTime() + 2 * hop), HOLD);
  }

  private javafx.scene.image.Image picture(long clock) {
    canvas.pulse(clock);
    whole.applyCss();
    whole.layout();
    return whole.snapshot(new SnapshotParameters(), null);
  }
}
