package vethlab.shell.text;

import java.util.function.UnaryOperator;
import vethlab.shell.Output;

/** A filter that makes each line into another one and remembers nothing. */
record Each(UnaryOperator<String> change) implements LineFilter {
  @Override
  public LineFilter copy() {
    return this;
  }

  @Override
  public void line(String line, Output out) {
    out.print(change.apply(line));
  }

  @Override
  public int end(Output out) {
    return 0;
  }
}
