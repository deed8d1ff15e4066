package vethlab.shell.lang;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.shell.text.Numbers;

/** {@code printf}: the format is used again while arguments are left. */
final class Printf {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "%([-+ #0']*)(\\*|\\d+)?(?:\\.(\\*|\\d*))?[hlLjzt]*(?:\\(([^)]*)\\))?(.)",
          Pattern.DOTALL);

  private final Consumer<String> complain;
  private final long now;
  private List<String> arguments = List.of();
  private int next;
  private int status;
  private boolean cut;

  Printf(Consumer<String> complain, long now) {
    this.complain = complain;
    this.now = now;
  }

  int status() {
    return status;
  }

  String format(String format, List<String> words) {
    arguments = words;
    StringBuilder out = new StringBuilder();
    do {
      int before = next;
      once(format, out);
      if (next == before) {
        break;
      }
    } while (next < arguments.size() && !cut);
    return out.toString();
  }

  private void once(String format, StringBuilder out) {
    int i = 0;
    Matcher directive = DIRECTIVE.matcher(format);
    while (i < format.length() && !cut) {
      int percent = format.indexOf('%', i);
      out.append(Escapes.format(format.substring(i, percent < 0 ? format.length() : percent)));
      if (percent < 0) {
        return;
      }
      if (!directive.find(percent) || directive.start() != percent) {
        complain.accept("`%': missing format character");
        status = 1;
        cut = true;
        return;
      }
      convert(directive, out);
      i = directive.end();
    }
  }

  private String argument() {
    return next < arguments.size() ? arguments.get(next++) : "";
  }

  private void convert(Matcher d, StringBuilder out) {
    char kind = d.group(5).charAt(0);
    if (kind == '%') {
      out.append('%');
      return;
    }
    String flags = d.group(1);
    String width = number(d.group(2));
    if (width.startsWith("-")) {
      flags += "-";
      width = width.substring(1);
    }
    String precision = number(d.group(3));
    boolean limited = d.group(3) != null && !precision.startsWith("-");
    String text =
        switch (kind) {
          case 's' -> limit(argument(), limited, precision);
          case 'b' -> {
            Escapes.Expanded expanded = Escapes.echo(argument());
            cut |= expanded.cut();
            yield limit(expanded.text(), limited, precision);
          }
          case 'q' -> Quoting.backslashed(argument());
          case 'c' -> first(argument());
          case 'd', 'i' -> digits(signed(integer(), flags), limited, precision);
          case 'u' -> digits(Long.toUnsignedString(integer()), limited, precision);
          case 'x' ->
              digits(prefixed("0x", Long.toHexString(integer()), flags), limited, precision);
          case 'X' ->
              digits(
                  prefixed("0X", Long.toHexString(integer()).toUpperCase(Locale.ROOT), flags),
                  limited,
                  precision);
          case 'o' ->
              digits(prefixed("0", Long.toOctalString(integer()), flags), limited, precision);
          case 'f', 'F', 'e', 'E', 'g', 'G' -> floating(kind, flags, limited, precision);
          case 'T' -> time(d.group(4));
          default -> {
            complain.accept("`" + kind + "': invalid format character");
            status = 1;
            cut = true;
            yield "";
          }
        };
    out.append(pad(text, flags, width, limited, kind));
  }

  private String number(String group) {
    if (group == null || !group.equals("*")) {
      return Optional.ofNullable(group).orElse("");
    }
    String given = argument();
    if (given.isEmpty() || given.matches("-?\\d{1,6}")) {
      return given;
    }
    invalid(given);
    return "";
  }

  private static String limit(String text, boolean limited, String precision) {
    int most =
        limited && !precision.isEmpty() ? Integer.parseInt(precision) : limited ? 0 : text.length();
    return text.substring(0, Math.min(most, text.length()));
  }

  private static String first(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1);
  }

  private static String signed(long value, String flags) {
    String sign = value < 0 ? "" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    return sign + value;
  }

  private static String prefixed(String prefix, String digits, String flags) {
    return flags.contains("#") && !digits.equals("0") ? prefix + digits : digits;
  }

  private static String digits(String text, boolean limited, String precision) {
    if (!limited || precision.isEmpty()) {
      return text;
    }
    boolean sign = text.startsWith("-") || text.startsWith("+");
    String digits = sign ? text.substring(1) : text;
    int missing = Integer.parseInt(precision) - digits.length();
    return (sign ? text.substring(0, 1) : "") + "0".repeat(Math.max(0, missing)) + digits;
  }

  private static String pad(String text, String flags, String width, boolean limited, char kind) {
    int missing = width.isEmpty() ? 0 : Integer.parseInt(width) - text.length();
    if (missing <= 0) {
      return text;
    }
    if (flags.contains("-")) {
      return text + " ".repeat(missing);
    }
    boolean zeros =
        flags.contains("0")
            && "sbqcT".indexOf(kind) < 0
            && !(limited && "diuxXo".indexOf(kind) >= 0);
    if (!zeros) {
      return " ".repeat(missing) + text;
    }
    int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
  }

  private long integer() {
    String text = argument();
    if (text.isEmpty()) {
      return 0;
    }
    if (text.charAt(0) == '\'' || text.charAt(0) == '"') {
      return text.length() > 1 ? text.codePointAt(1) : 0;
    }
    Matcher number =
        Pattern.compile("\\s*([-+]?)(0[xX][0-9a-fA-F]+|\\d+)(.*)", Pattern.DOTALL).matcher(text);
    if (!number.matches()) {
      return invalid(text);
    }
    try {
      String digits = number.group(2);
      long value;
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        value = Long.parseUnsignedLong(digits.substring(2), 16);
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        value = Long.parseLong(digits, 8);
      } else {
        value = Long.parseLong(digits);
      }
      if (!number.group(3).isEmpty()) {
        invalid(text);
      }
      return number.group(1).equals("-") ? -value : value;
    } catch (NumberFormatException e) {
      return invalid(text);
    }
  }

  private long invalid(String text) {
    complain.accept(text + ": invalid number");
    status = 1;
    return 0;
  }

  private String floating(char kind, String flags, boolean limited, String precision) {
    String text = argument();
    double value = 0;
    try {
      value = text.isEmpty() ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      invalid(text);
    }
    int digits = limited ? precision.isEmpty() ? 0 : Integer.parseInt(precision) : 6;
    String shown = Numbers.format(kind, digits, value);
    return value >= 0 && flags.contains("+") ? "+" + shown : shown;
  }

  private String time(String format) {
    String text = argument();
    long seconds = Dates.epochSeconds(now);
    if (text.matches("\\d{1,15}")) {
      seconds = Long.parseLong(text);
    }
    return Dates.format(format == null || format.isEmpty() ? "%H:%M:%S" : format, seconds, 0);
  }
}
