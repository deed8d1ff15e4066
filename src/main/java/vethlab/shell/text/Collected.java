package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Output;

/** A filter that needs all lines before it prints: sort, tac, column. */
final class Collected implements LineFilter {

  /** What is done with the lines, which come without newlines. */
  interface Work {
    int run(List<String> lines, Output out);
  }

  private final Work work;
  private final List<String> lines;

  Collected(Work work) {
    this(work, List.of());
  }

  private Collected(Work work, List<String> lines) {
    this.work = work;
    this.lines = new ArrayList<>(lines);
  }

  @Override
  public LineFilter copy() {
    return new Collected(work, lines);
  }

  @Override
  public void line(String line, Output out) {
    lines.add(LineFilter.stripped(line));
  }

  @Override
  public int end(Output out) {
    return work.run(lines, out);
  }
}
