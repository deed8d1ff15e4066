package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;

/** The lines of {@code -batch}: comments, lines that go on after a backslash, quoted words. */
final class Batch {

  /** Runs a line's words and gives its status. */
  interface Line {
    int run(Host host, List<String> words);
  }

  private final String name;
  private final List<String> lines;

  Batch(String name, String text) {
    this.name = name;
    this.lines = List.of(text.split("\n", -1));
  }

  int run(Host host, Line line) {
    int status = 0;
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder text = new StringBuilder(uncommented(lines.get(i)));
      while (text.toString().endsWith("\\") && i + 1 < lines.size()) {
        text.setLength(text.length() - 1);
        text.append(uncommented(lines.get(++i)));
      }
      List<String> words = words(text.toString());
      if (!words.isEmpty() && line.run(host, words) != 0) {
        host.warn("Command failed " + name + ":" + (i + 1) + "\n");
        status = 1;
        if (host.options().force == 0) {
          break;
        }
      }
    }
    return status;
  }

  private static String uncommented(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '\'' || c == '"') {
        int end = line.indexOf(c, at + 1);
        if (end < 0) {
          throw IpError.exit("Unterminated quoted string\n", 1);
        }
        words.add(line.substring(at + 1, end));
        at = end + 1;
      } else {
        int end = at;
        while (end < line.length() && " \t\r".indexOf(line.charAt(end)) < 0) {
          end++;
        }
        words.add(line.substring(at, end));
        at = end;
      }
    }
    return words;
  }
}
