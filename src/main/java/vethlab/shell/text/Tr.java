package vethlab.shell.text;

import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code tr}: -d -s -c; ranges, classes and escapes. */
final class Tr implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("dscCt", "")
          .name("delete", 'd')
          .name("squeeze-repeats", 's')
          .name("complement", 'c')
          .inOrder();

  private final Arguments options;
  private final String from;
  private final String to;
  private char last = '\0';

  private Tr(Arguments options, String from, String to) {
    this.options = options;
    this.from = from;
    this.to = to;
  }

  static LineFilter make(Arguments options, List<String> words) {
    if (words.isEmpty()) {
      throw new FilterCommand.Usage("missing operand\nTry 'tr --help' for more information.");
    }
    String from = expand(words.removeFirst());
    String to = words.isEmpty() ? "" : expand(words.removeFirst());
    if (to.isEmpty() && !options.has('d') && !options.has('s')) {
      throw new FilterCommand.Usage("missing operand after ‘" + from + "’");
    }
    return new Tr(options, from, to);
  }

  private static String expand(String set) {
    StringBuilder all = new StringBuilder();
    int i = 0;
    while (i < set.length()) {
      int end = set.indexOf(":]", i);
      if (set.startsWith("[:", i) && end > 0) {
        addClass(set.substring(i + 2, end), all);
        i = end + 2;
        continue;
      }
      char c = set.charAt(i++);
      if (c == '\\' && i < set.length()) {
        c = escape(set, i);
        i += set.charAt(i) >= '0' && set.charAt(i) <= '7' ? octal(set, i) : 1;
      }
      if (i + 1 < set.length() && set.charAt(i) == '-') {
        char high = set.charAt(i + 1);
        for (char x = c; x <= high; x++) {
          all.append(x);
        }
        i += 2;
      } else {
        all.append(c);
      }
    }
    return all.toString();
  }

  private static int octal(String set, int at) {
    int n = 0;
    while (n < 3
        && at + n < set.length()
        && set.charAt(at + n) >= '0'
        && set.charAt(at + n) <= '7') {
      n++;
    }
    return n;
  }

  private static char escape(String set, int at) {
    char c = set.charAt(at);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'v' -> '\u000b';
      default -> {
        int digits = octal(set, at);
        yield digits == 0 ? c : (char) Integer.parseInt(set.substring(at, at + digits), 8);
      }
    };
  }

  private static void addClass(String name, StringBuilder all) {
    for (char c = 0; c < 128; c++) {
      boolean in =
          switch (name) {
            case "alpha" -> Character.isLetter(c);
            case "digit" -> Character.isDigit(c);
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> " \t\n\r\f\u000b".indexOf(c) >= 0;
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
            case "xdigit" -> Character.digit(c, 16) >= 0;
            case "cntrl" -> c < ' ' || c == 127;
            case "print" -> c >= ' ' && c < 127;
            case "graph" -> c > ' ' && c < 127;
            default -> throw new FilterCommand.Usage("invalid character class ‘" + name + "’");
          };
      if (in) {
        all.append(c);
      }
    }
  }

  @Override
  public LineFilter copy() {
    Tr copy = new Tr(options, from, to);
    copy.last = last;
    return copy;
  }

  private boolean isFrom(char c) {
    return from.indexOf(c) >= 0 != (options.has('c') || options.has('C'));
  }

  @Override
  public void line(String line, Output out) {
    String squeezed = options.has('d') || !to.isEmpty() ? to : "";
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean found = isFrom(c);
      if (found && options.has('d')) {
        continue;
      }
      if (found && !to.isEmpty() && !options.has('d')) {
        int at = options.has('c') || options.has('C') ? to.length() - 1 : from.indexOf(c);
        c = to.charAt(Math.min(at, to.length() - 1));
      }
      boolean squeezes =
          options.has('s') && (squeezed.isEmpty() ? isFrom(c) : squeezed.indexOf(c) >= 0);
      if (!(squeezes && c == last)) {
        result.append(c);
      }
      last = squeezes ? c : '\0';
    }
    out.print(result.toString());
  }

  @Override
  public int end(Output out) {
    return 0;
  }
}
