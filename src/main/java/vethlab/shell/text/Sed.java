package vethlab.shell.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import vethlab.shell.Output;
import vethlab.shell.text.SedScript.Address;
import vethlab.shell.text.SedScript.Command;

/**
 * {@code sed}'s cycle over the lines: a line is handled when it is known whether another follows.
 * Not modelled: the commands e, F, R, W, z, reading and writing of other files.
 */
final class Sed implements LineFilter {
  private static final int START = 0;

  private final SedScript script;
  private final boolean quiet;
  private final boolean[] inRange;
  private final long[] rangeEnd;
  private Optional<String> ahead = Optional.empty();
  private String space = "";
  private String hold = "";
  private boolean newline = true;
  private long number;
  private boolean last;
  private boolean substituted;

  /** Where the script goes on with the next line, after n and N. */
  private int resume = START;

  private boolean appends;
  private StringBuilder after = new StringBuilder();
  private boolean quit;
  private int status;

  Sed(SedScript script, boolean quiet) {
    this.script = script;
    this.quiet = quiet;
    inRange = new boolean[script.commands.size()];
    rangeEnd = new long[script.commands.size()];
  }

  private Sed(Sed other) {
    script = other.script;
    quiet = other.quiet;
    inRange = other.inRange.clone();
    rangeEnd = other.rangeEnd.clone();
    ahead = other.ahead;
    space = other.space;
    hold = other.hold;
    newline = other.newline;
    number = other.number;
    last = other.last;
    substituted = other.substituted;
    resume = other.resume;
    appends = other.appends;
    after = new StringBuilder(other.after);
    quit = other.quit;
    status = other.status;
  }

  @Override
  public LineFilter copy() {
    return new Sed(this);
  }

  @Override
  public void line(String line, Output out) {
    if (!usesLast()) {
      handle(line, false, out);
      return;
    }
    Optional<String> current = ahead;
    ahead = Optional.of(line);
    current.ifPresent(text -> handle(text, false, out));
  }

  /** Whether it matters which line is the last. */
  private boolean usesLast() {
    return script.commands.stream()
        .anyMatch(c ->
            c.first() instanceof Address.Last
                || c.second() instanceof Address.Last
                || "nN".indexOf(c.letter()) >= 0);
  }

  @Override
  public int end(Output out) {
    ahead.filter(text -> !quit).ifPresent(text -> handle(text, true, out));
    ahead = Optional.empty();
    return status;
  }

  @Override
  public boolean isDone() {
    return quit;
  }

  private void handle(String line, boolean isLast, Output out) {
    if (quit) {
      return;
    }
    number++;
    last = isLast;
    newline = line.endsWith("\n");
    String text = LineFilter.stripped(line);
    space = appends ? space + "\n" + text : text;
    appends = false;
    int from = resume;
    resume = START;
    substituted = from != START && substituted;
    run(from, out);
  }

  private void run(int from, Output out) {
    int pc = from;
    int jumps = 0;
    while (pc < script.commands.size()) {
      Command c = script.commands.get(pc);
      if (!applies(c, pc)) {
        pc = c.letter() == '{' ? c.target() : pc + 1;
        continue;
      }
      int next = execute(c, pc, out);
      if (next < 0) {
        return;
      }
      if (next <= pc && ++jumps > 1_000_000) {
        quit = true;
        status = 1;
        return;
      }
      pc = next;
    }
    finish(!quiet, out);
  }

  private void finish(boolean prints, Output out) {
    if (prints) {
      print(space, out);
    }
    if (!after.isEmpty()) {
      out.print(after.toString());
      after.setLength(0);
    }
  }

  private void print(String text, Output out) {
    out.print(text + (newline || !last ? "\n" : ""));
  }

  // ---- addresses

  private boolean applies(Command c, int index) {
    return inverted(c, index) != c.inverted();
  }

  private boolean inverted(Command c, int index) {
    if (c.first() == SedScript.NONE) {
      return true;
    }
    if (c.second() == SedScript.NONE) {
      return matches(c.first());
    }
    if (inRange[index]) {
      boolean ends =
          switch (c.second()) {
            case Address.Line(long end) -> number >= end;
            case Address.Plus p -> number >= rangeEnd[index];
            default -> matches(c.second());
          };
      boolean past = c.second() instanceof Address.Line(long end) && number > end;
      inRange[index] = !ends;
      return !past;
    }
    boolean zero = c.first() instanceof Address.Line(long n) && n == 0;
    if (!matches(c.first()) && !(zero && number == 1)) {
      return false;
    }
    rangeEnd[index] = c.second() instanceof Address.Plus(long count) ? number + count : 0;
    inRange[index] =
        switch (c.second()) {
          case Address.Line(long end) -> end > number;
          case Address.Plus(long count) -> count > 0;
          default -> !(zero && matches(c.second()));
        };
    return true;
  }

  private boolean matches(Address address) {
    return switch (address) {
      case Address.Line(long n) -> n == number;
      case Address.Step(long first, long step) ->
          step == 0 ? number == first : number >= first && (number - first) % step == 0;
      case Address.Last l -> last;
      case Address.Regex(var pattern) -> pattern.matcher(space).find();
      case Address.Plus p -> false;
      case Address.None n -> true;
    };
  }

  // ---- commands

  /** Where to go on; -1 when the cycle is over or waits for the next line. */
  private int execute(Command c, int pc, Output out) {
    switch (c.letter()) {
      case 's' -> substitute(c.substitution(), out);
      case 'y' -> transliterate(c.text());
      case 'p' -> print(space, out);
      case 'P' -> out.println(space.lines().findFirst().orElse(""));
      case 'l' ->
          out.println(space.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n") + "$");
      case '=' -> out.println("" + number);
      case 'h' -> hold = space;
      case 'H' -> hold = hold + "\n" + space;
      case 'g' -> space = hold;
      case 'G' -> space = space + "\n" + hold;
      case 'x' -> {
        String old = space;
        space = hold;
        hold = old;
      }
      case 'i' -> out.print(c.text());
      case 'a' -> after.append(c.text());
      case 'd', 'c', 'D', 'n', 'N', 'q', 'Q' -> {
        return endOfCycle(c, pc, out);
      }
      case 'b' -> {
        return c.target();
      }
      case 't', 'T' -> {
        boolean jumps = substituted == (c.letter() == 't');
        substituted = false;
        return jumps ? c.target() : pc + 1;
      }
      default -> {}
    }
    return pc + 1;
  }

  private int endOfCycle(Command c, int pc, Output out) {
    switch (c.letter()) {
      case 'c' -> {
        if (c.second() == SedScript.NONE || !inRange[pc]) {
          out.print(c.text());
        }
        finish(false, out);
      }
      case 'D' -> {
        int end = space.indexOf('\n');
        if (end >= 0) {
          space = space.substring(end + 1);
          finish(false, out);
          return START;
        }
        finish(false, out);
      }
      case 'n', 'N' -> {
        return nextLine(c.letter(), pc, out);
      }
      case 'q', 'Q' -> {
        status = c.text().matches("\\d{1,3}") ? Integer.parseInt(c.text()) : 0;
        finish(c.letter() == 'q' && !quiet, out);
        quit = true;
      }
      default -> finish(false, out);
    }
    return -1;
  }

  private int nextLine(char letter, int pc, Output out) {
    if (last) {
      finish(!quiet, out);
      quit = true;
      return -1;
    }
    if (letter == 'n') {
      finish(!quiet, out);
    } else {
      appends = true;
    }
    resume = pc + 1;
    return -1;
  }

  private void transliterate(String pairs) {
    String from = pairs.substring(0, pairs.length() / 2);
    String to = pairs.substring(pairs.length() / 2);
    StringBuilder changed = new StringBuilder(space);
    for (int i = 0; i < changed.length(); i++) {
      int at = from.indexOf(changed.charAt(i));
      if (at >= 0) {
        changed.setCharAt(i, to.charAt(at));
      }
    }
    space = changed.toString();
  }

  private void substitute(SedScript.Substitution s, Output out) {
    Matcher m = s.pattern().matcher(space);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    int found = 0;
    boolean changed = false;
    while (m.find()) {
      found++;
      if (found < s.nth()) {
        continue;
      }
      result.append(space, copied, m.start());
      replacement(s.replacement(), m, result);
      copied = m.end();
      changed = true;
      if (!s.global()) {
        break;
      }
    }
    if (!changed) {
      return;
    }
    space = result.append(space.substring(copied)).toString();
    substituted = true;
    if (s.prints()) {
      print(space, out);
    }
  }

  private static void replacement(String text, Matcher m, StringBuilder out) {
    Letters letters = new Letters(out);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&') {
        letters.append(m.group());
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (next >= '0' && next <= '9') {
          int group = next - '0';
          letters.append(
              group <= m.groupCount() ? Optional.ofNullable(m.group(group)).orElse("") : "");
        } else if ("LUEul".indexOf(next) >= 0) {
          letters.mode(next);
        } else {
          letters.append(next == 'n' ? "\n" : next == 't' ? "\t" : "" + next);
        }
      } else {
        letters.append("" + c);
      }
    }
  }

  /** Text that {@code \U \L \E \\u \l} change on its way. */
  private static final class Letters {
    private final StringBuilder out;
    private char all = 'E';
    private char one = 'E';

    Letters(StringBuilder out) {
      this.out = out;
    }

    void mode(char letter) {
      if (letter == 'u' || letter == 'l') {
        one = letter;
      } else {
        all = letter;
      }
    }

    void append(String text) {
      if (text.isEmpty()) {
        return;
      }
      String shown =
          switch (all) {
            case 'U' -> text.toUpperCase(java.util.Locale.ROOT);
            case 'L' -> text.toLowerCase(java.util.Locale.ROOT);
            default -> text;
          };
      if (one != 'E') {
        String first = shown.substring(0, 1);
        shown =
            (one == 'u'
                    ? first.toUpperCase(java.util.Locale.ROOT)
                    : first.toLowerCase(java.util.Locale.ROOT))
                + shown.substring(1);
        one = 'E';
      }
      out.append(shown);
    }
  }

  /** A fresh run over another file keeps nothing. */
  Sed again() {
    Sed fresh = new Sed(script, quiet);
    Arrays.fill(fresh.inRange, false);
    return fresh;
  }
}
