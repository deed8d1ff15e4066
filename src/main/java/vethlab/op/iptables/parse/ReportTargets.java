package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.Target;

/**
 * Targets that tell someone. Sources: iptables libipt_REJECT.c, libxt_LOG.c, libxt_NFLOG.c,
 * libxt_NFQUEUE.c, libxt_TRACE.c.
 */
final class ReportTargets {
  private ReportTargets() {}

  static final class Reject extends TargetExtension {
    private Target.With with = Target.With.PORT_UNREACHABLE;

    Reject() {
      super("REJECT", Opt.arg("reject-with"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      String beginning = value.text().toLowerCase(Locale.ROOT);
      for (Target.With each : Target.With.values()) {
        if (each.word().startsWith(beginning) || each.alias().startsWith(beginning)) {
          with = each;
          return;
        }
      }
      throw parameter("unknown reject type \"%s\"", value.text());
    }

    @Override
    Target target() {
      return new Target.Reject(with);
    }
  }

  static final class Log extends TargetExtension {
    private static final List<String> LEVELS =
        List.of("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");
    private int level = Target.Log.WARNING;
    private String prefix = "";
    private int flags;

    Log() {
      super(
          "LOG",
          Opt.arg("log-level"),
          Opt.arg("log-prefix"),
          Opt.flag("log-tcp-sequence"),
          Opt.flag("log-tcp-options"),
          Opt.flag("log-ip-options"),
          Opt.flag("log-uid"),
          Opt.flag("log-macdecode"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "log-level" -> level = level(value.text());
        case "log-prefix" -> {
          prefix = Value.cut(value.nonEmpty(), 29);
          if (value.text().indexOf('\n') >= 0) {
            throw parameter("Newlines not allowed in --log-prefix");
          }
        }
        default -> flags |= flag(option.name());
      }
    }

    private static int flag(String option) {
      String name = option.substring("log-".length()).replace('-', '_').toUpperCase(Locale.ROOT);
      return 1 << Target.LogFlag.valueOf(name).ordinal();
    }

    private static int level(String text) {
      OptionalInt number = Number.wholeInt(text, 0, 7);
      int named = text.equals("panic") ? 0 : LEVELS.indexOf(text);
      if (number.isEmpty() && named < 0) {
        throw parameter("log level \"%s\" unknown\n", text);
      }
      return number.orElse(named);
    }

    @Override
    Target target() {
      return new Target.Log(prefix, level, flags);
    }
  }

  static final class Nflog extends TargetExtension {
    private String prefix = "";
    private int group;
    private OptionalInt size = OptionalInt.empty();
    private int range;
    private int threshold;

    Nflog() {
      super(
          "NFLOG",
          Opt.arg("nflog-group"),
          Opt.arg("nflog-prefix"),
          Opt.arg("nflog-range").without("nflog-size"),
          Opt.arg("nflog-size").without("nflog-range"),
          Opt.arg("nflog-threshold"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "nflog-group" -> group = value.number(0, 65535);
        case "nflog-prefix" -> {
          prefix = Value.cut(value.nonEmpty(), 63);
          if (value.text().indexOf('\n') >= 0) {
            throw parameter("Newlines not allowed in --log-prefix");
          }
        }
        case "nflog-range" -> range = (int) value.number(0, 0xffffffffL);
        case "nflog-size" -> size = OptionalInt.of((int) value.number(0, 0xffffffffL));
        default -> threshold = value.number(0, 65535);
      }
    }

    /** The kernel's own log expression keeps no range. */
    @Override
    Target target() {
      return new Target.Nflog(prefix, group, size, 0, threshold);
    }
  }

  static final class Nfqueue extends TargetExtension {
    private Span range = Span.of(0);

    Nfqueue() {
      super(
          "NFQUEUE",
          Opt.arg("queue-num").without("queue-balance"),
          Opt.arg("queue-balance").without("queue-num"),
          Opt.flag("queue-bypass"),
          Opt.flag("queue-cpu-fanout").with("queue-balance"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "queue-num" -> range = Span.of(value.number(0, 65535));
        case "queue-balance" -> {
          List<Long> ends = value.numbers(65535);
          if (ends.size() != 2) {
            throw parameter("Bad range \"%s\"", value.text());
          }
          if (ends.get(0) >= ends.get(1)) {
            throw parameter("%d should be less than %d", ends.get(0), ends.get(1));
          }
          range = new Span(ends.get(0), ends.get(1));
        }
        default -> {}
      }
    }

    @Override
    Target target() {
      return new Target.Nfqueue(range, given("queue-bypass"), given("queue-cpu-fanout"));
    }
  }

  static final class Trace extends TargetExtension {
    Trace() {
      super("TRACE");
    }

    @Override
    void take(Opt option, Value value, Entry entry) {}

    @Override
    Target target() {
      return new Target.Trace();
    }
  }
}
