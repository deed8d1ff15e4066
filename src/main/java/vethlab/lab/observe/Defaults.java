package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab.Namespace;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/** The sysctls a lab is about, with the kernel's own defaults. */
final class Defaults {
  private static final List<String> CONF =
      List.of(
          "forwarding",
          "rp_filter",
          "arp_ignore",
          "arp_announce",
          "arp_filter",
          "arp_accept",
          "proxy_arp",
          "accept_local",
          "route_localnet",
          "send_redirects",
          "accept_redirects",
          "promote_secondaries",
          "log_martians");

  private static final Map<String, String> NAMESPACE = namespace();

  private Defaults() {}

  static Defaults known() {
    return new Defaults();
  }

  private static Map<String, String> namespace() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("net.ipv4.ip_forward", "0");
    all.put("net.ipv4.icmp_echo_ignore_all", "0");
    all.put("net.ipv4.icmp_echo_ignore_broadcasts", "1");
    all.put("net.ipv4.ip_default_ttl", "64");
    all.put("net.ipv4.ip_nonlocal_bind", "0");
    all.put("net.bridge.bridge-nf-call-iptables", "0");
    return all;
  }

  /** Forwarding for all turns every link's on and stops redirects from being believed. */
  private static String usual(String name, String conf, boolean forwards) {
    if (forwards && conf.equals("forwarding")) {
      return "1";
    }
    if (forwards && conf.equals("accept_redirects") && name.equals("all")) {
      return "0";
    }
    return conf.equals("send_redirects") || conf.equals("accept_redirects") ? "1" : "0";
  }

  /** What differs from the defaults; keys that an earlier lab has stay, with their values now. */
  Map<String, String> changed(
      Kernel kernel, Ns ns, List<LinkView> links, Optional<Namespace> earlier) {
    Map<String, String> said = earlier.map(Namespace::sysctls).orElse(Map.of());
    Map<String, String> now = kernel.sysctls(ns, keys(links, said));
    Map<String, String> changed = new LinkedHashMap<>();
    said.keySet().stream().filter(now::containsKey).forEach(key -> changed.put(key, now.get(key)));
    NAMESPACE.forEach((key, usual) -> putUnusual(changed, now, key, usual));
    boolean forwards = "1".equals(changed.get("net.ipv4.ip_forward"));
    if (said.containsKey("net.ipv4.conf.all.forwarding")) {
      changed.remove("net.ipv4.ip_forward");
    }
    for (String name : names(links)) {
      for (String conf : CONF) {
        putUnusual(changed, now, key(name, conf), usual(name, conf, forwards));
      }
    }
    return changed;
  }

  private static void putUnusual(
      Map<String, String> changed, Map<String, String> now, String key, String usual) {
    if (now.containsKey(key) && !now.get(key).equals(usual)) {
      changed.putIfAbsent(key, now.get(key));
    }
  }

  private static List<String> keys(List<LinkView> links, Map<String, String> said) {
    List<String> keys = new ArrayList<>(said.keySet());
    keys.addAll(NAMESPACE.keySet());
    names(links).forEach(name -> CONF.forEach(conf -> keys.add(key(name, conf))));
    return keys;
  }

  private static String key(String name, String conf) {
    return "net.ipv4.conf." + name + "." + conf;
  }

  private static List<String> names(List<LinkView> links) {
    List<String> names = new ArrayList<>(List.of("all", "default"));
    links.stream().map(LinkView::name).filter(name -> name.indexOf('.') < 0).forEach(names::add);
    return names;
  }
}
