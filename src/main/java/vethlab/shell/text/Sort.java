package vethlab.shell.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.shell.Arguments;

/** {@code sort}: -n -r -u -f -b -V -h -s -k -t -c; in the C locale's order. */
final class Sort {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("nrufbdVhscgMz", "kto")
          .name("numeric-sort", 'n')
          .name("reverse", 'r')
          .name("unique", 'u')
          .name("ignore-case", 'f')
          .name("version-sort", 'V')
          .name("key", 'k')
          .name("field-separator", 't')
          .name("stable", 's')
          .name("human-numeric-sort", 'h');

  private static final Pattern KEY =
      Pattern.compile("(\\d+)(?:\\.(\\d+))?([a-zA-Z]*)(?:,(\\d+)(?:\\.(\\d+))?([a-zA-Z]*))?");
  private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?\\d*\\.?\\d*)([KMGT]?)");

  /** A part of the line to compare, and how. */
  private record Key(int first, int firstChar, int last, String letters) {}

  private Sort() {}

  static LineFilter make(Arguments options) {
    Comparator<String> order = comparator(options);
    return new Collected((lines, out) -> {
      List<String> sorted = new ArrayList<>(lines);
      sorted.sort(order);
      String before = null;
      for (String line : sorted) {
        if (!options.has('u') || before == null || order.compare(before, line) != 0) {
          out.println(line);
        }
        before = line;
      }
      return 0;
    });
  }

  private static Comparator<String> comparator(Arguments options) {
    String global = letters(options);
    Comparator<String> order = null;
    for (String text : options.values('k')) {
      Key key = key(text, global);
      Comparator<String> one = byKey(key, options.value('t').orElse(""));
      order = order == null ? one : order.thenComparing(one);
    }
    if (order == null) {
      order = (a, b) -> compare(a, b, global);
      order = options.has('r') ? order.reversed() : order;
    }
    boolean lastResort = !options.has('s') && !options.has('u');
    Comparator<String> bytes =
        options.has('r') ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return lastResort ? order.thenComparing(bytes) : order;
  }

  private static String letters(Arguments options) {
    StringBuilder letters = new StringBuilder();
    for (char letter : "nrfbVhg".toCharArray()) {
      if (options.has(letter)) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }

  private static Key key(String text, String global) {
    Matcher m = KEY.matcher(text);
    if (!m.matches()) {
      throw new FilterCommand.Usage(
          "invalid number at field start: invalid count at start of ‘" + text + "’");
    }
    String own = m.group(3) + (m.group(6) == null ? "" : m.group(6));
    int last = m.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(m.group(4));
    int character = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
    return new Key(Integer.parseInt(m.group(1)), character, last, own.isEmpty() ? global : own);
  }

  private static Comparator<String> byKey(Key key, String separator) {
    Comparator<String> order =
        (a, b) -> compare(part(a, key, separator), part(b, key, separator), key.letters());
    return key.letters().contains("r") ? order.reversed() : order;
  }

  private static String part(String line, Key key, String separator) {
    List<String> fields = fields(line, separator);
    StringBuilder part = new StringBuilder();
    for (int i = key.first() - 1; i < Math.min(fields.size(), key.last()); i++) {
      if (!part.isEmpty()) {
        part.append(separator);
      }
      part.append(fields.get(i));
    }
    String text = part.toString();
    if (key.letters().contains("b")) {
      text = text.stripLeading();
    }
    return key.firstChar() <= 1
        ? text
        : text.substring(Math.min(text.length(), key.firstChar() - 1));
  }

  /** Without a separator a field begins with the blanks before it. */
  private static List<String> fields(String line, String separator) {
    if (!separator.isEmpty()) {
      return List.of(line.split(Pattern.quote(separator), -1));
    }
    List<String> fields = new ArrayList<>();
    Matcher m = Pattern.compile("[ \t]*[^ \t]+").matcher(line);
    while (m.find()) {
      fields.add(m.group());
    }
    return fields;
  }

  private static int compare(String a, String b, String letters) {
    if (letters.contains("n") || letters.contains("g") || letters.contains("h")) {
      return Double.compare(number(a), number(b));
    }
    if (letters.contains("V")) {
      return version(a.strip(), b.strip());
    }
    if (letters.contains("f")) {
      return a.toUpperCase(java.util.Locale.ROOT).compareTo(b.toUpperCase(java.util.Locale.ROOT));
    }
    return a.compareTo(b);
  }

  private static double number(String text) {
    Matcher m = NUMBER.matcher(text);
    if (!m.lookingAt() || !m.group(1).matches(".*\\d.*")) {
      return 0;
    }
    int unit = m.group(2).isEmpty() ? 0 : "KMGT".indexOf(m.group(2)) + 1;
    return Double.parseDouble(m.group(1)) * Math.pow(1024, unit);
  }

  private static int version(String a, String b) {
    Pattern piece = Pattern.compile("\\d+|\\D+");
    Matcher x = piece.matcher(a);
    Matcher y = piece.matcher(b);
    while (true) {
      boolean more = x.find();
      boolean other = y.find();
      if (!more || !other) {
        return Boolean.compare(more, other);
      }
      int order =
          Character.isDigit(x.group().charAt(0)) && Character.isDigit(y.group().charAt(0))
              ? new java.math.BigInteger(x.group()).compareTo(new java.math.BigInteger(y.group()))
              : x.group().compareTo(y.group());
      if (order != 0) {
        return order;
      }
    }
  }
}
