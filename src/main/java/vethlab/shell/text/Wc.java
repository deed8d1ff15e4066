package vethlab.shell.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code wc}: -l -w -c -m -L. */
final class Wc implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("lwcmL", "")
          .name("lines", 'l')
          .name("words", 'w')
          .name("bytes", 'c')
          .name("chars", 'm')
          .name("max-line-length", 'L');

  /** What has been counted of one file. */
  private record Count(String file, long lines, long words, long bytes, long chars, long longest) {
    Count plus(long l, long w, long b, long c, long m) {
      return new Count(file, lines + l, words + w, bytes + b, chars + c, Math.max(longest, m));
    }
  }

  private final Arguments options;
  private final boolean stdinOnly;
  private final List<Count> counts = new ArrayList<>();

  Wc(Arguments options, List<String> files) {
    this(options, files.isEmpty());
  }

  private Wc(Arguments options, boolean stdinOnly) {
    this.options = options;
    this.stdinOnly = stdinOnly;
  }

  @Override
  public LineFilter copy() {
    Wc copy = new Wc(options, stdinOnly);
    copy.counts.addAll(counts);
    return copy;
  }

  @Override
  public void file(String name, Output out) {
    counts.add(new Count(name, 0, 0, 0, 0, 0));
  }

  @Override
  public void line(String line, Output out) {
    String words = line.strip();
    long count = words.isEmpty() ? 0 : words.split("\\s+").length;
    long bytes = line.getBytes(StandardCharsets.UTF_8).length;
    long chars = line.codePointCount(0, line.length());
    long newline = line.endsWith("\n") ? 1 : 0;
    counts.set(
        counts.size() - 1, counts.getLast().plus(newline, count, bytes, chars, chars - newline));
  }

  @Override
  public int end(Output out) {
    Count total = new Count("total", 0, 0, 0, 0, 0);
    for (Count c : counts) {
      total = total.plus(c.lines(), c.words(), c.bytes(), c.chars(), c.longest());
    }
    int width = width(total);
    counts.forEach(c -> out.println(shown(c, width)));
    if (counts.size() > 1) {
      out.println(shown(total, width));
    }
    return 0;
  }

  private List<Long> columns(Count c) {
    boolean usual =
        !options.has('l')
            && !options.has('w')
            && !options.has('c')
            && !options.has('m')
            && !options.has('L');
    List<Long> columns = new ArrayList<>();
    if (usual || options.has('l')) {
      columns.add(c.lines());
    }
    if (usual || options.has('w')) {
      columns.add(c.words());
    }
    if (options.has('m')) {
      columns.add(c.chars());
    }
    if (usual || options.has('c')) {
      columns.add(c.bytes());
    }
    if (options.has('L')) {
      columns.add(c.longest());
    }
    return columns;
  }

  private int width(Count total) {
    if (columns(total).size() == 1 && counts.size() == 1) {
      return 1;
    }
    return stdinOnly ? 7 : Math.max(1, ("" + total.bytes()).length());
  }

  private String shown(Count c, int width) {
    StringBuilder line = new StringBuilder();
    for (long n : columns(c)) {
      line.append(line.isEmpty() ? "" : " ").append(("%" + width + "d").formatted(n));
    }
    return stdinOnly ? line.toString() : line + " " + c.file();
  }
}
