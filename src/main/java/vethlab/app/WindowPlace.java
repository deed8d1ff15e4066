package vethlab.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where a window stands and how large it is, to be found again at the next start. */
record WindowPlace(double x, double y, double width, double height, State state) {
  enum State {
    USUAL,
    MAXIMIZED
  }

  /** As it was written; nothing where that cannot be read. */
  static Optional<WindowPlace> of(String text) {
    String[] words = text.strip().split(" ");
    try {
      double[] at = Arrays.stream(words).limit(4).mapToDouble(Double::parseDouble).toArray();
      State state = State.valueOf(words[words.length - 1].toUpperCase(Locale.ROOT));
      return at.length < 4
          ? Optional.empty()
          : Optional.of(new WindowPlace(at[0], at[1], at[2], at[3], state));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static WindowPlace of(Stage stage) {
    return new WindowPlace(
        stage.getX(),
        stage.getY(),
        stage.getWidth(),
        stage.getHeight(),
        stage.isMaximized() ? State.MAXIMIZED : State.USUAL);
  }

  /** To be read again by {@link #of(String)}. */
  String text() {
    String word = state.name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "%.0f %.0f %.0f %.0f %s", x, y, width, height, word);
  }

  /** Puts a window there, as far as there is a screen there still. */
  void give(Stage stage) {
    if (state == State.MAXIMIZED) {
      stage.setMaximized(true);
      return;
    }
    stage.setWidth(Math.max(width, stage.getMinWidth()));
    stage.setHeight(Math.max(height, stage.getMinHeight()));
    if (!Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
  }
}
