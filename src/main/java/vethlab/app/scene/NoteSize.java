package vethlab.app.scene;

import java.util.ArrayList;
import java.util.List;
import vethlab.app.scene.Scene.Box;
import vethlab.lab.Layout;

/** How a note's text is broken into lines, and how large that makes it. */
public final class NoteSize {
  private static final double WIDTH = 200;
  private static final double LINE = 17;

  private NoteSize() {}

  static Box of(String text, Layout.Place place) {
    double width = place.width() > 0 ? place.width() : WIDTH;
    double height = Math.max(40, 20 + lines(text, width).size() * LINE);
    return new Box(place.x(), place.y(), width, Math.max(height, place.height()));
  }

  /** The text in lines no wider than {@code width}. */
  public static List<String> lines(String text, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split("(?<= )|(?<=[\\u2e80-\\uffef])")) {
        if (!line.isEmpty() && Metrics.sans(line + word.stripTrailing(), false) * 12 > width - 24) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
