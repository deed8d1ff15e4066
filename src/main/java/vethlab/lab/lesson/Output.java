package vethlab.lab.lesson;

import java.util.List;

/** What commands print: lines, of which {@code ...} stands for any number of lines. */
public record Output(List<String> lines) {
  static final String ANY = "...";

  public static Output of(String text) {
    return new Output(text.lines().map(String::stripTrailing).toList());
  }

  /** Whether somebody printed this; blanks at the end of a line don't count. */
  public boolean matches(String printed) {
    return matches(0, of(printed).lines, 0);
  }

  private boolean matches(int at, List<String> printed, int line) {
    if (at == lines.size()) {
      return line == printed.size();
    }
    if (!lines.get(at).strip().equals(ANY)) {
      return line < printed.size()
          && lines.get(at).equals(printed.get(line))
          && matches(at + 1, printed, line + 1);
    }
    for (int next = line; next <= printed.size(); next++) {
      if (matches(at + 1, printed, next)) {
        return true;
      }
    }
    return false;
  }

  public String text() {
    return String.join("\n", lines);
  }
}
