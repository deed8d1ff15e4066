package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vethlab.op.iptables.Target;

/**
 * The extensions by name: those that are modelled, and those that Debian's iptables has besides.
 */
final class Extensions {
  private static final int LONGEST_NAME = 28;

  private static final Map<String, Supplier<MatchExtension>> MATCHES = new LinkedHashMap<>();
  private static final Map<String, Supplier<TargetExtension>> TARGETS = new LinkedHashMap<>();

  private static final List<String> OTHER_MATCHES =
      List.of(
          "ah",
          "bpf",
          "cgroup",
          "cluster",
          "connlabel",
          "cpu",
          "dccp",
          "devgroup",
          "ecn",
          "esp",
          "helper",
          "ipcomp",
          "ipvs",
          "nfacct",
          "osf",
          "policy",
          "rateest",
          "realm",
          "rpfilter",
          "sctp",
          "set",
          "socket",
          "time",
          "u32");
  private static final List<String> OTHER_TARGETS =
      List.of(
          "AUDIT",
          "CLUSTERIP",
          "CONNSECMARK",
          "ECN",
          "HMARK",
          "IDLETIMER",
          "LED",
          "RATEEST",
          "SECMARK",
          "SET",
          "SYNPROXY",
          "TCPOPTSTRIP",
          "TEE",
          "TPROXY",
          "ULOG");

  static {
    MATCHES.put("tcp", PortMatches.Tcp::new);
    MATCHES.put("udp", PortMatches.Udp::new);
    MATCHES.put("icmp", IcmpMatch::new);
    MATCHES.put("multiport", PortMatches.Multiport::new);
    MATCHES.put("state", ConntrackMatches.State::new);
    MATCHES.put("conntrack", ConntrackMatches.Conntrack::new);
    MATCHES.put("connmark", ConntrackMatches.ConnMark::new);
    MATCHES.put("connlimit", ConntrackMatches.ConnLimit::new);
    MATCHES.put("connbytes", ConntrackMatches.ConnBytes::new);
    MATCHES.put("addrtype", OtherMatches.AddrType::new);
    MATCHES.put("mark", OtherMatches.Mark::new);
    MATCHES.put("comment", OtherMatches.Comment::new);
    MATCHES.put("owner", OtherMatches.Owner::new);
    MATCHES.put("recent", OtherMatches.Recent::new);
    MATCHES.put("limit", RateMatches.Limit::new);
    MATCHES.put("hashlimit", RateMatches.HashLimit::new);
    MATCHES.put("statistic", RateMatches.Statistic::new);
    MATCHES.put("quota", RateMatches.Quota::new);
    MATCHES.put("physdev", DeviceMatches.Physdev::new);
    MATCHES.put("mac", DeviceMatches.MacSource::new);
    MATCHES.put("pkttype", DeviceMatches.PktType::new);
    MATCHES.put("iprange", HeaderMatches.IpRange::new);
    MATCHES.put("length", HeaderMatches.Length::new);
    MATCHES.put("ttl", HeaderMatches.Ttl::new);
    MATCHES.put("tos", HeaderMatches.Tos::new);
    MATCHES.put("dscp", HeaderMatches.Dscp::new);
    MATCHES.put("tcpmss", HeaderMatches.TcpMss::new);
    MATCHES.put("string", StringMatch::new);

    for (Target.Verdict verdict : Target.Verdict.values()) {
      TARGETS.put(verdict.name(), () -> new Standard(verdict));
    }
    TARGETS.put("REJECT", ReportTargets.Reject::new);
    TARGETS.put("LOG", ReportTargets.Log::new);
    TARGETS.put("NFLOG", ReportTargets.Nflog::new);
    TARGETS.put("NFQUEUE", ReportTargets.Nfqueue::new);
    TARGETS.put("TRACE", ReportTargets.Trace::new);
    TARGETS.put("MARK", MarkTargets.Mark::new);
    TARGETS.put("CONNMARK", MarkTargets.ConnMark::new);
    TARGETS.put("CT", MarkTargets.Ct::new);
    TARGETS.put("NOTRACK", MarkTargets.NoTrack::new);
    TARGETS.put("CLASSIFY", MarkTargets.Classify::new);
    TARGETS.put("SNAT", NatTargets::snat);
    TARGETS.put("DNAT", NatTargets::dnat);
    TARGETS.put("MASQUERADE", NatTargets::masquerade);
    TARGETS.put("REDIRECT", NatTargets::redirect);
    TARGETS.put("NETMAP", NatTargets.Netmap::new);
    TARGETS.put("TTL", HeaderTargets.Ttl::new);
    TARGETS.put("TOS", HeaderTargets.Tos::new);
    TARGETS.put("DSCP", HeaderTargets.Dscp::new);
    TARGETS.put("TCPMSS", HeaderTargets.TcpMss::new);
    TARGETS.put("CHECKSUM", HeaderTargets.Checksum::new);
  }

  private Extensions() {}

  private static final class Standard extends TargetExtension {
    private final Target.Verdict verdict;

    Standard(Target.Verdict verdict) {
      super("standard");
      this.verdict = verdict;
    }

    @Override
    void take(Opt option, Value value, Entry entry) {}

    @Override
    Target target() {
      return verdict;
    }
  }

  /** The match of a name that must be there. */
  static MatchExtension match(String name) {
    if (name.length() > LONGEST_NAME) {
      throw parameter("Invalid match name \"%s\" (%d chars max)", name, LONGEST_NAME);
    }
    return findMatch(name)
        .orElseThrow(() -> parameter("Couldn't load match `%s':No such file or directory\n", name));
  }

  static Optional<MatchExtension> findMatch(String name) {
    if (OTHER_MATCHES.contains(name)) {
      throw IptablesException.notModelled("match `" + name + "'");
    }
    return Optional.ofNullable(MATCHES.get(name)).map(Supplier::get);
  }

  /** The target of a name, which may as well be a chain's. */
  static Optional<TargetExtension> target(String name) {
    if (OTHER_TARGETS.contains(name)) {
      throw IptablesException.notModelled("target `" + name + "'");
    }
    return Optional.ofNullable(TARGETS.get(name)).map(Supplier::get);
  }

  /** Whether a chain may not be called so. */
  static boolean isTarget(String name) {
    return TARGETS.containsKey(name) || OTHER_TARGETS.contains(name) || name.isEmpty();
  }
}
