package vethlab.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import vethlab.app.file.AppFolders;
import vethlab.app.file.Settings;
import vethlab.app.file.ShippedLabs;
import vethlab.app.model.LabShelf;
import vethlab.app.theme.Faces;
import vethlab.app.theme.Theme;
import vethlab.app.view.MainView;
import vethlab.app.view.MoreSheet;
import vethlab.app.view.PaneSizes;
import vethlab.app.view.Question;
import vethlab.app.view.Styles;

/** One window: makes its panes, binds keys to actions, opens and saves. */
public final class VethlabWindow {
  /** So many pulses after it was told to, the window is there. */
  private static final int SHOWN = 3;

  private final Stage stage;
  private final Studio studio;
  private final Drawing drawing;
  private final LabShelf shelf;
  private final Scene scene;
  private Actions actions;
  private final Desk desk;
  private final Settings settings;
  private MainView view;
  private final AnimationTimer timer;
  private int pulses;

  /**
   * @param labs the folder of labs that come with Vethlab
   * @param folders where drafts and settings are kept
   */
  public VethlabWindow(Stage stage, Path labs, AppFolders folders, Words words, Theme theme) {
    this.stage = stage;
    Faces.load();
    settings = new Settings(folders);
    studio = new Studio(folders);
    drawing = new Drawing(studio);
    studio.reducedMotion(settings.get(Settings.Key.MOTION).filter("reduced"::equals).isPresent());
    studio.words(words);
    studio.theme(theme);
    shelf = LabShelf.of(labs, folders);
    drawing.moreChooser(
        ns -> view.overlay(new MoreSheet(studio.words(), drawing, ns, () -> view.closeOverlay())));
    desk = new Desk(studio, folders, new ShippedLabs(labs), FileDialogs.of(stage), this::ask);
    studio.listen(this::news);
    actions = actions();
    view = view(settings.get(Settings.Key.PANES).map(PaneSizes::of).orElse(PaneSizes.USUAL));
    scene = new Scene(view, 1440, 900);
    Styles.apply(scene, theme);
    scene.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> view.key(e));
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(700);
    stage.setTitle("Vethlab");
    settings.get(Settings.Key.WINDOW).flatMap(WindowPlace::of).ifPresent(at -> at.give(stage));
    stage.setOnCloseRequest(this::closing);
    acceptFiles();
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long clock) {
            if (stage.isShowing() && ++pulses == SHOWN) {
              shelf.read();
            }
            studio.tick(System.nanoTime());
            desk.tick(System.nanoTime());
          }
        };
    timer.start();
  }

  public Studio studio() {
    return studio;
  }

  LabShelf shelf() {
    return shelf;
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
    studio.forgetListeners(0);
    studio.listen(this::news);
    actions = actions();
    view = view(view.sizes());
    scene.setRoot(view);
    view.focusCanvas();
  }

  private MainView view(PaneSizes sizes) {
    return new MainView(studio, actions, drawing, shelf, desk, sizes);
  }

  // --- opening ---------------------------------------------------------------------------------

  /** Opens a lab or a script; what is wrong with it is told. */
  public void open(Path path) {
    desk.open(path);
  }

  /** A new, empty lab. */
  public void fresh() {
    desk.fresh(() -> view.showLeft("palette"));
  }

  public Desk desk() {
    return desk;
  }

  /** Something to decide or to know. */
  void ask(Question question) {
    question.onClose(view::closeOverlay);
    view.overlay(question);
  }

  private void closing(WindowEvent e) {
    if (desk.hasUnsaved()) {
      e.consume();
      desk.leave(this::close);
    } else {
      close();
    }
  }

  /** At once, without asking. */
  void close() {
    settings.set(Settings.Key.PANES, view.sizes().text());
    settings.set(Settings.Key.WINDOW, WindowPlace.of(stage).text());
    desk.close();
    timer.stop();
    stage.hide();
  }

  private void acceptFiles() {
    scene.setOnDragOver(e -> {
      if (e.getDragboard().hasFiles()) {
        e.acceptTransferModes(TransferMode.COPY);
      }
    });
    scene.setOnDragDropped(e -> {
      e.setDropCompleted(dropped(e.getDragboard().getFiles()));
    });
  }

  /** Opens the first of what was let go over the window; false where there is nothing. */
  boolean dropped(List<File> files) {
    files.stream().findFirst().map(File::toPath).ifPresent(this::open);
    return !files.isEmpty();
  }

  // --- actions ---------------------------------------------------------------------------------

  private Actions actions() {
    Actions all = new Actions(studio.words());
    new EditActions(this).addTo(all);
    new PlayActions(this).addTo(all);
    new LookActions(this).addTo(all);
    new FileActions(this).addTo(all);
    return all;
  }

  void otherTheme() {
    Theme next = studio.theme().otherShade();
    settings.set(Settings.Key.THEME, word(next.shade()));
    theme(next);
  }

  void otherContrast() {
    Theme next = studio.theme().otherContrast();
    settings.set(Settings.Key.CONTRAST, word(next.contrast()));
    theme(next);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** Shows everything in a theme. */
  void theme(Theme theme) {
    studio.theme(theme);
    Styles.apply(scene, theme);
    rebuild();
  }

  void otherMotion() {
    studio.reducedMotion(!studio.reducedMotion());
    settings.set(Settings.Key.MOTION, studio.reducedMotion() ? "reduced" : "full");
  }

  void otherLanguage() {
    Locale next = studio.words().isChinese() ? Locale.ENGLISH : Locale.CHINESE;
    settings.set(Settings.Key.LANGUAGE, next.getLanguage());
    studio.words(Words.in(next));
    rebuild();
  }
}
