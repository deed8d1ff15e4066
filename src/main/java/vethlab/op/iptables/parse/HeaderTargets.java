package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.OptionalInt;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.Target;

/** Sources: iptables libipt_TTL.c, libxt_TOS.c, libxt_DSCP.c, libxt_TCPMSS.c, libxt_CHECKSUM.c. */
final class HeaderTargets {
  private HeaderTargets() {}

  static final class Ttl extends TargetExtension {
    private Target.Ttl target = new Target.Ttl(Target.Ttl.Change.SET, 0);

    Ttl() {
      super(
          "TTL",
          Opt.arg("ttl-set").without("ttl-dec", "ttl-inc"),
          Opt.arg("ttl-dec").without("ttl-set", "ttl-inc"),
          Opt.arg("ttl-inc").without("ttl-set", "ttl-dec"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      target =
          switch (option.name()) {
            case "ttl-set" -> new Target.Ttl(Target.Ttl.Change.SET, value.number(0, 255));
            case "ttl-dec" -> new Target.Ttl(Target.Ttl.Change.DECREMENT, value.number(1, 255));
            default -> new Target.Ttl(Target.Ttl.Change.INCREMENT, value.number(1, 255));
          };
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("TTL: You must specify an action");
      }
    }

    @Override
    Target target() {
      return target;
    }
  }

  static final class Tos extends TargetExtension {
    private Masked tos = new Masked(0, 0);

    Tos() {
      super(
          "TOS",
          Opt.arg("set-tos").without("and-tos", "or-tos", "xor-tos"),
          Opt.arg("and-tos").without("set-tos", "or-tos", "xor-tos"),
          Opt.arg("or-tos").without("set-tos", "and-tos", "xor-tos"),
          Opt.arg("xor-tos").without("set-tos", "and-tos", "or-tos"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      tos =
          switch (option.name()) {
            case "set-tos" -> TosValue.parse(value.text());
            case "and-tos" -> new Masked(0, ~value.number(0, 255) & 0xff);
            case "or-tos" -> new Masked(value.number(0, 255), value.number(0, 255));
            default -> new Masked(value.number(0, 255), 0);
          };
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("TOS: An action is required");
      }
    }

    @Override
    Target target() {
      return new Target.Tos(tos.value(), tos.mask());
    }
  }

  static final class Dscp extends TargetExtension {
    private int dscp;

    Dscp() {
      super(
          "DSCP",
          Opt.arg("set-dscp").without("set-dscp-class"),
          Opt.arg("set-dscp-class").without("set-dscp"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      dscp =
          option.name().equals("set-dscp") ? value.number(0, 63) : TosValue.dscpClass(value.text());
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("DSCP target: Parameter --set-dscp is required");
      }
    }

    @Override
    Target target() {
      return new Target.Dscp(dscp);
    }
  }

  static final class TcpMss extends TargetExtension {
    private OptionalInt mss = OptionalInt.empty();

    TcpMss() {
      super("TCPMSS", Opt.arg("set-mss"), Opt.flag("clamp-mss-to-pmtu"));
    }

    @Override
    void take(Opt option, Value value, Entry entry) {
      mss =
          option.name().equals("set-mss")
              ? OptionalInt.of(value.number(0, 65535 - 20))
              : OptionalInt.empty();
    }

    @Override
    void check() {
      if (nothingGiven()) {
        throw parameter("TCPMSS target: At least one parameter is required");
      }
    }

    @Override
    Target target() {
      return new Target.TcpMss(mss);
    }
  }

  static final class Checksum extends TargetExtension {
    Checksum() {
      super("CHECKSUM", Opt.flag("checksum-fill").must());
    }

    @Override
    void take(Opt option, Value value, Entry entry) {}

    @Override
    Target target() {
      return new Target.Checksum();
    }
  }
}
