package vethlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.doc.Document;
import vethlab.app.file.AppFolders;
import vethlab.app.theme.Theme;

/** Tests that have a window of their own, on the toolkit's thread. */
abstract class WindowTest {
  interface Body {
    void run(VethlabWindow window, Hand hand) throws Exception;
  }

  @BeforeAll
  static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      started.await();
    } catch (IllegalStateException alreadyStarted) {
      // another test class has
    }
  }

  @TempDir Path home;

  /** Where this test's windows keep drafts and settings. */
  AppFolders folders() {
    return AppFolders.below(home);
  }

  /** An empty document in a window. */
  void inWindow(Body body) throws Exception {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      VethlabWindow window =
          new VethlabWindow(
              new Stage(), Path.of("labs"), folders(), Words.in(Locale.ENGLISH), Theme.LIGHT);
      try {
        window.stage().show();
        window.studio().reducedMotion(true);
        window.fresh();
        Hand hand = new Hand(window);
        hand.settle();
        body.run(window, hand);
      } catch (Throwable e) {
        failed.set(e);
      } finally {
        window.close();
        done.countDown();
      }
    });
    if (!done.await(240, TimeUnit.SECONDS)) {
      throw new AssertionError("the window does not answer");
    }
    if (failed.get() != null) {
      throw new AssertionError(failed.get());
    }
  }

  static Document doc(VethlabWindow window) {
    return window.studio().doc();
  }
}
