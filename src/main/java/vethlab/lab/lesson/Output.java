package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** The first line that is not printed where it should be; empty where all of them are. */
  public Optional<String> missing(String printed) {
    for (int known = lines.size() - 1; known >= 0; known--) {
      List<String> begun = new ArrayList<>(lines.subList(0, known));
      begun.add(ANY);
      if (new Output(begun).matches(printed)) {
        List<String> more = new ArrayList<>(lines.subList(0, known + 1));
        more.add(ANY);
        return new Output(more).matches(printed) ? Optional.empty() : Optional.of(lines.get(known));
      }
    }
    return Optional.empty();
  }

  public String text() {
    return String.join("\n", lines);
  }
}
