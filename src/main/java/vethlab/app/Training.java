package vethlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import vethlab.app.file.AppFolders;
import vethlab.app.theme.Theme;

/** What the window's AOT cache is made from: opens the home page, a lab, and looks at both. */
public final class Training {
  private Training() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> {
      try {
        look(Path.of(System.getProperty("vethlab.home", ".")).resolve("labs"));
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
  }

  private static Path nowhere() {
    return Path.of(System.getProperty("java.io.tmpdir"), "vethlab-training");
  }

  private static void look(Path labs) {
    VethlabWindow window =
        new VethlabWindow(
            new Stage(), labs, AppFolders.below(nowhere()), Words.in(Locale.ENGLISH), Theme.LIGHT);
    window.stage().show();
    window.shelf().ready();
    window.scene().snapshot(null);
    window.open(labs.resolve("bridge"));
    for (int i = 0; i < 200 && window.studio().runner().isRunning(); i++) {
      window.studio().tick(System.nanoTime());
    }
    window.allActions().get("previous").run().run();
    window.scene().snapshot(null);
    window.stage().hide();
  }
}
