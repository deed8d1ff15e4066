package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code grep}: -q -c -v -i -E -F -P -o -n -w -x -l -L -h -H -s -m -A -B -C -e. */
final class Grep implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("qcviyEFGPonwxlLhHsbUaIrRz", "mABCef")
          .name("quiet", 'q')
          .name("silent", 'q')
          .name("count", 'c')
          .name("invert-match", 'v')
          .name("ignore-case", 'i')
          .name("extended-regexp", 'E')
          .name("fixed-strings", 'F')
          .name("perl-regexp", 'P')
          .name("only-matching", 'o')
          .name("line-number", 'n')
          .name("word-regexp", 'w')
          .name("line-regexp", 'x')
          .name("files-with-matches", 'l')
          .name("no-messages", 's')
          .name("max-count", 'm')
          .name("after-context", 'A')
          .name("before-context", 'B')
          .name("context", 'C')
          .name("regexp", 'e')
          .name("no-filename", 'h')
          .name("with-filename", 'H')
          .name("line-buffered", 'U')
          .name("color", 'a')
          .name("colour", 'a')
          .name("text", 'a');

  private final Arguments options;
  private final Pattern pattern;
  private final boolean named;
  private final int before;
  private final int after;
  private final long most;
  private final List<String> waiting = new ArrayList<>();
  private String file = "";
  private long number;
  private long count;
  private long total;
  private int owed;
  private long lastPrinted;

  private Grep(Arguments options, Pattern pattern, boolean named) {
    this.options = options;
    this.pattern = pattern;
    this.named = named;
    before = number('B', number('C', 0));
    after = number('A', number('C', 0));
    most = options.has('m') ? number('m', 0) : Long.MAX_VALUE;
  }

  private int number(char letter, int usual) {
    String text = options.value(letter).orElse("" + usual);
    if (!text.matches("\\d{1,9}")) {
      throw new FilterCommand.Usage(text + ": invalid context length argument");
    }
    return Integer.parseInt(text);
  }

  static LineFilter make(Arguments options, List<String> files, char usual) {
    List<String> patterns = new ArrayList<>(options.values('e'));
    if (patterns.isEmpty()) {
      if (files.isEmpty()) {
        throw new FilterCommand.Usage(
            "usage: grep [OPTION]... PATTERNS [FILE]...\n"
                + "Try 'grep --help' for more information.");
      }
      patterns.add(files.removeFirst());
    }
    char kind = usual;
    for (char letter : "EFPG".toCharArray()) {
      kind = options.has(letter) ? letter : kind;
    }
    boolean named = (files.size() > 1 || options.has('H')) && !options.has('h');
    return new Grep(options, compile(patterns, kind, options), named);
  }

  private static Pattern compile(List<String> patterns, char kind, Arguments options) {
    List<String> parts = new ArrayList<>();
    for (String pattern : patterns) {
      for (String one : pattern.split("\n", -1)) {
        String part =
            switch (kind) {
              case 'F' -> Pattern.quote(one);
              case 'E' -> PosixRegex.extended(one);
              case 'P' -> one;
              default -> PosixRegex.basic(one);
            };
        if (options.has('w')) {
          part = "(?<!\\w)(?:" + part + ")(?!\\w)";
        }
        parts.add(options.has('x') ? "^(?:" + part + ")$" : part);
      }
    }
    try {
      boolean ignore = options.has('i') || options.has('y');
      int flags = ignore ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
      return Pattern.compile(String.join("|", parts), flags);
    } catch (PatternSyntaxException e) {
      throw new FilterCommand.Usage("Invalid regular expression");
    }
  }

  @Override
  public LineFilter copy() {
    Grep copy = new Grep(options, pattern, named);
    copy.waiting.addAll(waiting);
    copy.file = file;
    copy.number = number;
    copy.count = count;
    copy.total = total;
    copy.owed = owed;
    copy.lastPrinted = lastPrinted;
    return copy;
  }

  @Override
  public void file(String name, Output out) {
    finishFile(out);
    file = name.equals("-") ? "(standard input)" : name;
    number = 0;
    count = 0;
    owed = 0;
    lastPrinted = 0;
    waiting.clear();
  }

  @Override
  public void line(String whole, Output out) {
    if (count >= most && owed == 0) {
      return;
    }
    String line = LineFilter.stripped(whole);
    number++;
    Matcher matcher = pattern.matcher(line);
    boolean matches = matcher.find() != options.has('v');
    if (!matches || count >= most) {
      context(line, out);
      return;
    }
    count++;
    total++;
    if (options.has('q') || options.has('c') || options.has('l') || options.has('L')) {
      return;
    }
    if (options.has('o')) {
      if (!options.has('v')) {
        printMatches(matcher, out);
      }
      return;
    }
    for (int i = 0; i < waiting.size(); i++) {
      print(waiting.get(i), number - waiting.size() + i, '-', out);
    }
    waiting.clear();
    print(line, number, ':', out);
    owed = after;
  }

  private void context(String line, Output out) {
    if (owed > 0) {
      owed--;
      print(line, number, '-', out);
    } else if (before > 0) {
      waiting.add(line);
      if (waiting.size() > before) {
        waiting.removeFirst();
      }
    }
  }

  private void printMatches(Matcher matcher, Output out) {
    do {
      if (!matcher.group().isEmpty()) {
        out.println(prefix(number, ':') + matcher.group());
      }
    } while (matcher.find());
  }

  private void print(String line, long at, char sign, Output out) {
    if ((before > 0 || after > 0) && lastPrinted > 0 && at > lastPrinted + 1) {
      out.println("--");
    }
    lastPrinted = at;
    out.println(prefix(at, sign) + line);
  }

  private String prefix(long at, char sign) {
    return (named ? file + sign : "") + (options.has('n') ? "" + at + sign : "");
  }

  private void finishFile(Output out) {
    if (file.isEmpty() || options.has('q')) {
      return;
    }
    if (options.has('l') || options.has('L')) {
      if (count > 0 != options.has('L')) {
        out.println(file);
      }
    } else if (options.has('c')) {
      out.println((named ? file + ":" : "") + count);
    }
  }

  @Override
  public int end(Output out) {
    finishFile(out);
    return total > 0 ? 0 : 1;
  }

  @Override
  public boolean isDone() {
    return options.has('q') && total > 0;
  }
}
