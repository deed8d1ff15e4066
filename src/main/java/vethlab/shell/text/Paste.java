package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code paste}: -d -s. */
final class Paste implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("s", "d").name("serial", 's').name("delimiters", 'd');

  private final boolean serial;
  private final String delimiters;
  private final List<List<String>> files = new ArrayList<>();

  private Paste(boolean serial, String delimiters) {
    this.serial = serial;
    this.delimiters = delimiters;
  }

  static LineFilter make(Arguments options, List<String> files) {
    String delimiters = options.value('d').orElse("\t").replace("\\n", "\n").replace("\\t", "\t");
    if (!options.has('s') && files.stream().filter("-"::equals).count() > 1) {
      int columns = files.size();
      files.clear();
      return new Collected((lines, out) -> inColumns(lines, columns, delimiters, out));
    }
    return new Paste(options.has('s'), delimiters);
  }

  private static int inColumns(List<String> lines, int columns, String delimiters, Output out) {
    for (int i = 0; i < lines.size(); i += columns) {
      List<String> row = new ArrayList<>(lines.subList(i, Math.min(lines.size(), i + columns)));
      while (row.size() < columns) {
        row.add("");
      }
      out.println(joined(row, delimiters));
    }
    return 0;
  }

  @Override
  public LineFilter copy() {
    Paste copy = new Paste(serial, delimiters);
    files.forEach(lines -> copy.files.add(new ArrayList<>(lines)));
    return copy;
  }

  @Override
  public void file(String name, Output out) {
    files.add(new ArrayList<>());
  }

  @Override
  public void line(String line, Output out) {
    files.getLast().add(LineFilter.stripped(line));
  }

  private static String joined(List<String> words, String delimiters) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && !delimiters.isEmpty()) {
        line.append(delimiters.charAt((i - 1) % delimiters.length()));
      }
      line.append(words.get(i));
    }
    return line.toString();
  }

  @Override
  public int end(Output out) {
    if (serial) {
      files.forEach(lines -> out.println(joined(lines, delimiters)));
      return 0;
    }
    int rows = files.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < rows; i++) {
      List<String> row = new ArrayList<>();
      for (List<String> file : files) {
        row.add(i < file.size() ? file.get(i) : "");
      }
      out.println(joined(row, delimiters));
    }
    return 0;
  }
}
