package vethlab.app.view;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the panes around the canvas are arranged, to be found again at the next start.
 *
 * @param left width of the left pane, in pixels; {@code right} of the right one
 * @param below height of the lower one
 * @param events how much of the lower one the events take, of 1
 */
public record PaneSizes(double left, double right, double below, double events, Set<Panel> hidden) {
  public static final PaneSizes USUAL = new PaneSizes(288, 336, 293, 0.62, Set.of());

  private static final double LEAST = 90;
  private static final double MOST = 2_000;

  public PaneSizes {
    hidden = Set.copyOf(hidden);
  }

  /** As it was written; the usual ones where that cannot be read. */
  public static PaneSizes of(String text) {
    String[] words = text.strip().split(" ");
    try {
      double[] sizes = Arrays.stream(words).limit(4).mapToDouble(Double::parseDouble).toArray();
      if (sizes.length < 4) {
        return USUAL;
      }
      Set<Panel> hidden = EnumSet.noneOf(Panel.class);
      for (String word : Arrays.asList(words).subList(4, words.length)) {
        hidden.add(Panel.valueOf(word.toUpperCase(Locale.ROOT)));
      }
      return new PaneSizes(
          Math.clamp(sizes[0], LEAST, MOST),
          Math.clamp(sizes[1], LEAST, MOST),
          Math.clamp(sizes[2], LEAST, MOST),
          Math.clamp(sizes[3], 0.1, 0.9),
          hidden);
    } catch (IllegalArgumentException e) {
      return USUAL;
    }
  }

  /** To be read again by {@link #of}. */
  public String text() {
    String sizes = String.format(Locale.ROOT, "%.0f %.0f %.0f %.2f", left, right, below, events);
    String names =
        hidden.stream()
            .sorted()
            .map(each -> " " + each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return sizes + names;
  }

  PaneSizes toggled(Panel panel) {
    Set<Panel> now = EnumSet.noneOf(Panel.class);
    now.addAll(hidden);
    if (!now.remove(panel)) {
      now.add(panel);
    }
    return new PaneSizes(left, right, below, events, now);
  }
}
