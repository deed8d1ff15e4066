package vethlab.op.iptables;

import java.util.Locale;

/** Targets as iptables-save prints them: the save functions of iptables' extensions. */
final class TargetText {
  private TargetText() {}

  /** From {@code " -j"} on. */
  static String of(Target target) {
    return switch (target) {
      case Target.None t -> "";
      case Target.Verdict t -> " -j " + t.name();
      case Target.Jump t -> " -j " + t.chain();
      case Target.Goto t -> " -g " + t.chain();
      case Target.Reject t -> " -j REJECT --reject-with " + t.with().word();
      case Target.Log t -> " -j LOG" + log(t);
      case Target.Nflog t -> " -j NFLOG" + nflog(t);
      case Target.Nfqueue t -> " -j NFQUEUE" + nfqueue(t);
      case Target.SetMark t -> " -j MARK --set-xmark " + xmark(t.value(), t.mask());
      case Target.ConnMark t -> " -j CONNMARK" + connMark(t);
      case Target.Snat t -> " -j SNAT" + nat(t.range(), " --to-source ");
      case Target.Dnat t -> " -j DNAT" + nat(t.range(), " --to-destination ");
      case Target.Masquerade t -> " -j MASQUERADE" + ports(t.range());
      case Target.Redirect t -> " -j REDIRECT" + ports(t.range());
      case Target.Netmap t -> " -j NETMAP --to " + t.to();
      case Target.NoTrack t -> " -j NOTRACK";
      case Target.Ct t -> " -j CT" + ct(t);
      case Target.Ttl t -> " -j TTL" + ttl(t);
      case Target.Tos t -> " -j TOS --set-tos 0x%02x/0x%02x".formatted(t.value(), t.mask());
      case Target.Dscp t -> " -j DSCP --set-dscp 0x%02x".formatted(t.value());
      case Target.TcpMss t ->
          " -j TCPMSS"
              + (t.mss().isPresent() ? " --set-mss " + t.mss().getAsInt() : " --clamp-mss-to-pmtu");
      case Target.Trace t -> " -j TRACE";
      case Target.Classify t ->
          " -j CLASSIFY --set-class %04x:%04x"
              .formatted(t.priority() >>> 16, t.priority() & 0xffff);
      case Target.Checksum t -> " -j CHECKSUM --checksum-fill";
    };
  }

  private static String log(Target.Log log) {
    StringBuilder text = new StringBuilder();
    if (!log.prefix().isEmpty()) {
      text.append(" --log-prefix ").append(MatchText.quoted(log.prefix()));
    }
    if (log.level() != Target.Log.WARNING) {
      text.append(" --log-level ").append(log.level());
    }
    for (Target.LogFlag flag : Target.LogFlag.values()) {
      if ((log.flags() & 1 << flag.ordinal()) != 0) {
        text.append(" --log-").append(flag.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
    }
    return text.toString();
  }

  private static String nflog(Target.Nflog log) {
    return (log.prefix().isEmpty() ? "" : " --nflog-prefix " + MatchText.quoted(log.prefix()))
        + (log.group() == 0 ? "" : " --nflog-group " + log.group())
        + (log.size().isPresent() ? " --nflog-size " + log.size().getAsInt() : "")
        + (log.range() == 0 ? "" : " --nflog-range " + log.range())
        + (log.threshold() == 0 ? "" : " --nflog-threshold " + log.threshold());
  }

  private static String nfqueue(Target.Nfqueue queue) {
    return (queue.range().isSingle()
            ? " --queue-num " + queue.range().first()
            : " --queue-balance " + queue.range())
        + (queue.bypass() ? " --queue-bypass" : "")
        + (queue.cpuFanout() ? " --queue-cpu-fanout" : "");
  }

  private static String xmark(int value, int mask) {
    return Masked.hex(value) + "/" + Masked.hex(mask);
  }

  private static String connMark(Target.ConnMark mark) {
    String masks =
        "-mark --nfmask "
            + Masked.hex(mark.packetMask())
            + " --ctmask "
            + Masked.hex(mark.connMask());
    String shift =
        mark.leftShift() == 0
            ? ""
            : (mark.leftShift() > 0 ? " --left-shift-mark " : " --right-shift-mark ")
                + Math.abs(mark.leftShift());
    return switch (mark.mode()) {
          case SET -> " --set-xmark " + xmark(mark.mark(), mark.connMask());
          case SAVE -> " --save" + masks;
          case RESTORE -> " --restore" + masks;
        }
        + shift;
  }

  private static String nat(Target.NatRange range, String option) {
    String to = range.toString();
    return (to.isEmpty() ? "" : option + to) + flags(range);
  }

  private static String ports(Target.NatRange range) {
    return range.ports().map(p -> " --to-ports " + p.text('-')).orElse("") + flags(range);
  }

  private static String flags(Target.NatRange range) {
    return (range.random() ? " --random" : "")
        + (range.fullyRandom() ? " --random-fully" : "")
        + (range.persistent() ? " --persistent" : "");
  }

  private static String ct(Target.Ct ct) {
    return (ct.noTrack() ? " --notrack" : "") + ct.zone().map(TargetText::zone).orElse("");
  }

  private static String zone(Target.Zone zone) {
    return " --zone"
        + switch (zone.of()) {
          case BOTH -> "";
          case ORIGINAL -> "-orig";
          case REPLY -> "-reply";
        }
        + " "
        + (zone.id().isPresent() ? zone.id().getAsInt() : "mark");
  }

  private static String ttl(Target.Ttl ttl) {
    return switch (ttl.change()) {
          case SET -> " --ttl-set ";
          case DECREMENT -> " --ttl-dec ";
          case INCREMENT -> " --ttl-inc ";
        }
        + ttl.value();
  }
}
