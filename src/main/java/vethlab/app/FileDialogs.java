package vethlab.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Who asks for files: the platform's dialogs, or a test. */
public interface FileDialogs {
  Optional<Path> open(String title);

  Optional<Path> save(String title, String name);

  /** The platform's own. */
  static FileDialogs of(Window window) {
    return new FileDialogs() {
      @Override
      public Optional<Path> open(String title) {
        return path(chooser(title).showOpenDialog(window));
      }

      @Override
      public Optional<Path> save(String title, String name) {
        FileChooser chooser = chooser(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(window));
      }
    };
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    return chooser;
  }

  private static Optional<Path> path(java.io.File file) {
    return Optional.ofNullable(file).map(java.io.File::toPath);
  }
}
