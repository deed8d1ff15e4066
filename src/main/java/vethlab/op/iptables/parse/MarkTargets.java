package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Target;

/**
 * Sources: iptables libxt_MARK.c, libxt_CONNMARK.c, libxt_CT.c, libxt_CLASSIFY.c. Not modelled:
 * CT's helpers, time-out policies and events.
 */
final class MarkTargets {
  private MarkTargets() {}

  private static final String[] CHANGES = {
    "set-xmark", "set-mark", "and-mark", "or-mark", "xor-mark", "save-mark", "restore-mark"
  };

  private static Opt change(Opt option) {
    return option.without(
        java.util.Arrays.stream(CHANGES)
            .filter(name -> !name.equals(option.name()))
            .toArray(String[]::new));
  }

  /** The value that is flipped in and the mask that is cleared before. */
  private static Masked change(Opt option, Value value) {
    return switch (option.name()) {
      case "set-xmark" -> value.mark();
      case "set-mark" -> {
        Masked mark = value.mark();
        yield new Masked(mark.value(), mark.value() | mark.mask());
      }
      case "and-mark" -> new Masked(0, ~bits(value));
      case "or-mark" -> new Masked(bits(value), bits(value));
      default -> new Masked(bits(value), 0);
    };
  }

  private static int bits(Value value) {
    return (int) value.number(0, 0xffffffffL);
  }

  static final class Mark extends TargetExtension {
    private Masked mark = new Masked(0, 0);

    Mark() {
      super(
          "MARK",
          change(Opt.arg("set-xmark")),
          change(Opt.arg("set-mark")),
          change(Opt.arg("and-mark")),
          change(Opt.arg("or-mark")),
          change(Opt.arg("xor-mark")));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      mark = change(option, value);
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter(
            "MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
      }
    }

    @Override
    Target target() {
      return new Target.SetMark(mark.value(), mark.mask());
    }
  }

  static final class ConnMark extends TargetExtension {
    private Target.ConnMark.Mode mode = Target.ConnMark.Mode.SET;
    private int mark;
    private int connMask = -1;
    private int packetMask = -1;
    private int leftShift;

    ConnMark() {
      super(
          "CONNMARK",
          change(Opt.arg("set-xmark")),
          change(Opt.arg("set-mark")),
          change(Opt.arg("and-mark")),
          change(Opt.arg("or-mark")),
          change(Opt.arg("xor-mark")),
          change(Opt.flag("save-mark")),
          change(Opt.flag("restore-mark")),
          Opt.arg("left-shift-mark"),
          Opt.arg("right-shift-mark"),
          Opt.arg("ctmask").without("mask"),
          Opt.arg("nfmask").without("mask"),
          Opt.arg("mask").without("ctmask", "nfmask"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "save-mark" -> mode = Target.ConnMark.Mode.SAVE;
        case "restore-mark" -> mode = Target.ConnMark.Mode.RESTORE;
        case "left-shift-mark" -> leftShift = value.number(0, 32);
        case "right-shift-mark" -> leftShift = -value.number(0, 32);
        case "ctmask" -> connMask = bits(value);
        case "nfmask" -> packetMask = bits(value);
        case "mask" -> connMask = packetMask = bits(value);
        default -> {
          mode = Target.ConnMark.Mode.SET;
          Masked change = change(option, value);
          mark = change.value();
          connMask = change.mask();
        }
      }
    }

    @Override
    void check() {
      if (java.util.Arrays.stream(CHANGES).noneMatch(this::given)) {
        throw parameter("CONNMARK target: No operation specified");
      }
    }

    @Override
    Target target() {
      return new Target.ConnMark(mode, mark, connMask, packetMask, leftShift);
    }
  }

  static final class Ct extends TargetExtension {
    private Optional<Target.Zone> zone = Optional.empty();

    Ct() {
      super(
          "CT",
          Opt.flag("notrack"),
          Opt.arg("helper"),
          Opt.arg("timeout"),
          Opt.arg("ctevents"),
          Opt.arg("expevents"),
          Opt.arg("zone-orig"),
          Opt.arg("zone-reply"),
          Opt.arg("zone"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      switch (option.name()) {
        case "notrack" -> {}
        case "zone" -> zone(value, Target.Zone.Of.BOTH);
        case "zone-orig" -> zone(value, Target.Zone.Of.ORIGINAL);
        case "zone-reply" -> zone(value, Target.Zone.Of.REPLY);
        default -> throw IptablesException.notModelled("CT --" + option.name());
      }
    }

    private void zone(Value value, Target.Zone.Of of) {
      OptionalInt id = OptionalInt.empty();
      if (!value.text().equalsIgnoreCase("mark")) {
        id = Number.wholeInt(value.text(), 0, 65535);
        if (id.isEmpty()) {
          throw parameter("Cannot parse %s as a zone ID", value.text());
        }
      }
      zone =
          id.isPresent() && id.getAsInt() == 0
              ? Optional.empty()
              : Optional.of(new Target.Zone(id, of));
    }

    @Override
    Target target() {
      return new Target.Ct(given("notrack"), zone);
    }
  }

  static final class NoTrack extends TargetExtension {
    NoTrack() {
      super("NOTRACK");
    }

    @Override
    void take(Opt option, Value value, Entry entry) {}

    @Override
    Target target() {
      return new Target.NoTrack();
    }
  }

  static final class Classify extends TargetExtension {
    private int priority;

    Classify() {
      super("CLASSIFY", Opt.arg("set-class").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      String[] parts = value.text().split(":", 2);
      if (parts.length < 2
          || !parts[0].matches("[0-9a-fA-F]{1,4}")
          || !parts[1].matches("[0-9a-fA-F]{1,4}.*")) {
        throw parameter("Bad class value \"%s\"", value.text());
      }
      String minor = parts[1].replaceAll("^([0-9a-fA-F]{1,4}).*", "$1");
      priority = Integer.parseInt(parts[0], 16) << 16 | Integer.parseInt(minor, 16);
    }

    @Override
    Target target() {
      return new Target.Classify(priority);
    }
  }
}
