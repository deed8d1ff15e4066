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
        VethlabWindow window =
            new VethlabWindow(new Stage(), labs, AppFolders.usual(), language(), theme());
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

  private static Words language() {
    boolean chinese = Locale.getDefault().getLanguage().equals("zh");
    return Words.in(chinese ? Locale.CHINESE : Locale.ENGLISH);
  }

  private static Theme theme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }
}
