package vethlab.shell.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vethlab.shell.text.Awk.Expr;

/** The functions awk brings along. Not modelled: system, getline, gawk's own. */
final class AwkFunctions {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%([-+ #0]*)(\\*|\\d+)?(?:\\.(\\*|\\d+))?[hlL]*(.)", Pattern.DOTALL);

  private AwkFunctions() {}

  static Pattern pattern(String source) {
    try {
      return Pattern.compile(PosixRegex.extended(source));
    } catch (PatternSyntaxException e) {
      throw new FilterCommand.Usage("regular expression compile failed: " + source);
    }
  }

  static AwkValue call(AwkRun run, String name, List<Expr> a) {
    switch (name) {
      case "length" -> {
        return length(run, a);
      }
      case "split" -> {
        return split(run, a);
      }
      case "sub", "gsub" -> {
        return substitute(run, a, name.equals("gsub"));
      }
      case "match" -> {
        return match(run, a);
      }
      default -> {}
    }
    List<AwkValue> v = a.stream().map(run::value).toList();
    return switch (name) {
      case "substr" -> substring(v);
      case "index" -> new AwkValue.Num(text(v, 0).indexOf(text(v, 1)) + 1);
      case "tolower" -> new AwkValue.Text(text(v, 0).toLowerCase(Locale.ROOT));
      case "toupper" -> new AwkValue.Text(text(v, 0).toUpperCase(Locale.ROOT));
      case "sprintf" -> new AwkValue.Text(format(v));
      case "int" ->
          new AwkValue.Num(number(v, 0) < 0 ? Math.ceil(number(v, 0)) : Math.floor(number(v, 0)));
      case "sqrt" -> new AwkValue.Num(Math.sqrt(number(v, 0)));
      case "exp" -> new AwkValue.Num(Math.exp(number(v, 0)));
      case "log" -> new AwkValue.Num(Math.log(number(v, 0)));
      case "sin" -> new AwkValue.Num(Math.sin(number(v, 0)));
      case "cos" -> new AwkValue.Num(Math.cos(number(v, 0)));
      case "atan2" -> new AwkValue.Num(Math.atan2(number(v, 0), number(v, 1)));
      case "rand" -> {
        run.seed = (run.seed * 25214903917L + 11) & ((1L << 48) - 1);
        yield new AwkValue.Num((double) run.seed / (1L << 48));
      }
      case "srand" -> {
        run.seed = v.isEmpty() ? 1 : (long) number(v, 0);
        yield AwkValue.ZERO;
      }
      case "close", "fflush" -> AwkValue.ZERO;
      case "strtonum" -> new AwkValue.Num(strtonum(text(v, 0)));
      case "and" -> new AwkValue.Num((long) number(v, 0) & (long) number(v, 1));
      case "or" -> new AwkValue.Num((long) number(v, 0) | (long) number(v, 1));
      case "xor" -> new AwkValue.Num((long) number(v, 0) ^ (long) number(v, 1));
      case "lshift" -> new AwkValue.Num((long) number(v, 0) << (long) number(v, 1));
      case "rshift" -> new AwkValue.Num((long) number(v, 0) >>> (long) number(v, 1));
      default -> throw new FilterCommand.Usage("line 1: function " + name + " never defined");
    };
  }

  private static double strtonum(String text) {
    return text.startsWith("0x") && text.substring(2).matches("[0-9a-fA-F]{1,15}")
        ? Long.parseLong(text.substring(2), 16)
        : new AwkValue.Text(text).number();
  }

  private static String text(List<AwkValue> v, int i) {
    return i < v.size() ? v.get(i).text() : "";
  }

  private static double number(List<AwkValue> v, int i) {
    return i < v.size() ? v.get(i).number() : 0;
  }

  private static AwkValue length(AwkRun run, List<Expr> a) {
    if (a.isEmpty()) {
      return new AwkValue.Num(run.current.get(0, "").text().length());
    }
    if (a.getFirst() instanceof Expr.Variable(String name) && !run.array(name).isEmpty()) {
      return new AwkValue.Num(run.array(name).size());
    }
    return new AwkValue.Num(run.value(a.getFirst()).text().length());
  }

  private static AwkValue substring(List<AwkValue> v) {
    String text = text(v, 0);
    double start = Math.rint(number(v, 1));
    double length = v.size() > 2 ? Math.rint(number(v, 2)) : Double.MAX_VALUE;
    if (start <= 0) { // mawk counts what lies before the text to the length
      length -= start;
      start = 1;
    }
    double end = start + length;
    int from = (int) Math.max(1, start);
    int to = (int) Math.min(text.length() + 1, end);
    return new AwkValue.Text(from < to ? text.substring(from - 1, to - 1) : "");
  }

  private static AwkValue split(AwkRun run, List<Expr> a) {
    String text = run.value(a.get(0)).text();
    String separator = a.size() > 2 ? run.regex(a.get(2)) : run.separator();
    if (!(a.get(1) instanceof Expr.Variable(String name))) {
      throw new FilterCommand.Usage("split: the second argument is no array");
    }
    Map<String, AwkValue> array = run.array(name);
    array.clear();
    int n = 0;
    for (String part : AwkRecord.cut(text, separator)) {
      array.put("" + ++n, new AwkValue.Input(part));
    }
    return new AwkValue.Num(n);
  }

  private static AwkValue match(AwkRun run, List<Expr> a) {
    Matcher m = pattern(run.regex(a.get(1))).matcher(run.value(a.get(0)).text());
    boolean found = m.find();
    run.set("RSTART", new AwkValue.Num(found ? m.start() + 1 : 0));
    run.set("RLENGTH", new AwkValue.Num(found ? m.end() - m.start() : -1));
    return run.get("RSTART");
  }

  private static AwkValue substitute(AwkRun run, List<Expr> a, boolean all) {
    Expr place = a.size() > 2 ? a.get(2) : new Expr.Field(new Expr.Number(0));
    String replacement = run.value(a.get(1)).text();
    Matcher m = pattern(run.regex(a.get(0))).matcher(run.value(place).text());
    StringBuilder out = new StringBuilder();
    int count = 0;
    while (m.find() && (all || count == 0)) {
      count++;
      m.appendReplacement(out, Matcher.quoteReplacement(replaced(replacement, m.group())));
    }
    if (count > 0) {
      if (!all) {
        m.reset();
        m.find();
        out.setLength(0);
        m.appendReplacement(out, Matcher.quoteReplacement(replaced(replacement, m.group())));
      }
      m.appendTail(out);
      run.store(place, new AwkValue.Text(out.toString()));
    }
    return new AwkValue.Num(count);
  }

  private static String replaced(String replacement, String found) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '\\'
          && i + 1 < replacement.length()
          && "&\\".indexOf(replacement.charAt(i + 1)) >= 0) {
        out.append(replacement.charAt(++i));
      } else {
        out.append(c == '&' ? found : "" + c);
      }
    }
    return out.toString();
  }

  /** printf's format, the first of the values. */
  static String format(List<AwkValue> values) {
    String format = text(values, 0);
    Matcher d = DIRECTIVE.matcher(format);
    StringBuilder out = new StringBuilder();
    int next = 1;
    int copied = 0;
    while (d.find()) {
      out.append(format, copied, d.start());
      copied = d.end();
      char kind = d.group(4).charAt(0);
      if (kind == '%') {
        out.append('%');
        continue;
      }
      String width = Optional.ofNullable(d.group(2)).orElse("");
      String precision = Optional.ofNullable(d.group(3)).orElse("");
      if (width.equals("*")) {
        width = "" + (int) number(values, next++);
      }
      if (precision.equals("*")) {
        precision = "" + (int) number(values, next++);
      }
      AwkValue value = next < values.size() ? values.get(next) : AwkValue.UNSET;
      next++;
      out.append(padded(one(kind, d.group(1), precision, value), d.group(1), width, kind));
    }
    return out.append(format.substring(copied)).toString();
  }

  private static String one(char kind, String flags, String precision, AwkValue value) {
    int digits = precision.isEmpty() ? 6 : Integer.parseInt(precision);
    return switch (kind) {
      case 'd', 'i' -> {
        String text = "" + (long) value.number();
        yield flags.contains("+") && value.number() >= 0 ? "+" + text : text;
      }
      case 'u' -> "" + (long) value.number();
      case 'x' -> Long.toHexString((long) value.number());
      case 'X' -> Long.toHexString((long) value.number()).toUpperCase(Locale.ROOT);
      case 'o' -> Long.toOctalString((long) value.number());
      case 'c' ->
          value instanceof AwkValue.Num(double code)
              ? "" + (char) code
              : value.text().isEmpty() ? "" : value.text().substring(0, 1);
      case 's' -> {
        String text = value.text();
        yield precision.isEmpty() ? text : text.substring(0, Math.min(text.length(), digits));
      }
      case 'f', 'F', 'e', 'E', 'g', 'G' -> Numbers.format(kind, digits, value.number());
      default -> "%" + kind;
    };
  }

  private static String padded(String text, String flags, String width, char kind) {
    int missing = width.isEmpty() ? 0 : Math.abs(Integer.parseInt(width)) - text.length();
    if (missing <= 0) {
      return text;
    }
    if (flags.contains("-") || width.startsWith("-")) {
      return text + " ".repeat(missing);
    }
    if (!flags.contains("0") || kind == 's' || kind == 'c') {
      return " ".repeat(missing) + text;
    }
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
  }
}
