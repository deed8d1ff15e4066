package vethlab.app.real;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a command was predicted to put on each interface, beside what it did put there.
 *
 * @param command as it was typed, with its namespace
 */
public record Prediction(String command, List<Line> lines) {
  /**
   * A frame on an interface; an empty text where there was none.
   *
   * @param where NETNS/IFNAME
   */
  public record Line(String where, String simulated, String observed) {
    public boolean agrees() {
      return simulated.equals(observed);
    }
  }

  /** Of two captures as text (vethlab.lab.compare.TraceText): sections by interface. */
  static Prediction of(String command, String simulated, String observed) {
    Map<String, List<String>> left = sections(simulated);
    Map<String, List<String>> right = sections(observed);
    Set<String> interfaces = new LinkedHashSet<>(left.keySet());
    interfaces.addAll(right.keySet());
    List<Line> lines = new ArrayList<>();
    for (String where : interfaces) {
      List<String> a = left.getOrDefault(where, List.of());
      List<String> b = right.getOrDefault(where, List.of());
      for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
        lines.add(new Line(where, i < a.size() ? a.get(i) : "", i < b.size() ? b.get(i) : ""));
      }
    }
    return new Prediction(command, lines);
  }

  private static Map<String, List<String>> sections(String text) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        section = new ArrayList<>();
        sections.put(line.substring(2), section);
      } else {
        section.add(line);
      }
    }
    return sections;
  }

  /** The place of the first line that differs. */
  public OptionalInt firstDifference() {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).agrees()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
