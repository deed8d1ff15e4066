package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Arguments;

/** {@code cut}: -d -f -c -b -s --complement --output-delimiter. */
final class Cut {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("snC", "dfcbO")
          .name("delimiter", 'd')
          .name("fields", 'f')
          .name("characters", 'c')
          .name("bytes", 'b')
          .name("only-delimited", 's')
          .name("output-delimiter", 'O')
          .name("complement", 'C');

  /** From one position to another, counted from 1. */
  private record Range(int from, int to) {}

  private Cut() {}

  static LineFilter make(Arguments options) {
    String list =
        options.value('f').or(() -> options.value('c')).or(() -> options.value('b')).orElse("");
    if (list.isEmpty()) {
      throw new FilterCommand.Usage(
          "you must specify a list of bytes, characters, or fields\n"
              + "Try 'cut --help' for more information.");
    }
    List<Range> ranges = ranges(list);
    boolean inverted = options.has('C');
    if (!options.has('f')) {
      return new Each(line -> characters(LineFilter.stripped(line), ranges, inverted) + "\n");
    }
    String delimiter = options.value('d').orElse("\t");
    if (delimiter.length() > 1) {
      throw new FilterCommand.Usage(
          "the delimiter must be a single character\nTry 'cut --help' for more information.");
    }
    String joint = options.value('O').orElse(delimiter);
    boolean only = options.has('s');
    return new Each(
        line -> fields(LineFilter.stripped(line), delimiter, joint, ranges, only, inverted));
  }

  private static List<Range> ranges(String list) {
    List<Range> ranges = new ArrayList<>();
    for (String one : list.split("[, ]")) {
      if (!one.matches("\\d{1,9}|\\d{1,9}-|-\\d{1,9}|\\d{1,9}-\\d{1,9}")) {
        throw new FilterCommand.Usage(
            "invalid field value ‘" + one + "’\nTry 'cut --help' for more information.");
      }
      int dash = one.indexOf('-');
      int from = dash == 0 ? 1 : Integer.parseInt(dash < 0 ? one : one.substring(0, dash));
      String end = dash < 0 ? one : one.substring(dash + 1);
      ranges.add(new Range(from, end.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(end)));
    }
    return ranges;
  }

  private static boolean wanted(int n, List<Range> ranges, boolean inverted) {
    return ranges.stream().anyMatch(r -> n >= r.from() && n <= r.to()) != inverted;
  }

  private static String characters(String line, List<Range> ranges, boolean inverted) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (wanted(i + 1, ranges, inverted)) {
        kept.append(line.charAt(i));
      }
    }
    return kept.toString();
  }

  private static String fields(
      String line,
      String delimiter,
      String joint,
      List<Range> ranges,
      boolean only,
      boolean inverted) {
    if (!line.contains(delimiter)) {
      return only ? "" : line + "\n";
    }
    String[] all = line.split(java.util.regex.Pattern.quote(delimiter), -1);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (wanted(i + 1, ranges, inverted)) {
        kept.add(all[i]);
      }
    }
    return String.join(joint, kept) + "\n";
  }
}
