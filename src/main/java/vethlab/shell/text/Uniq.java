package vethlab.shell.text;

import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code uniq}: -c -d -u -i. */
final class Uniq implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("cdui", "fs").name("count", 'c').name("repeated", 'd').name("unique", 'u');

  private final Arguments options;
  private String current = "";
  private long count;

  Uniq(Arguments options) {
    this.options = options;
  }

  @Override
  public LineFilter copy() {
    Uniq copy = new Uniq(options);
    copy.current = current;
    copy.count = count;
    return copy;
  }

  @Override
  public void line(String line, Output out) {
    String text = LineFilter.stripped(line);
    boolean same = options.has('i') ? text.equalsIgnoreCase(current) : text.equals(current);
    if (count > 0 && same) {
      count++;
      return;
    }
    print(out);
    current = text;
    count = 1;
  }

  private void print(Output out) {
    if (count == 0 || (options.has('d') && count == 1) || (options.has('u') && count > 1)) {
      return;
    }
    out.println(options.has('c') ? "%7d %s".formatted(count, current) : current);
  }

  @Override
  public int end(Output out) {
    print(out);
    return 0;
  }
}
