package vethlab.shell.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.CommandTable;

/** The list of the text tools. */
public final class TextCommands {
  private static final Arguments.Spec NO_OPTIONS = new Arguments.Spec("", "");

  private TextCommands() {}

  /** Adds them all. */
  public static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.add("cat", new FilterCommand(Cat.SPEC, 1, (options, files) -> new Cat(options)));
    table.add("tac", new FilterCommand(NO_OPTIONS, 1, (options, files) -> reversed()));
    table.add("rev", new FilterCommand(NO_OPTIONS, 1, (options, files) -> mirrored()));
    grep(table, "grep", 'G');
    grep(table, "egrep", 'E');
    grep(table, "fgrep", 'F');
    table.add(
        "head",
        argv -> new FilterCommand(HeadTail.SPEC, 1, HeadTail::head).start(HeadTail.modern(argv)));
    table.add(
        "tail",
        argv -> new FilterCommand(HeadTail.SPEC, 1, HeadTail::tail).start(HeadTail.modern(argv)));
    table.add("sort", new FilterCommand(Sort.SPEC, 2, (options, files) -> Sort.make(options)));
    table.add("uniq", new FilterCommand(Uniq.SPEC, 1, (options, files) -> new Uniq(options)));
    table.add("wc", new FilterCommand(Wc.SPEC, 1, (options, files) -> new Wc(options, files)));
    table.add("cut", new FilterCommand(Cut.SPEC, 1, (options, files) -> Cut.make(options)));
    table.add("tr", new FilterCommand(Tr.SPEC, 1, Tr::make));
    table.add("nl", new FilterCommand(NO_OPTIONS, 1, (options, files) -> numbered()));
    table.add("paste", new FilterCommand(Paste.SPEC, 1, Paste::make));
    table.add(
        "column", new FilterCommand(Column.SPEC, 1, (options, files) -> Column.make(options)));
    table.add("sed", new SedCommand());
    table.add("tee", new Tee());
    AwkCommand awk = new AwkCommand();
    table.add("awk", awk).add("gawk", awk).add("mawk", awk);
  }

  private static void grep(CommandTable table, String name, char kind) {
    table.add(
        name, new FilterCommand(Grep.SPEC, 2, (options, files) -> Grep.make(options, files, kind)));
  }

  private static LineFilter reversed() {
    return new Collected((lines, out) -> {
      List<String> all = new ArrayList<>(lines);
      Collections.reverse(all);
      all.forEach(out::println);
      return 0;
    });
  }

  private static LineFilter mirrored() {
    return new Each(
        line -> new StringBuilder(LineFilter.stripped(line)).reverse().append('\n').toString());
  }

  private static LineFilter numbered() {
    return new Collected((lines, out) -> {
      int n = 0;
      for (String line : lines) {
        out.println(line.isEmpty() ? "       " : "%6d\t%s".formatted(++n, line));
      }
      return 0;
    });
  }
}
