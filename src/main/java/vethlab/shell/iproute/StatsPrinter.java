package vethlab.shell.iproute;

import java.util.Locale;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;

/** Prints a link's counters in columns as wide as their longest number. */
final class StatsPrinter {
  private static final String[] PREFIXES = {"k", "M", "G", "T", "P", "E"};

  private final Options options;
  private final Printer printer;
  private final int[] width = {10, 7, 6, 7, 7, 7, 10};

  StatsPrinter(Options options, Printer printer) {
    this.options = options;
    this.printer = printer;
  }

  void print(LinkView link) {
    LinkStats stats = link.stats();
    if (printer.json()) {
      printJson(link, stats);
      return;
    }
    long[] received = {
      stats.rxBytes(),
      stats.rxPackets(),
      stats.rxErrors(),
      stats.rxDropped(),
      0,
      stats.rxMulticast()
    };
    long[] sent = {
      stats.txBytes(),
      stats.txPackets(),
      stats.txErrors(),
      stats.txDropped(),
      stats.txCarrier(),
      stats.collisions()
    };
    long[] sentErrors = {0, 0, 0, 0, 0, link.carrierChanges()};
    widen(received);
    widen(sent);
    if (options.statistics > 1) {
      widen(sentErrors);
    }
    printer.text(head("RX", "missed", "mcast"));
    printer.text("    " + row(received, 0));
    if (options.statistics > 1) {
      printer.text(
          options.lineEnd() + errorHead("RX", "length", "crc", "frame", "fifo", "overrun"));
      printer.text(" ".repeat(width[0] + 5) + row(new long[6], 1));
    }
    printer.text(options.lineEnd() + head("TX", "carrier", "collsns"));
    printer.text("    " + row(sent, 0));
    if (options.statistics > 1) {
      printer.text(
          options.lineEnd() + errorHead("TX", "aborted", "fifo", "window", "heartbt", "transns"));
      printer.text(" ".repeat(width[0] + 5) + row(sentErrors, 1));
    }
  }

  private void widen(long[] numbers) {
    if (options.human > 0) {
      return;
    }
    for (int i = 0; i < numbers.length; i++) {
      width[i] = Math.max(width[i], Long.toUnsignedString(numbers[i]).length());
    }
  }

  private String head(String direction, String fifth, String sixth) {
    return "    "
        + direction
        + ": "
        + right("bytes", width[0] - 4)
        + " "
        + right("packets", width[1])
        + " "
        + right("errors", width[2])
        + " "
        + right("dropped", width[3])
        + " "
        + right(fifth, width[4])
        + " "
        + right(sixth, width[5])
        + " "
        + right("", width[6])
        + options.lineEnd();
  }

  private String errorHead(String direction, String... names) {
    StringBuilder text =
        new StringBuilder("    " + direction + " errors:" + " ".repeat(width[0] - 10));
    for (int i = 0; i < names.length; i++) {
      text.append(' ').append(right(names[i], width[i + 1]));
    }
    return text.append(options.lineEnd()).toString();
  }

  private String row(long[] numbers, int from) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < numbers.length; i++) {
      text.append(right(shown(numbers[i]), width[i])).append(' ');
    }
    return text.toString();
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The number, or with {@code -human} about three digits and a prefix. */
  private String shown(long count) {
    int base = options.iec > 0 ? 1024 : 1000;
    if (options.human == 0 || count < base) {
      return Long.toUnsignedString(count);
    }
    long power = base;
    int prefix = 0;
    while (count / base >= power && prefix < PREFIXES.length - 1) {
      power *= base;
      prefix++;
    }
    int precision = 2;
    long limit = 10;
    while (precision > 0 && count / power >= limit) {
      precision--;
      limit *= 10;
    }
    return String.format(Locale.ROOT, "%." + precision + "f", (double) count / power)
        + PREFIXES[prefix]
        + (options.iec > 0 ? "i" : "");
  }

  private void printJson(LinkView link, LinkStats stats) {
    printer.open("stats64");
    printer.open("rx");
    put("bytes", stats.rxBytes());
    put("packets", stats.rxPackets());
    put("errors", stats.rxErrors());
    put("dropped", stats.rxDropped());
    put("over_errors", 0);
    put("multicast", stats.rxMulticast());
    if (options.statistics > 1) {
      for (String key :
          new String[] {
            "length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors"
          }) {
        put(key, 0);
      }
    }
    printer.close();
    printer.open("tx");
    put("bytes", stats.txBytes());
    put("packets", stats.txPackets());
    put("errors", stats.txErrors());
    put("dropped", stats.txDropped());
    put("carrier_errors", stats.txCarrier());
    put("collisions", stats.collisions());
    if (options.statistics > 1) {
      for (String key :
          new String[] {"aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors"}) {
        put(key, 0);
      }
      put("carrier_changes", link.carrierChanges());
    }
    printer.close();
    printer.close();
  }

  private void put(String key, long value) {
    printer.jsonLiteral(key, Long.toUnsignedString(value));
  }
}
