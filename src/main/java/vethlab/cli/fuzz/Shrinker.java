package vethlab.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Makes a script small that shows something: delta debugging over its lines. */
public final class Shrinker {
  private Shrinker() {}

  /**
   * The smallest script found of which {@code shows} still holds, looked for while {@code goOn}.
   */
  public static List<String> shrink(
      List<String> lines, Predicate<List<String>> shows, BooleanSupplier goOn) {
    List<String> best = lines;
    int chunk = Math.max(1, lines.size() / 2);
    while (goOn.getAsBoolean()) {
      boolean smaller = false;
      for (int from = 0; from < best.size() && goOn.getAsBoolean(); ) {
        List<String> without = new ArrayList<>(best);
        without.subList(from, Math.min(best.size(), from + chunk)).clear();
        if (!without.isEmpty() && shows.test(without)) {
          best = without;
          smaller = true;
        } else {
          from += chunk;
        }
      }
      if (chunk == 1 && !smaller) {
        break;
      }
      chunk = Math.max(1, chunk / 2);
    }
    return best;
  }
}
