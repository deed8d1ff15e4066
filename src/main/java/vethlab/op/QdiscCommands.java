package vethlab.op;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** {@code tc qdisc}. */
final class QdiscCommands {
  private static final int USUAL_LIMIT = 1000;
  private static final MathContext DIGITS = new MathContext(10);

  private QdiscCommands() {}

  static List<String> set(Op.QdiscSet set) {
    Argv argv =
        Argv.in(set.ns(), "tc")
            .add("qdisc", Commands.word(set.verb()), "dev", set.dev(), "root")
            .addIf(set.handle() != 0, "handle", Integer.toHexString(set.handle()) + ":");
    switch (set.qdisc()) {
      case Qdisc.Netem netem -> netem(argv, netem);
    }
    return argv.words();
  }

  private static void netem(Argv argv, Qdisc.Netem netem) {
    argv.add("netem")
        .addIf(netem.limit() != USUAL_LIMIT, "limit", "" + netem.limit())
        .addIf(netem.delay() != 0 || netem.jitter() != 0, "delay", time(netem.delay()))
        .addIf(netem.jitter() != 0, time(netem.jitter()))
        .addIf(netem.loss() != 0, "loss", percent(netem.loss()))
        .addIf(netem.duplicate() != 0, "duplicate", percent(netem.duplicate()))
        .addIf(netem.corrupt() != 0, "corrupt", percent(netem.corrupt()))
        .addIf(netem.reorder() != 0, "reorder", percent(netem.reorder()))
        .addIf(netem.rate() != 0, "rate", rate(netem.rate()));
  }

  private static String time(long nanos) {
    long[] sizes = {1_000_000_000L, 1_000_000L};
    String[] units = {"s", "ms"};
    for (int i = 0; i < sizes.length; i++) {
      if (nanos != 0 && nanos % sizes[i] == 0) {
        return nanos / sizes[i] + units[i];
      }
    }
    return plain(BigDecimal.valueOf(nanos, 3)) + "us";
  }

  private static String rate(long bits) {
    long[] sizes = {1_000_000_000L, 1_000_000L, 1000L};
    String[] units = {"gbit", "mbit", "kbit"};
    for (int i = 0; i < sizes.length; i++) {
      if (bits % sizes[i] == 0) {
        return bits / sizes[i] + units[i];
      }
    }
    return bits + "bit";
  }

  private static String percent(double share) {
    return plain(new BigDecimal(share * 100, DIGITS)) + "%";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
