package vethlab.shell.text;

import vethlab.shell.Arguments;
import vethlab.shell.Output;

/** {@code cat}, with -n -b -s -E -T -A. */
final class Cat implements LineFilter {
  static final Arguments.Spec SPEC =
      new Arguments.Spec("nbsETAeuv", "")
          .name("number", 'n')
          .name("number-nonblank", 'b')
          .name("squeeze-blank", 's')
          .name("show-ends", 'E')
          .name("show-tabs", 'T')
          .name("show-all", 'A');

  private final Arguments options;
  private int number;
  private boolean blank;

  Cat(Arguments options) {
    this.options = options;
  }

  @Override
  public LineFilter copy() {
    Cat copy = new Cat(options);
    copy.number = number;
    copy.blank = blank;
    return copy;
  }

  @Override
  public void line(String line, Output out) {
    boolean empty = line.equals("\n");
    if (options.has('s') && empty && blank) {
      return;
    }
    blank = empty;
    String text = line;
    if (options.has('T') || options.has('A')) {
      text = text.replace("\t", "^I");
    }
    if ((options.has('E') || options.has('A') || options.has('e')) && text.endsWith("\n")) {
      text = text.substring(0, text.length() - 1) + "$\n";
    }
    if (options.has('b') ? !empty : options.has('n')) {
      text = "%6d\t".formatted(++number) + text;
    }
    out.print(text);
  }

  @Override
  public int end(Output out) {
    return 0;
  }
}
