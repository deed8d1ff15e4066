package vethlab.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.op.Kernel;
import vethlab.op.Ns;

/** Sysctls with the value that counts, and where it comes from. */
final class Sysctls {
  /** How an interface's value and that of {@code all} make the one that counts. */
  private enum Rule {
    OWN,
    MAX,
    OR,
    AND
  }

  private record Known(String name, Rule rule) {}

  /** Source: include/linux/inetdevice.h, IN_DEV_FORWARD, IN_DEV_ORCONF, IN_DEV_MAXCONF … */
  private static final List<Known> OF_LINK =
      List.of(
          new Known("forwarding", Rule.OWN),
          new Known("rp_filter", Rule.MAX),
          new Known("proxy_arp", Rule.OR),
          new Known("arp_ignore", Rule.MAX),
          new Known("arp_announce", Rule.MAX),
          new Known("arp_filter", Rule.OR),
          new Known("accept_local", Rule.OR),
          new Known("route_localnet", Rule.OR),
          new Known("send_redirects", Rule.OR),
          new Known("secure_redirects", Rule.OR),
          new Known("log_martians", Rule.OR),
          new Known("accept_source_route", Rule.AND));

  private static final List<String> OF_NAMESPACE =
      List.of(
          "net.ipv4.ip_forward",
          "net.ipv4.conf.all.forwarding",
          "net.ipv4.conf.all.rp_filter",
          "net.ipv4.conf.default.rp_filter",
          "net.ipv4.conf.all.arp_ignore",
          "net.ipv4.conf.all.arp_announce",
          "net.ipv4.conf.all.proxy_arp",
          "net.ipv4.icmp_echo_ignore_all",
          "net.ipv4.ip_default_ttl",
          "net.ipv4.ip_local_port_range",
          "net.bridge.bridge-nf-call-iptables",
          "net.netfilter.nf_conntrack_max",
          "net.ipv4.neigh.default.gc_stale_time");

  private final Words words;
  private final Kernel kernel;
  private final Ns ns;

  Sysctls(Words words, Kernel kernel, Ns ns) {
    this.words = words;
    this.kernel = kernel;
    this.ns = ns;
  }

  /** Those of an interface: its own value, the one that counts, and why that one. */
  Rows of(String dev) {
    List<Line> lines = new ArrayList<>();
    for (Known known : OF_LINK) {
      String key = "net.ipv4.conf." + dev.replace('.', '/') + "." + known.name();
      Optional<String> own = kernel.sysctl(ns, key);
      Optional<String> all = kernel.sysctl(ns, "net.ipv4.conf.all." + known.name());
      if (own.isPresent()) {
        lines.add(line(known, key, own.get(), all.orElse("0")));
      }
    }
    return new Rows(
        "sysctl " + dev,
        words.get("inspect.sysctl"),
        Optional.empty(),
        List.of(
            words.get("head.key"),
            words.get("head.own"),
            words.get("head.counts"),
            words.get("head.from")),
        lines,
        Optional.empty(),
        Optional.empty());
  }

  private Line line(Known known, String key, String own, String all) {
    String counts = counting(known.rule(), own, all);
    String from =
        switch (known.rule()) {
          case OWN -> words.get("sysctl.own");
          case MAX -> origin(counts, own, all);
          case OR -> origin(counts, own, all);
          case AND -> words.get("sysctl.both", all);
        };
    return new Line(
        key,
        List.of(known.name(), own, counts, from),
        own,
        Optional.of(to -> "sysctl -w " + key + "=" + to),
        Optional.empty());
  }

  private String origin(String counts, String own, String all) {
    if (own.equals(all)) {
      return words.get("sysctl.same");
    }
    return counts.equals(own) ? words.get("sysctl.larger", all) : words.get("sysctl.all", all);
  }

  private static String counting(Rule rule, String own, String all) {
    long mine = number(own);
    long everybody = number(all);
    return switch (rule) {
      case OWN -> own;
      case MAX, OR -> Long.toString(Math.max(mine, everybody));
      case AND -> Long.toString(Math.min(mine, everybody));
    };
  }

  private static long number(String value) {
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  /** The usual ones of the namespace; any other is set by its name. */
  Rows usual() {
    List<Line> lines = new ArrayList<>();
    OF_NAMESPACE.forEach(key -> add(lines, key));
    return table(lines);
  }

  private void add(List<Line> lines, String key) {
    kernel
        .sysctl(ns, key)
        .ifPresent(value ->
            lines.add(
                new Line(
                    key,
                    List.of(key, value.replace('\t', ' ')),
                    value,
                    Optional.of(to -> "sysctl -w " + key + "='" + to.replace("'", "") + "'"),
                    Optional.empty())));
  }

  private Rows table(List<Line> lines) {
    return new Rows(
        "sysctl",
        words.get("inspect.sysctl"),
        Optional.empty(),
        List.of(words.get("head.key"), words.get("head.value")),
        lines,
        Optional.of(
            new Sheet.Adding("net.ipv4.conf.all.rp_filter=1", typed -> "sysctl -w " + typed)),
        Optional.empty());
  }
}
