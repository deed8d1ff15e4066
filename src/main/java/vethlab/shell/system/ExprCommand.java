package vethlab.shell.system;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vethlab.shell.Call;
import vethlab.shell.text.PosixRegex;

/** {@code expr}: arithmetic, comparison, {@code :}, length, substr, index, match. */
final class ExprCommand {
  private static final String[][] LEVELS = {
    {"|"}, {"&"}, {"=", "==", "!=", "<", "<=", ">", ">="}, {"+", "-"}, {"*", "/", "%"}, {":"}
  };

  /** The words make no expression; status 2. */
  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  private final List<String> words;
  private int pos;

  private ExprCommand(List<String> words) {
    this.words = words;
  }

  static int run(Call call) {
    try {
      ExprCommand expr = new ExprCommand(call.args());
      if (call.args().isEmpty()) {
        throw new Bad("missing operand\nTry 'expr --help' for more information.");
      }
      String value = expr.level(0);
      if (expr.pos < expr.words.size()) {
        throw new Bad("syntax error: unexpected argument ‘" + expr.words.get(expr.pos) + "’");
      }
      call.out().println(value);
      return isNull(value) ? 1 : 0;
    } catch (Bad bad) {
      call.err().println("expr: " + bad.getMessage());
      return 2;
    }
  }

  private static boolean isNull(String value) {
    return value.isEmpty() || value.matches("-?0+");
  }

  private String level(int i) {
    if (i == LEVELS.length) {
      return term();
    }
    String left = level(i + 1);
    while (pos < words.size() && List.of(LEVELS[i]).contains(words.get(pos))) {
      String operator = words.get(pos++);
      left = apply(left, operator, level(i + 1));
    }
    return left;
  }

  private String take() {
    if (pos >= words.size()) {
      throw new Bad("syntax error: missing argument after ‘" + words.getLast() + "’");
    }
    return words.get(pos++);
  }

  private String term() {
    String word = take();
    switch (word) {
      case "(" -> {
        String inner = level(0);
        if (!take().equals(")")) {
          throw new Bad("syntax error: expecting ')'");
        }
        return inner;
      }
      case "length" -> {
        return "" + term().length();
      }
      case "match" -> {
        String text = term();
        return match(text, term());
      }
      case "index" -> {
        String text = term();
        String characters = term();
        for (int i = 0; i < text.length(); i++) {
          if (characters.indexOf(text.charAt(i)) >= 0) {
            return "" + (i + 1);
          }
        }
        return "0";
      }
      case "substr" -> {
        String text = term();
        int from = (int) number(term());
        int count = (int) number(term());
        int end = (int) Math.min(text.length(), (long) from - 1 + count);
        return from < 1 || from > text.length() || count < 1 ? "" : text.substring(from - 1, end);
      }
      default -> {
        return word;
      }
    }
  }

  private static long number(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      throw new Bad("non-integer argument");
    }
    return Long.parseLong(text);
  }

  private static String apply(String a, String operator, String b) {
    return switch (operator) {
      case "|" -> isNull(a) ? (isNull(b) ? "0" : b) : a;
      case "&" -> isNull(a) || isNull(b) ? "0" : a;
      case "+" -> "" + (number(a) + number(b));
      case "-" -> "" + (number(a) - number(b));
      case "*" -> "" + number(a) * number(b);
      case "/" -> "" + number(a) / divisor(b);
      case "%" -> "" + number(a) % divisor(b);
      case ":" -> match(a, b);
      default -> compare(a, operator, b) ? "1" : "0";
    };
  }

  private static long divisor(String text) {
    long value = number(text);
    if (value == 0) {
      throw new Bad("division by zero");
    }
    return value;
  }

  private static boolean compare(String a, String operator, String b) {
    boolean numbers = a.matches("-?\\d{1,18}") && b.matches("-?\\d{1,18}");
    int order = numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    return switch (operator) {
      case "=", "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(PosixRegex.basic(regex));
    } catch (PatternSyntaxException e) {
      throw new Bad("Invalid regular expression");
    }
  }

  private static String match(String text, String regex) {
    Matcher m = pattern(regex).matcher(text);
    boolean found = m.lookingAt();
    if (m.groupCount() > 0) {
      return found ? m.group(1) : "";
    }
    return "" + (found ? m.end() : 0);
  }
}
