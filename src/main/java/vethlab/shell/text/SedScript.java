package vethlab.shell.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A sed script as a list of commands; blocks and labels are jumps. */
final class SedScript {

  /** Where a command applies. */
  sealed interface Address {
    record Line(long number) implements Address {}

    record Step(long first, long step) implements Address {}

    record Last() implements Address {}

    record Regex(Pattern pattern) implements Address {}

    /** {@code +N} lines after the first address. */
    record Plus(long count) implements Address {}

    record None() implements Address {}
  }

  static final Address NONE = new Address.None();

  /**
   * One command.
   *
   * @param letter what it does; {@code &#123;} skips to {@code target} where it does not apply
   */
  record Command(
      Address first,
      Address second,
      boolean inverted,
      char letter,
      String text,
      Substitution substitution,
      int target) {}

  /** {@code s/pattern/replacement/flags} */
  record Substitution(
      Pattern pattern, String replacement, boolean global, boolean prints, int nth) {
    static final Substitution NONE = new Substitution(Pattern.compile(""), "", false, false, 1);
  }

  final List<Command> commands = new ArrayList<>();
  private final String in;
  private final boolean extended;
  private final Deque<Integer> blocks = new ArrayDeque<>();
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private Pattern lastPattern = Pattern.compile("");
  private int pos;

  private SedScript(String in, boolean extended) {
    this.in = in;
    this.extended = extended;
  }

  static SedScript parse(String text, boolean extended) {
    SedScript script = new SedScript(text, extended);
    script.read();
    return script;
  }

  private FilterCommand.Usage error(String what) {
    return new FilterCommand.Usage("-e expression #1, char " + pos + ": " + what);
  }

  private void read() {
    while (true) {
      skip(" \t\n;");
      if (pos >= in.length()) {
        break;
      }
      if (in.charAt(pos) == '#') {
        skipLine();
      } else {
        command();
      }
    }
    if (!blocks.isEmpty()) {
      throw new FilterCommand.Usage("-e expression #1, char 0: unmatched `{'");
    }
    resolveLabels();
  }

  private void skip(String characters) {
    while (pos < in.length() && characters.indexOf(in.charAt(pos)) >= 0) {
      pos++;
    }
  }

  private void skipLine() {
    int end = in.indexOf('\n', pos);
    pos = end < 0 ? in.length() : end;
  }

  private void command() {
    Address first = address();
    Address second = NONE;
    skip(" \t");
    if (first != NONE && pos < in.length() && in.charAt(pos) == ',') {
      pos++;
      skip(" \t");
      second = address();
      if (second == NONE) {
        throw error("unexpected `,'");
      }
    }
    skip(" \t");
    boolean inverted = false;
    while (pos < in.length() && in.charAt(pos) == '!') {
      inverted = true;
      pos++;
      skip(" \t");
    }
    if (pos >= in.length()) {
      throw error("missing command");
    }
    char letter = in.charAt(pos++);
    body(first, second, inverted, letter);
  }

  private void body(Address first, Address second, boolean inverted, char letter) {
    String text = "";
    Substitution substitution = Substitution.NONE;
    switch (letter) {
      case '{' -> blocks.push(commands.size());
      case '}' -> {
        if (blocks.isEmpty()) {
          throw error("unexpected `}'");
        }
        int open = blocks.pop();
        commands.set(open, withTarget(commands.get(open), commands.size()));
        return;
      }
      case ':' -> {
        labels.put(word(), commands.size());
        return;
      }
      case 's' -> substitution = substitution();
      case 'y' -> text = transliteration();
      case 'a', 'i', 'c' -> text = text();
      case 'b', 't', 'T', 'q', 'Q', 'r', 'w' -> text = word();
      case 'p', 'P', 'd', 'D', '=', 'n', 'N', 'g', 'G', 'h', 'H', 'x', 'l' -> {}
      default -> throw error("unknown command: `" + letter + "'");
    }
    commands.add(new Command(first, second, inverted, letter, text, substitution, -1));
    if (letter != '{') {
      skip(" \t");
      if (pos < in.length() && ";}\n#".indexOf(in.charAt(pos)) < 0) {
        pos++;
        throw error("extra characters after command");
      }
    }
  }

  private static Command withTarget(Command c, int target) {
    return new Command(
        c.first(), c.second(), c.inverted(), c.letter(), c.text(), c.substitution(), target);
  }

  private void resolveLabels() {
    for (int i = 0; i < commands.size(); i++) {
      Command c = commands.get(i);
      if ("btT".indexOf(c.letter()) >= 0) {
        Integer target =
            c.text().isEmpty() ? Integer.valueOf(commands.size()) : labels.get(c.text());
        if (target == null) {
          throw new FilterCommand.Usage(
              "-e expression #1, char "
                  + in.length()
                  + ": can't find label for jump to `"
                  + c.text()
                  + "'");
        }
        commands.set(i, withTarget(c, target));
      }
    }
  }

  private String word() {
    skip(" \t");
    int start = pos;
    while (pos < in.length() && ";}\n".indexOf(in.charAt(pos)) < 0) {
      pos++;
    }
    return in.substring(start, pos).strip();
  }

  /** The text of a, i and c: the rest of the line, further ones after a backslash. */
  private String text() {
    skip(" \t");
    if (pos < in.length() && in.charAt(pos) == '\\') {
      pos++;
      skip(" \t");
      if (pos < in.length() && in.charAt(pos) == '\n') {
        pos++;
      }
    }
    StringBuilder text = new StringBuilder();
    while (pos < in.length() && in.charAt(pos) != '\n') {
      char c = in.charAt(pos++);
      if (c == '\\' && pos < in.length()) {
        c = in.charAt(pos++);
      }
      text.append(c);
    }
    return text.append('\n').toString();
  }

  private Address address() {
    if (pos >= in.length()) {
      return NONE;
    }
    char c = in.charAt(pos);
    if (Character.isDigit(c)) {
      long number = number();
      if (pos < in.length() && in.charAt(pos) == '~') {
        pos++;
        return new Address.Step(number, number());
      }
      return new Address.Line(number);
    }
    if (c == '$') {
      pos++;
      return new Address.Last();
    }
    if (c == '+') {
      pos++;
      return new Address.Plus(number());
    }
    if (c == '/' || c == '\\') {
      pos += c == '\\' ? 1 : 0;
      if (pos >= in.length()) {
        throw error("unterminated address regex");
      }
      char end = in.charAt(pos++);
      String regex = until(end, "unterminated address regex");
      boolean ignore = pos < in.length() && in.charAt(pos) == 'I';
      pos += ignore ? 1 : 0;
      return new Address.Regex(compile(regex, ignore));
    }
    return NONE;
  }

  private long number() {
    int start = pos;
    while (pos < in.length() && Character.isDigit(in.charAt(pos))) {
      pos++;
    }
    return start == pos ? 0 : Long.parseLong(in.substring(start, pos));
  }

  /** Up to an unescaped delimiter, which is taken; an escaped one stands for itself. */
  private String until(char end, String complaint) {
    StringBuilder text = new StringBuilder();
    boolean bracket = false;
    while (pos < in.length()) {
      char c = in.charAt(pos++);
      if (c == end && !bracket) {
        return text.toString();
      }
      if (c == '\\' && pos < in.length()) {
        char next = in.charAt(pos++);
        text.append(next == end && end != '&' ? "" : "\\").append(next);
        continue;
      }
      bracket = c == '[' || (bracket && c != ']');
      text.append(c);
    }
    throw error(complaint);
  }

  private Pattern compile(String regex, boolean ignore) {
    if (regex.isEmpty()) {
      return lastPattern;
    }
    try {
      String java = extended ? PosixRegex.extended(regex) : PosixRegex.basic(regex);
      lastPattern = Pattern.compile(java, ignore ? Pattern.CASE_INSENSITIVE : 0);
      return lastPattern;
    } catch (PatternSyntaxException e) {
      throw error("Invalid regular expression");
    }
  }

  /** The character that separates the parts of s and y. */
  private char delimiter(char command) {
    if (pos >= in.length() || in.charAt(pos) == '\n' || in.charAt(pos) == '\\') {
      throw error("unterminated `" + command + "' command");
    }
    return in.charAt(pos++);
  }

  private Substitution substitution() {
    char end = delimiter('s');
    String regex = until(end, "unterminated `s' command");
    StringBuilder replacement = new StringBuilder();
    while (true) {
      if (pos >= in.length()) {
        throw error("unterminated `s' command");
      }
      char c = in.charAt(pos++);
      if (c == end) {
        break;
      }
      if (c == '\\' && pos < in.length()) {
        char next = in.charAt(pos++);
        replacement.append(next == end ? "" : "\\").append(next);
      } else {
        replacement.append(c);
      }
    }
    boolean global = false;
    boolean prints = false;
    boolean ignore = false;
    int nth = 1;
    while (pos < in.length() && "gpiIeMm0123456789".indexOf(in.charAt(pos)) >= 0) {
      char flag = in.charAt(pos);
      if (Character.isDigit(flag)) {
        nth = (int) Math.max(1, number());
        continue;
      }
      global |= flag == 'g';
      prints |= flag == 'p';
      ignore |= flag == 'i' || flag == 'I';
      pos++;
    }
    if (pos < in.length() && " \t;}\n#".indexOf(in.charAt(pos)) < 0) {
      pos++;
      throw error("unknown option to `s'");
    }
    return new Substitution(compile(regex, ignore), replacement.toString(), global, prints, nth);
  }

  /** The characters of {@code y/from/to/}, one after the other: from, then to. */
  private String transliteration() {
    char end = delimiter('y');
    String from = until(end, "unterminated `y' command").replace("\\n", "\n").replace("\\\\", "\\");
    String to = until(end, "unterminated `y' command").replace("\\n", "\n").replace("\\\\", "\\");
    if (from.length() != to.length()) {
      throw error("strings for `y' command are different lengths");
    }
    return from + to;
  }
}
