package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Arguments;

/** {@code column}: -t -s -o. Without -t lines are printed as they are. */
final class Column {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("tne", "soc")
          .name("table", 't')
          .name("separator", 's')
          .name("output-separator", 'o');

  private Column() {}

  static LineFilter make(Arguments options) {
    if (!options.has('t')) {
      return new Each(line -> line);
    }
    String separators = options.value('s').orElse("");
    String joint = options.value('o').orElse("  ");
    return new Collected((lines, out) -> {
      List<List<String>> rows = new ArrayList<>();
      lines.stream()
          .filter(line -> !line.isBlank())
          .forEach(line -> rows.add(cells(line, separators)));
      List<Integer> widths = widths(rows);
      rows.forEach(row -> out.println(shown(row, widths, joint)));
      return 0;
    });
  }

  private static List<String> cells(String line, String separators) {
    if (separators.isEmpty()) {
      return List.of(line.strip().split("\\s+"));
    }
    return List.of(line.split("[" + java.util.regex.Pattern.quote(separators) + "]", -1));
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        if (i == widths.size()) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    return widths;
  }

  private static String shown(List<String> row, List<Integer> widths, String joint) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      boolean end = i == row.size() - 1;
      line.append(row.get(i));
      if (!end) {
        line.append(" ".repeat(widths.get(i) - row.get(i).length())).append(joint);
      }
    }
    return line.toString();
  }
}
