package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Files;

/** What is being made of words: their pieces come one by one, some after a command has run. */
final class Expansion {

  /** What the words are expanded to. */
  enum Mode {
    /** Words of a command: split at IFS, patterns become paths. */
    FIELDS,
    /** One string. */
    VALUE,
    /** A pattern: what was quoted is protected. */
    PATTERN,
    /** A regular expression: what was quoted is protected. */
    REGEX
  }

  /** What has ended the current field, if anything has. */
  private enum Boundary {
    NONE,
    BLANK,
    SEPARATOR
  }

  private final Mode mode;
  private final List<String> fields;
  private final StringBuilder text;
  private StringBuilder pattern;
  private boolean exists;
  private Boundary boundary = Boundary.NONE;

  Expansion(Mode mode) {
    this.mode = mode;
    fields = new ArrayList<>();
    text = new StringBuilder();
  }

  private Expansion(Expansion other) {
    mode = other.mode;
    fields = new ArrayList<>(other.fields);
    text = new StringBuilder(other.text);
    pattern = other.pattern == null ? null : new StringBuilder(other.pattern);
    exists = other.exists;
    boundary = other.boundary;
  }

  Expansion copy() {
    return new Expansion(this);
  }

  Mode mode() {
    return mode;
  }

  /** A whole word without anything to expand. */
  void field(String word) {
    fields.add(word);
  }

  /** Unquoted text of the script: not split, but its pattern characters count. */
  void literal(String more) {
    fresh();
    exists = true;
    addActive(more);
  }

  /** Text that stands for itself. */
  void quoted(String more) {
    fresh();
    exists = true;
    switch (mode) {
      case VALUE -> text.append(more);
      case PATTERN -> text.append(Glob.quote(more));
      case REGEX -> text.append(quoteRegex(more));
      case FIELDS -> {
        text.append(more);
        if (pattern != null) {
          pattern.append(Glob.quote(more));
        }
      }
    }
  }

  private static String quoteRegex(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
  }

  /** The result of an unquoted expansion: split at the characters of {@code ifs}. */
  void split(String value, String ifs) {
    if (mode != Mode.FIELDS) {
      if (!value.isEmpty()) {
        exists = true;
        text.append(value);
      }
      return;
    }
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (ifs.indexOf(c) >= 0) {
        addPiece(value.substring(start, i));
        start = i + 1;
        if (c == ' ' || c == '\t' || c == '\n') {
          blank();
        } else {
          separator();
        }
      }
    }
    addPiece(value.substring(start));
  }

  private void blank() {
    if (exists && boundary == Boundary.NONE) {
      boundary = Boundary.BLANK;
    }
  }

  /** A separator that is no blank: two of them have an empty field between them. */
  private void separator() {
    if (boundary == Boundary.SEPARATOR) {
      finish();
    }
    exists = true;
    boundary = Boundary.SEPARATOR;
  }

  private void addPiece(String piece) {
    if (!piece.isEmpty()) {
      fresh();
      exists = true;
      addActive(piece);
    }
  }

  private void addActive(String more) {
    if (mode == Mode.FIELDS && pattern == null && Glob.hasSpecial(more)) {
      pattern = new StringBuilder(Glob.quote(text.toString()));
    }
    text.append(more);
    if (pattern != null) {
      pattern.append(more.replace("\\", "\\\\"));
    }
  }

  /** What follows belongs to another field, as between the elements of {@code "$@"}. */
  void nextField(boolean quoted) {
    if (mode != Mode.FIELDS) {
      text.append(' ');
    } else if (quoted) {
      fresh();
      exists = true;
      boundary = Boundary.BLANK;
    } else {
      blank();
    }
  }

  private void fresh() {
    if (boundary != Boundary.NONE) {
      finish();
    }
  }

  private void finish() {
    if (exists) {
      fields.add(text.toString());
    }
    text.setLength(0);
    pattern = null;
    exists = false;
    boundary = Boundary.NONE;
  }

  /** The word is over. */
  void endWord(Files files, boolean dropsUnmatched) {
    boundary = Boundary.NONE;
    if (pattern != null && Glob.isPattern(pattern.toString())) {
      List<String> paths = Glob.paths(pattern.toString(), files);
      if (!paths.isEmpty() || dropsUnmatched) {
        fields.addAll(paths);
        exists = false;
      }
    }
    finish();
  }

  /** The word is over and its patterns are not looked up. */
  void endWord() {
    boundary = Boundary.NONE;
    finish();
  }

  /** The first word that is complete; empty when there is none. */
  String first() {
    return fields.isEmpty() ? "" : fields.getFirst();
  }

  List<String> fields() {
    return List.copyOf(fields);
  }

  String value() {
    return text.toString();
  }
}
