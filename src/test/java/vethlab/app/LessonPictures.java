package vethlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import vethlab.app.file.AppFolders;
import vethlab.app.lesson.LessonRun;
import vethlab.app.theme.Theme;

/**
 * A picture of the window at every stop of a lab's lesson, in both languages, light and dark:
 * {@code LAB FOLDER [en|zh light|dark]}. Look at each: text and drawing speak of the same thing,
 * nothing is cut off.
 */
public final class LessonPictures {
  private LessonPictures() {}

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    for (String language : new String[] {"en", "zh"}) {
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        if (args.length < 4 || args[2].equals(language) && args[3].equals(name(theme))) {
          take(Path.of(args[0]), Path.of(args[1]), language, theme);
        }
      }
    }
    System.exit(0);
  }

  /** On the toolkit's thread; what was to be done later there is done before the next. */
  private static <T> T there(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get();
  }

  private static void take(Path lab, Path folder, String language, Theme theme) throws Exception {
    Files.createDirectories(folder);
    VethlabWindow window = there(() -> open(lab, language, theme));
    LessonRun run = window.studio().teaching().orElseThrow().run();
    for (int i = 0; i < run.stops().size(); i++) {
      int stop = i;
      there(() -> {
        if (stop > 0) {
          window.allActions().get("lesson-next").run().run();
        }
        Snapshot.settle(window);
        return stop;
      });
      there(() -> {
        int step = run.stop().place().step() + 1;
        String name =
            "%s-%02d-%d-%s-%s.png".formatted(lab.getFileName(), stop, step, language, name(theme));
        Snapshot.settle(window);
        Snapshot.shoot(window, folder.resolve(name));
        return stop;
      });
    }
    there(() -> {
      window.close();
      return run;
    });
  }

  private static VethlabWindow open(Path lab, String language, Theme theme) throws IOException {
    VethlabWindow window =
        new VethlabWindow(
            new Stage(),
            lab.toAbsolutePath().getParent(),
            AppFolders.below(Files.createTempDirectory("vethlab")),
            Words.in(Locale.of(language)),
            theme);
    window.studio().reducedMotion(true);
    window.stage().show();
    window.open(lab);
    Snapshot.settle(window);
    return window;
  }

  private static String name(Theme theme) {
    return theme == Theme.DARK ? "dark" : "light";
  }
}
