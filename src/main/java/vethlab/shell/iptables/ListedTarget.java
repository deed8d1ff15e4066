package vethlab.shell.iptables;

import java.util.Locale;
import java.util.Optional;
import vethlab.op.iptables.Masked;
import vethlab.op.iptables.MatchText;
import vethlab.op.iptables.Target;

/** Targets as iptables -L shows them: their name in the column, their options at the end. */
final class ListedTarget {
  private static final String[] LEVELS = {
    "emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"
  };

  private final Names names;

  ListedTarget(Names names) {
    this.names = names;
  }

  /** What stands in the column "target". */
  static String name(Target target) {
    return switch (target) {
      case Target.None t -> "";
      case Target.Verdict t -> t.name();
      case Target.Jump t -> t.chain();
      case Target.Goto t -> t.chain();
      case Target.SetMark t -> "MARK";
      case Target.NoTrack t -> "CT";
      default -> target.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    };
  }

  /** With a leading space. */
  String options(Target target) {
    return switch (target) {
      case Target.None t -> "";
      case Target.Verdict t -> "";
      case Target.Jump t -> "";
      case Target.Goto t -> "";
      case Target.Trace t -> "";
      case Target.Reject t -> " reject-with " + t.with().word();
      case Target.Log t -> log(t);
      case Target.Nflog t -> nflog(t);
      case Target.Nfqueue t ->
          (t.range().isSingle()
                  ? " NFQUEUE num " + t.range().first()
                  : " NFQUEUE balance " + t.range())
              + (t.bypass() ? " bypass" : "")
              + (t.cpuFanout() ? " cpu-fanout" : "");
      case Target.SetMark t -> " MARK " + change(t.value(), t.mask());
      case Target.ConnMark t -> connMark(t);
      case Target.Snat t -> nat(" to:", t.range());
      case Target.Dnat t -> nat(" to:", t.range());
      case Target.Masquerade t -> ports(" masq ports: ", t.range());
      case Target.Redirect t -> ports(" redir ports ", t.range());
      case Target.Netmap t -> " to:" + t.to();
      case Target.NoTrack t -> " NOTRACK";
      case Target.Ct t ->
          " CT" + (t.noTrack() ? " notrack" : "") + t.zone().map(ListedTarget::zone).orElse("");
      case Target.Ttl t ->
          switch (t.change()) {
                case SET -> " TTL set to ";
                case DECREMENT -> " TTL decrement by ";
                case INCREMENT -> " TTL increment by ";
              }
              + t.value();
      case Target.Tos t -> tos(t);
      case Target.Dscp t -> " DSCP set 0x%02x".formatted(t.value());
      case Target.TcpMss t ->
          t.mss().isPresent() ? " TCPMSS set " + t.mss().getAsInt() : " TCPMSS clamp to PMTU";
      case Target.Classify t ->
          " CLASSIFY set %x:%x".formatted(t.priority() >>> 16, t.priority() & 0xffff);
      case Target.Checksum t -> " CHECKSUM fill";
    };
  }

  private String log(Target.Log log) {
    StringBuilder text = new StringBuilder(" LOG");
    if (names == Names.NUMBERS) {
      text.append(" flags ").append(log.flags()).append(" level ").append(log.level());
    } else {
      text.append(" level ").append(LEVELS[log.level()]);
      for (Target.LogFlag flag : Target.LogFlag.values()) {
        if ((log.flags() & 1 << flag.ordinal()) != 0) {
          text.append(' ').append(flag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
      }
    }
    return text + (log.prefix().isEmpty() ? "" : " prefix \"" + log.prefix() + "\"");
  }

  private static String nflog(Target.Nflog log) {
    return (log.prefix().isEmpty() ? "" : " nflog-prefix " + MatchText.quoted(log.prefix()))
        + (log.group() == 0 ? "" : " nflog-group " + log.group())
        + (log.size().isPresent() ? " nflog-size " + log.size().getAsInt() : "")
        + (log.range() == 0 ? "" : " nflog-range " + log.range())
        + (log.threshold() == 0 ? "" : " nflog-threshold " + log.threshold());
  }

  private static String change(int value, int mask) {
    if (value == 0) {
      return "and " + Masked.hex(~mask);
    }
    if (value == mask) {
      return "or " + Masked.hex(value);
    }
    if (mask == 0) {
      return "xor " + Masked.hex(value);
    }
    return mask == -1
        ? "set " + Masked.hex(value)
        : "xset " + Masked.hex(value) + "/" + Masked.hex(mask);
  }

  private static String connMark(Target.ConnMark mark) {
    String shift =
        mark.leftShift() == 0
            ? ""
            : (mark.leftShift() > 0 ? " left-shift-mark " : " right-shift-mark ")
                + Math.abs(mark.leftShift());
    String packet = Masked.hex(mark.packetMask());
    String conn = Masked.hex(mark.connMask());
    boolean same = mark.packetMask() == mark.connMask();
    String mask = same ? mark.connMask() == -1 ? "" : " mask " + conn : null;
    return " CONNMARK "
        + switch (mark.mode()) {
          case SET -> change(mark.mark(), mark.connMask());
          case SAVE -> "save" + (same ? mask : " nfmask " + packet + " ctmask ~" + conn);
          case RESTORE -> "restore" + (same ? mask : " ctmask " + conn + " nfmask ~" + packet);
        }
        + shift;
  }

  private static String nat(String name, Target.NatRange range) {
    String to = range.toString();
    return (to.isEmpty() ? "" : name + to) + flags(range);
  }

  private static String ports(String name, Target.NatRange range) {
    return range.ports().map(ports -> name + ports.text('-')).orElse("") + flags(range);
  }

  private static String flags(Target.NatRange range) {
    return (range.random() ? " random" : "")
        + (range.fullyRandom() ? " random-fully" : "")
        + (range.persistent() ? " persistent" : "");
  }

  private static String zone(Target.Zone zone) {
    return " zone"
        + switch (zone.of()) {
          case BOTH -> "";
          case ORIGINAL -> "-orig";
          case REPLY -> "-reply";
        }
        + " "
        + (zone.id().isPresent() ? zone.id().getAsInt() : "mark");
  }

  private String tos(Target.Tos tos) {
    if (names == Names.WORDS) {
      Optional<String> symbol = tosSymbol(tos.value(), tos.mask());
      if (symbol.isPresent()) {
        return "  TOS set" + symbol.get();
      }
      if (tos.value() == 0) {
        return " TOS and 0x%02x".formatted(~tos.mask() & 0xff);
      }
      if (tos.value() == tos.mask()) {
        return " TOS or 0x%02x".formatted(tos.value());
      }
      if (tos.mask() == 0) {
        return " TOS xor 0x%02x".formatted(tos.value());
      }
    }
    return " TOS set 0x%02x/0x%02x".formatted(tos.value(), tos.mask());
  }

  /** The old name of a TOS under the mask 0x3f. */
  static Optional<String> tosSymbol(int value, int mask) {
    return mask != 0x3f
        ? Optional.empty()
        : switch (value) {
          case 0x10 -> Optional.of("Minimize-Delay");
          case 0x08 -> Optional.of("Maximize-Throughput");
          case 0x04 -> Optional.of("Maximize-Reliability");
          case 0x02 -> Optional.of("Minimize-Cost");
          case 0 -> Optional.of("Normal-Service");
          default -> Optional.empty();
        };
  }
}
