package vethlab.shell.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code head} and {@code tail}, by lines (-n) or bytes (-c). */
final class HeadTail {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("qvfF0123456789", "nc")
          .name("lines", 'n')
          .name("bytes", 'c')
          .name("quiet", 'q');

  private HeadTail() {}

  /** {@code head -5} as {@code head -n 5}. */
  static List<String> modern(List<String> argv) {
    List<String> words = new ArrayList<>();
    for (String word : argv) {
      if (word.matches("-\\d+") && !words.getLast().matches("-[nc]")) {
        words.add("-n");
        words.add(word.substring(1));
      } else if (word.matches("\\+\\d+") && words.size() == 1) {
        words.add("-n");
        words.add(word);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static String count(Arguments options, String what) {
    String text = options.value('c').or(() -> options.value('n')).orElse("10");
    if (!text.matches("[-+]?\\d{1,12}[kKM]?")) {
      throw new FilterCommand.Usage("invalid number of " + what + ": ‘" + text + "’");
    }
    return text.replaceFirst("[kK]$", "000").replaceFirst("M$", "000000");
  }

  static LineFilter head(Arguments options, List<String> files) {
    String what = options.has('c') ? "bytes" : "lines";
    String text = count(options, what);
    long n = Long.parseLong(text.replace("+", ""));
    boolean headed = files.size() > 1 && !options.has('q') || options.has('v');
    return n < 0 || text.startsWith("-")
        ? new AllButLast((int) Math.abs(n))
        : new Head(n, options.has('c'), headed);
  }

  static LineFilter tail(Arguments options, List<String> files) {
    String text = count(options, options.has('c') ? "bytes" : "lines");
    boolean headed = files.size() > 1 && !options.has('q') || options.has('v');
    long n = Math.abs(Long.parseLong(text.replace("+", "")));
    if (text.startsWith("+")) {
      return new From(n, options.has('c'));
    }
    return new Tail((int) n, options.has('c'), headed);
  }

  private static String header(String file, boolean first) {
    String name = file.equals("-") ? "standard input" : file;
    return (first ? "" : "\n") + "==> " + name + " <==\n";
  }

  /** The first lines or bytes of each file. */
  private static final class Head implements LineFilter {
    private final long most;
    private final boolean bytes;
    private final boolean headed;
    private long left;
    private boolean first = true;

    Head(long most, boolean bytes, boolean headed) {
      this.most = most;
      this.bytes = bytes;
      this.headed = headed;
      left = most;
    }

    @Override
    public LineFilter copy() {
      Head copy = new Head(most, bytes, headed);
      copy.left = left;
      copy.first = first;
      return copy;
    }

    @Override
    public void file(String name, Output out) {
      if (headed) {
        out.print(header(name, first));
      }
      first = false;
      left = most;
    }

    @Override
    public void line(String line, Output out) {
      if (left <= 0) {
        return;
      }
      String shown = bytes ? line.substring(0, (int) Math.min(left, line.length())) : line;
      left -= bytes ? line.length() : 1;
      out.print(shown);
    }

    @Override
    public int end(Output out) {
      return 0;
    }

    @Override
    public boolean isDone() {
      return left <= 0 && !headed;
    }
  }

  /** {@code head -n -N}. */
  private static final class AllButLast implements LineFilter {
    private final int held;
    private final Deque<String> last;

    AllButLast(int held) {
      this(held, new ArrayDeque<>());
    }

    private AllButLast(int held, Deque<String> last) {
      this.held = held;
      this.last = last;
    }

    @Override
    public LineFilter copy() {
      return new AllButLast(held, new ArrayDeque<>(last));
    }

    @Override
    public void line(String line, Output out) {
      last.add(line);
      if (last.size() > held) {
        out.print(last.poll());
      }
    }

    @Override
    public int end(Output out) {
      return 0;
    }
  }

  /** The last lines or bytes. */
  private static final class Tail implements LineFilter {
    private final int most;
    private final boolean bytes;
    private final boolean headed;
    private final Deque<String> last = new ArrayDeque<>();
    private boolean first = true;

    Tail(int most, boolean bytes, boolean headed) {
      this.most = most;
      this.bytes = bytes;
      this.headed = headed;
    }

    @Override
    public LineFilter copy() {
      Tail copy = new Tail(most, bytes, headed);
      copy.last.addAll(last);
      copy.first = first;
      return copy;
    }

    @Override
    public void file(String name, Output out) {
      flush(out);
      if (headed) {
        out.print(header(name, first));
      }
      first = false;
    }

    @Override
    public void line(String line, Output out) {
      last.add(line);
      while (!bytes && last.size() > most) {
        last.poll();
      }
    }

    private void flush(Output out) {
      String text = String.join("", last);
      out.print(bytes ? text.substring(Math.max(0, text.length() - most)) : text);
      last.clear();
    }

    @Override
    public int end(Output out) {
      flush(out);
      return 0;
    }
  }

  /** {@code tail -n +N}. */
  private static final class From implements LineFilter {
    private final boolean bytes;
    private long skip;

    From(long first, boolean bytes) {
      this.bytes = bytes;
      skip = first - 1;
    }

    @Override
    public LineFilter copy() {
      return new From(skip + 1, bytes);
    }

    @Override
    public void line(String line, Output out) {
      if (skip <= 0) {
        out.print(line);
      } else if (bytes) {
        out.print(line.substring((int) Math.min(skip, line.length())));
        skip -= line.length();
      } else {
        skip--;
      }
    }

    @Override
    public int end(Output out) {
      return 0;
    }
  }
}
