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
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.model.LabShelf;
import vethlab.app.theme.Faces;
import vethlab.app.theme.Theme;
import vethlab.app.view.MainView;
import vethlab.app.view.Styles;

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
    new EditActions(this).addTo(all);
    new PlayActions(this).addTo(all);
    new LookActions(this).addTo(all);
    files(all);
    return all;
  }

  /** Does nothing on the home page. */
  Runnable inDocument(Runnable run) {
    return () -> {
      if (studio.document().isPresent()) {
        run.run();
      }
    };
  }

  void otherTheme() {
    studio.theme(studio.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    Styles.apply(scene, studio.theme());
    rebuild();
  }

  void otherLanguage() {
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
