package vethlab.cli.play;

import java.util.ArrayList;
import java.util.List;

/** A line that is being typed, and those typed before. */
final class LineEditor {
  private final List<String> history = new ArrayList<>();
  private String text = "";
  private int caret;
  private int recalled;

  String text() {
    return text;
  }

  int caret() {
    return caret;
  }

  void set(String line, int at) {
    text = line;
    caret = Math.max(0, Math.min(line.length(), at));
  }

  void insert(String typed) {
    set(text.substring(0, caret) + typed + text.substring(caret), caret + typed.length());
  }

  void backspace() {
    if (caret > 0) {
      int before = text.offsetByCodePoints(caret, -1);
      set(text.substring(0, before) + text.substring(caret), before);
    }
  }

  void delete() {
    if (caret < text.length()) {
      set(text.substring(0, caret) + text.substring(text.offsetByCodePoints(caret, 1)), caret);
    }
  }

  void left() {
    caret = caret == 0 ? 0 : text.offsetByCodePoints(caret, -1);
  }

  void right() {
    caret = caret == text.length() ? caret : text.offsetByCodePoints(caret, 1);
  }

  void home() {
    caret = 0;
  }

  void end() {
    caret = text.length();
  }

  /** Everything before the caret goes. */
  void cutLine() {
    set(text.substring(caret), 0);
  }

  /** The word before the caret goes. */
  void cutWord() {
    String before = text.substring(0, caret).stripTrailing();
    int at = before.lastIndexOf(' ') + 1;
    set(text.substring(0, at) + text.substring(caret), at);
  }

  /** The line is done; it is remembered. */
  String enter() {
    String line = text;
    if (!line.isBlank() && (history.isEmpty() || !history.getLast().equals(line))) {
      history.add(line);
    }
    recalled = history.size();
    set("", 0);
    return line;
  }

  void older() {
    recall(recalled - 1);
  }

  void newer() {
    recall(recalled + 1);
  }

  private void recall(int at) {
    if (at >= 0 && at <= history.size()) {
      recalled = at;
      String line = at == history.size() ? "" : history.get(at);
      set(line, line.length());
    }
  }
}
