package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import vethlab.app.theme.Theme;
import vethlab.app.view.MainView;
import vethlab.linux.agent.Launch;

/** The script that keeps pictures of the window leaves no pane out. */
class PanePicturesTest extends WindowTest {
  private static final String VIEWS = MainView.class.getPackageName();

  @Test
  void every_pane_is_in_a_picture_and_every_picture_shows_something() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (PanePictures.Shot shot : PanePictures.ALL) {
      if (!shot.onKernel() || Launch.obstacle().isEmpty()) {
        FutureTask<Set<String>> taking = new FutureTask<>(() -> take(shot));
        Platform.runLater(taking);
        seen.addAll(taking.get());
      }
    }
    Set<String> missing = panes();
    missing.removeAll(seen);
    if (Launch.obstacle().isPresent()) {
      missing.removeIf(name -> name.matches("Kernel.*|Real.*|FramesPane|PredictionPane"));
    }
    assertThat(missing).as("panes in no picture").isEmpty();
  }

  /** The panes that a picture shows. */
  private static Set<String> take(PanePictures.Shot shot) throws IOException {
    VethlabWindow window = PanePictures.window(Theme.LIGHT, Words.in(Locale.ENGLISH));
    try {
      Snapshot snapshot = new Snapshot(window);
      shot.acts().forEach(snapshot::act);
      assertThat(colours(snapshot.taken())).as("colours of " + shot.name()).isGreaterThan(12);
      Set<String> names = new TreeSet<>();
      collect(window.scene().getRoot(), names);
      return names;
    } finally {
      window.close();
    }
  }

  private static void collect(Node node, Set<String> names) {
    if (node.getClass().getPackageName().equals(VIEWS) && node.isVisible()) {
      names.add(node.getClass().getSimpleName());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, names));
    }
  }

  private static long colours(WritableImage image) {
    PixelReader pixels = image.getPixelReader();
    Set<Integer> colours = new TreeSet<>();
    for (int y = 0; y < image.getHeight(); y += 7) {
      for (int x = 0; x < image.getWidth(); x += 5) {
        colours.add(pixels.getArgb(x, y));
      }
    }
    return colours.size();
  }

  /**
   * All that the window is made of, but for the cells of lists and what is only a base of others.
   */
  private static Set<String> panes() throws Exception {
    Path classes =
        Path.of(MainView.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(VIEWS.replace('.', '/'));
    try (Stream<Path> files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.class$", ""))
          .filter(name -> !name.contains("$") && !name.equals("package-info"))
          .filter(PanePicturesTest::isPane)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isPane(String name) {
    try {
      Class<?> type = Class.forName(VIEWS + "." + name);
      return Node.class.isAssignableFrom(type)
          && !Cell.class.isAssignableFrom(type)
          && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
