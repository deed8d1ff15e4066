package vethlab.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.canvas.Camera;
import vethlab.app.canvas.Decor;
import vethlab.app.canvas.Detail;
import vethlab.app.canvas.FxPen;
import vethlab.app.canvas.ScenePainter;
import vethlab.app.model.LabCard;
import vethlab.app.model.LabShelf;
import vethlab.app.model.LabTexts;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;

/** The start: labs to begin with, a new one, others from disk. */
final class HomeView extends ScrollPane {
  private static final int COLUMNS = 4;
  private static final double GAP = 16;
  private static final double WIDTH = 1248;
  private static final double PICTURE = 104;

  private final Studio studio;
  private final Consumer<Path> opener;

  HomeView(Studio studio, Actions actions, LabShelf shelf, Consumer<Path> opener) {
    this.studio = studio;
    this.opener = opener;
    Words words = studio.words();
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    VBox page = new VBox(12, head(words, actions));
    page.setMaxWidth(WIDTH);
    for (LabShelf.Section section : shelf.sections()) {
      page.getChildren().addAll(sectionTitle(words, section), grid(section));
    }
    if (shelf.sections().isEmpty()) {
      page.getChildren().add(Parts.text(words.get("home.no-labs"), "second"));
    }
    StackPane centered = new StackPane(page);
    centered.getStyleClass().add("home");
    setContent(centered);
  }

  private static Node head(Words words, Actions actions) {
    VBox texts =
        new VBox(
            4,
            Parts.wrapped(words.get("home.title"), "hero"),
            Parts.text(words.get("home.subtitle"), "second"));
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    Button importer = Parts.button(words.get("home.import"), actions.get("import").run(), "plain");
    Button open =
        withKey(Parts.button(words.get("home.open"), actions.get("open").run(), "plain"), "Ctrl O");
    Button fresh =
        withKey(Parts.button(words.get("home.new"), actions.get("new").run(), "primary"), "Ctrl N");
    for (Button b : List.of(importer, open, fresh)) {
      b.setMinHeight(34);
      b.setMinWidth(USE_PREF_SIZE);
    }
    HBox head = new HBox(8, texts, importer, open, fresh);
    head.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    head.setPadding(new javafx.geometry.Insets(0, 0, 12, 0));
    return head;
  }

  private static Button withKey(Button button, String key) {
    button.setGraphic(Parts.key(key));
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    button.setGraphicTextGap(8);
    return button;
  }

  private static Node sectionTitle(Words words, LabShelf.Section section) {
    Label title = Parts.text(words.get("shelf." + section.key()), "strong");
    HBox row =
        new HBox(
            8, title, Parts.text(words.get("shelf." + section.key() + ".what"), "second", "small"));
    row.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    row.setPadding(new javafx.geometry.Insets(8, 0, 0, 0));
    return row;
  }

  private Node grid(LabShelf.Section section) {
    GridPane grid = new GridPane(GAP, GAP);
    for (int i = 0; i < COLUMNS; i++) {
      var column = new javafx.scene.layout.ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < section.labs().size(); i++) {
      grid.add(
          card(section.labs().get(i), i + 1, section.key().equals("faults")),
          i % COLUMNS,
          i / COLUMNS);
    }
    return grid;
  }

  private Node card(LabShelf.Entry entry, int number, boolean isFault) {
    Canvas picture = new Canvas(280, PICTURE);
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("lab-picture");
    frame.setStyle("-fx-background-color: -v-canvas; -fx-background-radius: 10 10 0 0;");
    frame.setMinHeight(PICTURE);
    frame.setMinWidth(0);
    if (isFault) {
      Label mark = Parts.text("?", "lab-mark");
      StackPane.setAlignment(mark, javafx.geometry.Pos.TOP_RIGHT);
      frame.getChildren().add(mark);
    }
    VBox text = Parts.column("lab-text");
    VBox card = Parts.column("lab-card", frame, text);
    card.setId("lab-" + entry.name());
    Parts.pressable(card, () -> opener.accept(entry.path()));
    if (entry.card().isDone()) {
      fill(card, text, picture, entry, number);
    } else {
      text.getChildren().add(Parts.wrapped(entry.name(), "strong"));
      entry.card().thenRun(() -> Platform.runLater(() -> fill(card, text, picture, entry, number)));
    }
    return card;
  }

  private void fill(VBox card, VBox text, Canvas picture, LabShelf.Entry entry, int number) {
    LabCard shown = entry.card().join();
    LabTexts texts = new LabTexts(studio.words(), entry, shown);
    shown.scene().ifPresent(scene -> paint(picture, scene));
    String title = texts.title();
    card.setAccessibleText(title);
    text.getChildren()
        .setAll(
            Parts.wrapped(entry.numbered() ? number + " · " + title : title, "strong"),
            Parts.wrapped(texts.what(), "second", "small"),
            Parts.spring(),
            Parts.text(texts.footer(), "second", "tiny"));
  }

  private void paint(Canvas canvas, Scene scene) {
    Box all = scene.bounds();
    double zoom =
        Math.min(
            0.5, Math.min(canvas.getWidth() * 0.72 / all.width(), (PICTURE - 20) / all.height()));
    Camera camera =
        new Camera(
            all.centerX() - canvas.getWidth() / 2 / zoom, all.centerY() - PICTURE / 2 / zoom, zoom);
    var g = canvas.getGraphicsContext2D();
    g.setTransform(zoom, 0, 0, zoom, -camera.x() * zoom, -camera.y() * zoom);
    new ScenePainter(new FxPen(g), Decor.plain(studio.theme()), Detail.BOXES)
        .paint(scene, camera.view(canvas.getWidth(), PICTURE));
  }
}
