package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;

/** The words of a call, read from left to right. */
final class Args {
  private List<String> words;
  private int at;

  Args(List<String> words) {
    this.words = words;
  }

  boolean more() {
    return at < words.size();
  }

  /** The word to be read next; there must be one. */
  String peek() {
    return words.get(at);
  }

  String take() {
    return words.get(at++);
  }

  /** The value of the word just read. */
  String value() {
    if (!more()) {
      throw IpError.incomplete();
    }
    return take();
  }

  /** Skips this word if it comes next; a value must follow it then. */
  void skip(String word) {
    if (more() && peek().equals(word)) {
      take();
      if (!more()) {
        throw IpError.incomplete();
      }
    }
  }

  List<String> rest() {
    return words.subList(at, words.size());
  }

  /** Reads an option written with two dashes as if it had one. */
  Args undashed() {
    if (peek().startsWith("--")) {
      words = new ArrayList<>(words);
      words.set(at, peek().substring(1));
    }
    return this;
  }

  void takeAll() {
    at = words.size();
  }

  int left() {
    return words.size() - at;
  }

  /** Whether the typed word is a non-empty beginning of the full one. */
  static boolean matches(String typed, String full) {
    return !typed.isEmpty() && full.startsWith(typed);
  }
}
