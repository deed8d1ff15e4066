package vethlab.shell.iproute;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vethlab.op.Qdisc;

/** Reads and prints what follows {@code netem} in {@code tc qdisc}. */
final class Netem {
  private static final double TICKS_PER_MICRO = 15.625;
  private static final long NANOS_PER_TICK = 64;
  private static final int DEFAULT_LIMIT = 1000;

  private static final Map<String, Double> TIME_UNITS =
      units(
          new Object[][] {
            {"", 1.0},
            {"us", 1.0},
            {"usec", 1.0},
            {"usecs", 1.0},
            {"ms", 1e3},
            {"msec", 1e3},
            {"msecs", 1e3},
            {"s", 1e6},
            {"sec", 1e6},
            {"secs", 1e6}
          });

  private static final Map<String, Double> RATE_UNITS =
      units(
          new Object[][] {
            {"", 1.0},
            {"bit", 1.0},
            {"kibit", 1024.0},
            {"kbit", 1e3},
            {"mibit", 1048576.0},
            {"mbit", 1e6},
            {"gibit", 1073741824.0},
            {"gbit", 1e9},
            {"tibit", 1099511627776.0},
            {"tbit", 1e12},
            {"bps", 8.0},
            {"kibps", 8192.0},
            {"kbps", 8e3},
            {"mibps", 8388608.0},
            {"mbps", 8e6},
            {"gibps", 8589934592.0},
            {"gbps", 8e9},
            {"tbps", 8e12}
          });

  private long delay;
  private long jitter;
  private double loss;
  private boolean lossRead;
  private double duplicate;
  private double corrupt;
  private double reorder;
  private long rate;
  private int limit = DEFAULT_LIMIT;

  private Netem() {}

  private static Map<String, Double> units(Object[][] rows) {
    Map<String, Double> units = new TreeMap<>();
    for (Object[] row : rows) {
      units.put((String) row[0], (Double) row[1]);
    }
    return units;
  }

  private static final Words<Netem> WORDS =
      new Words<Netem>()
          .word("limit", Netem::readLimit)
          .word("latency", Netem::readDelay)
          .word("delay", Netem::readDelay)
          .word("loss", Netem::readLoss)
          .word("drop", Netem::readLoss)
          .word("ecn", (n, a) -> notModelled("ecn"))
          .word("reorder", (n, a) -> n.reorder = share("reorder", a))
          .word("corrupt", (n, a) -> n.corrupt = share("corrupt", a))
          .word("gap", (n, a) -> notModelled("gap"))
          .word("duplicate", (n, a) -> n.duplicate = share("duplicate", a))
          .word("distribution", (n, a) -> notModelled("distribution"))
          .word("rate", Netem::readRate)
          .word("slot", (n, a) -> notModelled("slot"))
          .other((n, a) -> {
            String word = a.take();
            throw misuse(word.equals("help") ? "" : "What is \"" + word + "\"?\n");
          });

  static Qdisc.Netem read(Args args) {
    Netem netem = WORDS.read(new Netem(), args);
    if (netem.reorder > 0 && netem.delay == 0) {
      throw misuse("reordering not possible without specifying some delay\n");
    }
    return new Qdisc.Netem(
        netem.delay,
        netem.jitter,
        netem.loss,
        netem.duplicate,
        netem.corrupt,
        netem.reorder,
        netem.rate,
        netem.limit);
  }

  private static IpError misuse(String text) {
    return new IpError(text + Help.text("tc-netem"), 1);
  }

  private static IpError illegal(String word) {
    return new IpError("Illegal \"" + word + "\"\n", 1);
  }

  private static void notModelled(String word) {
    throw IpError.notModelled("tc: netem \"" + word + "\"");
  }

  private static boolean numberFollows(Args args) {
    return args.more() && !args.peek().isEmpty() && Character.isDigit(args.peek().charAt(0));
  }

  private static void readLimit(Netem n, Args args) {
    n.limit = (int) Numbers.u32(args.value()).orElseThrow(() -> illegal("limit"));
  }

  private static void readDelay(Netem n, Args args) {
    n.delay = time(args.value()).orElseThrow(() -> illegal("latency"));
    if (numberFollows(args)) {
      n.jitter = time(args.take()).orElseThrow(() -> illegal("latency"));
      uncorrelated("latency", args);
    }
  }

  private static void uncorrelated(String word, Args args) {
    if (numberFollows(args)) {
      if (percent(args.take()).isEmpty()) {
        throw illegal(word);
      }
      notModelled(word + " correlation");
    }
  }

  private static void readLoss(Netem n, Args args) {
    if (n.lossRead) {
      throw illegal("duplicate loss argument\n");
    }
    n.lossRead = true;
    String text = args.value();
    if (text.equals("state") || text.equals("gemodel")) {
      notModelled("loss " + text);
    }
    if (!text.equals("random") && !Character.isDigit(text.charAt(0))) {
      throw new IpError("Unknown loss parameter: " + text + "\n", 1);
    }
    String value = text.equals("random") ? args.value() : text;
    n.loss = percent(value).orElseThrow(() -> illegal("loss percent"));
    uncorrelated("loss correlation", args);
  }

  private static double share(String word, Args args) {
    double share = percent(args.value()).orElseThrow(() -> illegal(word));
    uncorrelated(word, args);
    return share;
  }

  private static void readRate(Netem n, Args args) {
    OptionalDouble value = measured(args.value(), RATE_UNITS);
    n.rate = (long) value.orElseThrow(() -> illegal("rate"));
    if (numberFollows(args)) {
      notModelled("rate overhead");
    }
  }

  /** Nanoseconds, as many as make whole ticks of the scheduler's clock; read in microseconds. */
  private static Optional<Long> time(String text) {
    OptionalDouble micros = measured(text, TIME_UNITS);
    return micros.isPresent()
        ? Optional.of((long) ((long) micros.getAsDouble() * TICKS_PER_MICRO) * NANOS_PER_TICK)
        : Optional.empty();
  }

  private static long micros(long nanos) {
    long ticks = nanos / NANOS_PER_TICK;
    return (long) (ticks / TICKS_PER_MICRO);
  }

  private static Optional<Double> percent(String text) {
    OptionalDouble value =
        measured(
            text.endsWith("%") ? text.substring(0, text.length() - 1) : text,
            units(new Object[][] {{"", 1.0}}));
    return value.isPresent() && value.getAsDouble() <= 100
        ? Optional.of(value.getAsDouble() / 100)
        : Optional.empty();
  }

  private static OptionalDouble measured(String text, Map<String, Double> units) {
    int end = 0;
    while (end < text.length() && "0123456789.".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    Double unit = units.get(text.substring(end).toLowerCase(Locale.ROOT));
    try {
      return unit == null || end == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(text.substring(0, end)) * unit);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  static void print(Printer printer, Qdisc.Netem netem) {
    printer.number("limit", "limit %d", netem.limit());
    if (netem.delay() > 0) {
      printer.open("delay");
      printer.text(" delay " + shown(netem.delay()));
      printer.text(netem.jitter() > 0 ? "  " + shown(netem.jitter()) : "");
      json(printer, "delay", micros(netem.delay()) / 1e6);
      json(printer, "jitter", micros(netem.jitter()) / 1e6);
      json(printer, "correlation", 0);
      printer.close();
    }
    share(printer, "loss-random", "loss", netem.loss());
    share(printer, "duplicate", "duplicate", netem.duplicate());
    share(printer, "reorder", "reorder", netem.reorder());
    share(printer, "corrupt", "corrupt", netem.corrupt());
    if (netem.rate() > 0) {
      printer.open("rate");
      printer.literal("rate", " rate " + rate(netem.rate()), Long.toString(netem.rate() / 8));
      for (String key : new String[] {"packetoverhead", "cellsize", "celloverhead"}) {
        printer.jsonLiteral(key, "0");
      }
      printer.close();
    }
    printer.jsonLiteral("ecn", "false");
    int gap = netem.reorder() > 0 ? 1 : 0;
    printer.literal("gap", gap > 0 ? " gap " + gap : "", Integer.toString(gap));
  }

  private static void share(Printer printer, String object, String word, double share) {
    if (share > 0) {
      printer.open(object);
      printer.text(" " + word + " " + general(share * 100) + "%");
      json(printer, word, share);
      json(printer, "correlation", 0);
      printer.close();
    }
  }

  private static void json(Printer printer, String key, double value) {
    printer.jsonLiteral(key, general(value));
  }

  private static String shown(long nanos) {
    double micros = micros(nanos);
    if (micros >= 1e6) {
      return general(micros / 1e6, 3) + "s";
    }
    return micros >= 1e3 ? general(micros / 1e3, 3) + "ms" : (long) micros + "us";
  }

  private static String rate(long bits) {
    String[] units = {"", "K", "M", "G", "T"};
    long value = bits;
    int unit = 0;
    while (unit < units.length - 1
        && value >= 1000
        && !(value % 1000 != 0 && value < 1000 * 1000)) {
      value /= 1000;
      unit++;
    }
    return value + units[unit] + "bit";
  }

  /** A number as C's %g prints it. */
  static String general(double value) {
    return general(value, 6);
  }

  private static String general(double value, int digits) {
    if (value == 0) {
      return "0";
    }
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value, new java.math.MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.scaleByPowerOfTen(-exponent).toPlainString();
    return String.format(
        Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
