package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code diff} of two files: the usual format, -u, -q, -s, -i, -w, -b. */
final class Diff implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("uqsiwbaN", "U")
          .name("unified", 'u')
          .name("brief", 'q')
          .name("report-identical-files", 's')
          .name("ignore-case", 'i')
          .name("ignore-all-space", 'w')
          .name("ignore-space-change", 'b')
          .name("text", 'a')
          .name("new-file", 'N');

  private static final int CONTEXT = 3;
  private static final int TROUBLE = 2;
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private final Arguments options;
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> files = new ArrayList<>();

  private Diff(Arguments options) {
    this.options = options;
  }

  static LineFilter make(Arguments options, List<String> files) {
    if (files.size() < 2) {
      String last = files.isEmpty() ? "diff" : files.getFirst();
      throw new FilterCommand.Usage(
          "missing operand after '" + last + "'\ndiff: Try 'diff --help' for more information.");
    }
    if (files.size() > 2) {
      throw new FilterCommand.Usage(
          "extra operand '" + files.get(2) + "'\ndiff: Try 'diff --help' for more information.");
    }
    return new Diff(options);
  }

  @Override
  public LineFilter copy() {
    Diff copy = new Diff(options);
    copy.names.addAll(names);
    files.forEach(lines -> copy.files.add(new ArrayList<>(lines)));
    return copy;
  }

  @Override
  public void file(String name, Output out) {
    names.add(name);
    files.add(new ArrayList<>());
  }

  @Override
  public void line(String line, Output out) {
    files.getLast().add(line);
  }

  @Override
  public int end(Output out) {
    if (files.size() < 2) {
      return TROUBLE;
    }
    List<String> old = files.get(0);
    List<String> young = files.get(1);
    List<LineChange> changes =
        LineChange.between(
            old.stream().map(this::compared).toList(),
            young.stream().map(this::compared).toList(),
            context());
    String both = names.get(0) + " and " + names.get(1);
    if (changes.isEmpty()) {
      out.print(options.has('s') ? "Files " + both + " are identical\n" : "");
      return 0;
    }
    if (options.has('q')) {
      out.println("Files " + both + " differ");
    } else if (options.has('u') || options.has('U')) {
      unified(out, changes);
    } else {
      changes.forEach(change -> normal(out, change));
    }
    return 1;
  }

  /** What counts of a line. */
  private String compared(String line) {
    String text = options.has('i') ? line.toLowerCase(Locale.ROOT) : line;
    if (options.has('w')) {
      return text.replaceAll("\\s+", "");
    }
    return options.has('b') ? text.stripTrailing().replaceAll("\\s+", " ") : text;
  }

  // ---- the usual format

  private void normal(Output out, LineChange change) {
    String verb = change.removed() == 0 ? "a" : change.added() == 0 ? "d" : "c";
    out.println(
        range(change.oldAt(), change.removed()) + verb + range(change.newAt(), change.added()));
    show(out, "< ", files.get(0), change.oldAt(), change.removed());
    if (verb.equals("c")) {
      out.println("---");
    }
    show(out, "> ", files.get(1), change.newAt(), change.added());
  }

  /** Line numbers from 1; of nothing the line before. */
  private static String range(int at, int count) {
    return count <= 1 ? "" + (at + count) : (at + 1) + "," + (at + count);
  }

  private static void show(Output out, String mark, List<String> lines, int from, int count) {
    for (String line : lines.subList(from, from + count)) {
      out.println(mark + LineFilter.stripped(line));
      if (!line.endsWith("\n")) {
        out.println(NO_NEWLINE);
      }
    }
  }

  // ---- the unified one

  /** How many lines around a change are shown. */
  private int context() {
    return options
        .value('U')
        .filter(n -> n.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(options.has('u') ? CONTEXT : 0);
  }

  private void unified(Output out, List<LineChange> changes) {
    int context = context();
    out.println("--- " + names.get(0));
    out.println("+++ " + names.get(1));
    int first = 0;
    while (first < changes.size()) {
      int last = first;
      while (last + 1 < changes.size()
          && changes.get(last + 1).oldAt() - changes.get(last).oldEnd() <= 2 * context) {
        last++;
      }
      hunk(out, changes.subList(first, last + 1), context);
      first = last + 1;
    }
  }

  private void hunk(Output out, List<LineChange> changes, int context) {
    List<String> old = files.get(0);
    LineChange begin = changes.getFirst();
    LineChange end = changes.getLast();
    int before = Math.min(context, begin.oldAt());
    int after = Math.min(context, old.size() - end.oldEnd());
    int from = begin.oldAt() - before;
    int newFrom = begin.newAt() - before;
    out.println(
        "@@ -"
            + position(from, end.oldEnd() + after - from)
            + " +"
            + position(newFrom, end.newEnd() + after - newFrom)
            + " @@");
    int at = from;
    for (LineChange change : changes) {
      show(out, " ", old, at, change.oldAt() - at);
      show(out, "-", old, change.oldAt(), change.removed());
      show(out, "+", files.get(1), change.newAt(), change.added());
      at = change.oldEnd();
    }
    show(out, " ", old, at, after);
  }

  private static String position(int from, int count) {
    return count == 0 ? from + ",0" : (from + 1) + (count == 1 ? "" : "," + count);
  }
}
