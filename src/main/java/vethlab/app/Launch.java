package vethlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
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
    Optional<String> theme = settings.get(Settings.Key.THEME);
    String language = settings.get(Settings.Key.LANGUAGE).orElse(Locale.getDefault().getLanguage());
    Words words = Words.in(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    Theme look = theme.map(Launch::theme).orElseGet(Launch::systemTheme);
    VethlabWindow window = new VethlabWindow(new Stage(), labs, folders, words, look);
    Platform.Preferences system = Platform.getPreferences();
    if (settings.get(Settings.Key.MOTION).isEmpty()) {
      window.studio().reducedMotion(system.isReducedMotion());
    }
    system
        .colorSchemeProperty()
        .addListener((o, was, is) -> {
          if (new Settings(folders).get(Settings.Key.THEME).isEmpty()) {
            window.theme(systemTheme());
          }
        });
    return window;
  }

  private static Theme theme(String word) {
    return word.equals("dark") ? Theme.DARK : Theme.LIGHT;
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }
}
