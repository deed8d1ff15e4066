package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The current record and its fields. */
final class AwkRecord {
  private String whole = "";
  private List<String> fields = new ArrayList<>();
  private boolean split = true;

  AwkRecord copy() {
    AwkRecord copy = new AwkRecord();
    copy.whole = whole;
    copy.fields = new ArrayList<>(fields);
    copy.split = split;
    return copy;
  }

  void set(String text) {
    whole = text;
    split = false;
  }

  static List<String> cut(String text, String separator) {
    List<String> parts = new ArrayList<>();
    if (separator.equals(" ")) {
      for (String word : text.strip().split("[ \t\n]+")) {
        parts.add(word);
      }
      return parts.size() == 1 && parts.getFirst().isEmpty() ? new ArrayList<>() : parts;
    }
    if (text.isEmpty()) {
      return parts;
    }
    String regex =
        separator.length() == 1 && !separator.equals("\\")
            ? Pattern.quote(separator)
            : separator.isEmpty() ? "" : PosixRegex.extended(separator);
    parts.addAll(List.of(text.split(regex, -1)));
    return parts;
  }

  private void cut(String separator, boolean force) {
    if (!split || force) {
      fields = cut(whole, separator);
      split = true;
    }
  }

  int count(String separator) {
    cut(separator, false);
    return fields.size();
  }

  AwkValue get(int n, String separator) {
    if (n == 0) {
      return new AwkValue.Input(whole);
    }
    cut(separator, false);
    return n <= fields.size() ? new AwkValue.Input(fields.get(n - 1)) : AwkValue.UNSET;
  }

  void set(int n, String text, String separator, String joint) {
    if (n == 0) {
      set(text);
      return;
    }
    cut(separator, false);
    resize(Math.max(n, fields.size()));
    fields.set(n - 1, text);
    whole = String.join(joint, fields);
  }

  private void resize(int size) {
    while (fields.size() < size) {
      fields.add("");
    }
    while (fields.size() > size) {
      fields.removeLast();
    }
  }

  void setCount(int n, String separator, String joint) {
    cut(separator, false);
    resize(n);
    whole = String.join(joint, fields);
  }
}
