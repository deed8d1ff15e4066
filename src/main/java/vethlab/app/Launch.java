package vethlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.stage.Stage;
import vethlab.app.file.AppFolders;
import vethlab.app.file.Settings;
import vethlab.app.theme.Theme;

/** Starts the toolkit and opens the window; no JavaFX application class, which starts slower. */
public final class Launch {
  private Launch() {}

  /**
   * Shows the window and returns when it is closed.
   *
   * @param lab a lab or script to open at once
   * @param labs the folder of the labs that come with Vethlab
   */
  public static void open(Optional<Path> lab, Path labs) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Platform.startup(() -> {
      try {
        VethlabWindow window = open(labs, AppFolders.usual());
        window.stage().setOnHidden(e -> closed.countDown());
        window.stage().show();
        lab.ifPresent(window::open);
        window.desk().offerLeftBehind();
      } catch (RuntimeException | Error e) {
        failed.set(e);
        closed.countDown();
      }
    });
    closed.await();
    Platform.exit();
    if (failed.get() != null) {
      throw new IllegalStateException(failed.get());
    }
  }

  private static VethlabWindow open(Path labs, AppFolders folders) {
    Settings settings = new Settings(folders);
    String language = settings.get(Settings.Key.LANGUAGE).orElse(Locale.getDefault().getLanguage());
    Words words = Words.in(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    VethlabWindow window = new VethlabWindow(new Stage(), labs, folders, words, theme(settings));
    Platform.Preferences system = Platform.getPreferences();
    if (settings.get(Settings.Key.MOTION).isEmpty()) {
      window.studio().reducedMotion(system.isReducedMotion());
    }
    system.colorSchemeProperty().addListener(o -> window.theme(theme(new Settings(folders))));
    system.addListener(
        (MapChangeListener<String, Object>)
            change -> {
              if (SystemContrast.isAbout(change.getKey())) {
                window.theme(theme(new Settings(folders)));
              }
            });
    return window;
  }

  /** What was chosen by hand; what was not follows the system. */
  private static Theme theme(Settings settings) {
    Platform.Preferences system = Platform.getPreferences();
    Theme.Shade shade =
        settings
            .get(Settings.Key.THEME)
            .map(word -> word.equals("dark") ? Theme.Shade.DARK : Theme.Shade.LIGHT)
            .orElseGet(() ->
                system.getColorScheme() == ColorScheme.DARK ? Theme.Shade.DARK : Theme.Shade.LIGHT);
    Theme.Contrast contrast =
        settings
            .get(Settings.Key.CONTRAST)
            .map(word -> word.equals("high") ? Theme.Contrast.HIGH : Theme.Contrast.USUAL)
            .orElseGet(() -> SystemContrast.of(system));
    return Theme.of(shade, contrast);
  }
}
