package vethlab.shell.tcpdump;

import java.util.Locale;
import vethlab.shell.lang.Dates;

/** The time at the beginning of a line, in the way -t, -tt, -ttt … ask for. */
final class Stamps {
  private static final long SECOND = 1_000_000_000L;

  private final int kind;
  private long previous = -1;
  private long first = -1;

  Stamps(int kind) {
    this.kind = kind;
  }

  Stamps copy() {
    Stamps copy = new Stamps(kind);
    copy.previous = previous;
    copy.first = first;
    return copy;
  }

  /** With a space behind it; empty with -t. */
  String of(long at) {
    long before = previous < 0 ? at : previous;
    first = first < 0 ? at : first;
    previous = at;
    long seconds = Dates.epochSeconds(at);
    long micros = at % SECOND / 1000;
    return switch (kind) {
      case 0 -> String.format(Locale.ROOT, "%s.%06d ", Dates.format("%T", seconds, 0), micros);
      case 1 -> "";
      case 2 -> String.format(Locale.ROOT, "%d.%06d ", seconds, micros);
      case 3 -> span(at - before);
      case 4 -> String.format(Locale.ROOT, "%s.%06d ", Dates.format("%F %T", seconds, 0), micros);
      default -> span(at - first);
    };
  }

  private static String span(long nanos) {
    long seconds = nanos / SECOND;
    return String.format(
        Locale.ROOT,
        " %02d:%02d:%02d.%06d ",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        nanos % SECOND / 1000);
  }
}
