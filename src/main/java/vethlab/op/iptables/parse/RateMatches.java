package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Locale;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Rates;

/**
 * Matches that count. Sources: iptables libxt_limit.c, libxt_hashlimit.c, libxt_statistic.c,
 * libxt_quota.c. Not modelled: hashlimit's rates in bytes and rate matching.
 */
final class RateMatches {
  private RateMatches() {}

  private static final String[] UNITS = {"second", "minute", "hour", "day"};
  private static final int[] SECONDS = {1, 60, 3600, 86400};

  /** The cost of a packet at a rate like {@code 5/min}; 0 where the text is no rate. */
  private static long cost(String rate, Rates scale) {
    int slash = rate.indexOf('/');
    int seconds = slash < 0 ? 1 : seconds(rate.substring(slash + 1));
    long count = Number.leading(rate);
    if (seconds == 0 || count == 0) {
      return 0;
    }
    long cost = scale.cost(count, seconds);
    if (cost == 0) {
      throw parameter("Rate too fast \"%s\"", rate);
    }
    return cost;
  }

  private static int seconds(String unit) {
    for (int i = 0; i < UNITS.length; i++) {
      if (!unit.isEmpty() && UNITS[i].startsWith(unit.toLowerCase(Locale.ROOT))) {
        return SECONDS[i];
      }
    }
    return 0;
  }

  static final class Limit extends MatchExtension {
    private long average = Rates.LIMIT.cost(3, 3600);
    private long burst = 5;

    Limit() {
      super("limit", Opt.arg("limit"), Opt.arg("limit-burst"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      if (option.name().equals("limit")) {
        average = cost(value.text(), Rates.LIMIT);
        if (average == 0) {
          throw parameter("bad rate \"%s\"'", value.text());
        }
      } else {
        burst = value.number(0, 10000L);
      }
    }

    @Override
    Match match() {
      return new Match.Limit(average, burst);
    }
  }

  static final class HashLimit extends MatchExtension {
    private String table = "";
    private boolean above;
    private long average = 1;
    private long burst = 5;
    private int modes;
    private int sourceLength = 32;
    private int destinationLength = 32;
    private long size;
    private long max;
    private long gcInterval = 1000;
    private long expire = -1;

    HashLimit() {
      super(
          "hashlimit",
          Opt.arg("hashlimit-upto", "hashlimit").not().without("hashlimit-above"),
          Opt.arg("hashlimit-above").not().without("hashlimit-upto"),
          Opt.arg("hashlimit-srcmask"),
          Opt.arg("hashlimit-dstmask"),
          Opt.arg("hashlimit-burst"),
          Opt.arg("hashlimit-htable-size"),
          Opt.arg("hashlimit-htable-max"),
          Opt.arg("hashlimit-htable-gcinterval"),
          Opt.arg("hashlimit-htable-expire"),
          Opt.arg("hashlimit-mode"),
          Opt.arg("hashlimit-name").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "hashlimit-upto", "hashlimit-above" -> {
          above = option.name().equals("hashlimit-above") != value.not();
          if (value.text().matches("[0-9]+[km]?b/s")) {
            throw IptablesException.notModelled("hashlimit's rate in bytes");
          }
          average = cost(value.text(), Rates.HASHLIMIT);
          if (average == 0) {
            throw value.bad();
          }
        }
        case "hashlimit-srcmask" -> sourceLength = value.prefixLength();
        case "hashlimit-dstmask" -> destinationLength = value.prefixLength();
        case "hashlimit-burst" -> burst = burst(value.text());
        case "hashlimit-htable-size" -> size = value.number(0, 0xffffffffL);
        case "hashlimit-htable-max" -> max = value.number(0, 0xffffffffL);
        case "hashlimit-htable-gcinterval" -> gcInterval = value.number(0, 0xffffffffL);
        case "hashlimit-htable-expire" -> expire = value.number(0, 0xffffffffL);
        case "hashlimit-mode" -> modes |= modes(value);
        default -> table = Value.cut(value.nonEmpty(), 254);
      }
    }

    private static long burst(String text) {
      return Number.whole(text, 1, 1_000_000)
          .orElseThrow(() ->
              parameter(
                  "bad value for option \"--hashlimit-burst\", or out of range (1-1000000)."));
    }

    private static int modes(Value value) {
      int modes = 0;
      for (String word : value.text().split("[,|]")) {
        int bit = 0;
        for (Match.HashMode mode : Match.HashMode.values()) {
          bit |= mode.name().toLowerCase(Locale.ROOT).equals(word) ? 1 << mode.ordinal() : 0;
        }
        if (bit == 0 && !word.isEmpty()) {
          throw value.bad();
        }
        modes |= bit;
      }
      return modes;
    }

    @Override
    void check() {
      if (!given("hashlimit-upto") && !given("hashlimit-above")) {
        throw parameter("You have to specify --hashlimit");
      }
    }

    @Override
    Match match() {
      return new Match.HashLimit(
          table,
          above,
          average,
          burst,
          modes,
          sourceLength,
          destinationLength,
          size,
          max,
          gcInterval,
          expire < 0 ? Rates.HASHLIMIT.quantum(average) : expire);
    }
  }

  static final class Statistic extends MatchExtension {
    private String mode = "";
    private boolean not;
    private long probability;
    private long every = 1;
    private long packet;

    Statistic() {
      super(
          "statistic",
          Opt.arg("mode").must(),
          Opt.arg("probability").not().without("every", "packet"),
          Opt.arg("every").not().without("probability").with("packet"),
          Opt.arg("packet").without("probability").with("every"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      not |= value.not();
      switch (option.name()) {
        case "mode" -> {
          mode = value.text();
          if (!mode.equals("random") && !mode.equals("nth")) {
            throw parameter("Bad mode \"%s\"", mode);
          }
        }
        case "probability" -> probability = Math.round((1L << 31) * value.fraction());
        case "every" -> every = value.number(1, 0xffffffffL);
        default -> packet = value.number(0, 0xffffffffL);
      }
    }

    @Override
    void check() {
      if (mode.equals("random") && !given("probability")) {
        throw parameter("--probability must be specified when using random mode");
      }
      if (mode.equals("nth") && !given("every") && !given("packet")) {
        throw parameter("--every and --packet must be specified when using nth mode");
      }
      if (!mode.equals("random") && packet > every - 1) {
        throw parameter("the --packet p must be 0 <= p <= n-1");
      }
    }

    @Override
    Match match() {
      return mode.equals("random")
          ? new Match.StatisticRandom(new Is<>(probability, not))
          : new Match.StatisticNth(new Is<>(every, not), packet);
    }
  }

  static final class Quota extends MatchExtension {
    private Is<Long> bytes = Is.equal(0L);

    Quota() {
      super("quota", Opt.arg("quota").must().not());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      bytes = value.is(value.number(0L, -1L));
    }

    @Override
    Match match() {
      return new Match.Quota(bytes);
    }
  }
}
