package vethlab.op.iptables.parse;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line of iptables-save's into words. Source: iptables xshared.c add_param_to_argv. */
public final class SaveLine {
  private SaveLine() {}

  /**
   * Words are parted by blanks; in double quotes blanks stay and a backslash takes the next as it
   * is.
   */
  public static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c == '\\' && i + 1 < line.length()) {
          word.append(line.charAt(++i));
          continue;
        }
        if (c != '"') {
          word.append(c);
          continue;
        }
        quoted = false;
        words.add(word.toString());
        word.setLength(0);
      } else if (c == '"') {
        quoted = true;
      } else if (c != ' ' && c != '\t' && c != '\n') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
