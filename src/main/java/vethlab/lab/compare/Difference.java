package vethlab.lab.compare;

import java.util.List;
import java.util.Optional;

/**
 * The first line in which two texts differ.
 *
 * @param line counted from 1
 * @param section the last line before it that begins with #, empty where none does
 * @param expected empty where the first text has ended
 */
public record Difference(int line, String section, String expected, String actual) {

  public static Optional<Difference> between(String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    String section = "";
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String a = i < left.size() ? left.get(i) : "";
      String b = i < right.size() ? right.get(i) : "";
      if (!a.equals(b)) {
        return Optional.of(new Difference(i + 1, section, a, b));
      }
      if (a.startsWith("#")) {
        section = a;
      }
    }
    return Optional.empty();
  }
}
