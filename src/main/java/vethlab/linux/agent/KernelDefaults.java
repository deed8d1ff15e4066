package vethlab.linux.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.linux.LinuxKernel;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * What a kernel's namespaces are like when no distribution has set anything, IPv6 off: the values a
 * lab's namespaces start with, whatever this machine's are.
 */
final class KernelDefaults {
  private static final Map<String, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("net.ipv4.ip_forward", "0");
    both("rp_filter", "0");
    both("accept_redirects", "1");
    both("send_redirects", "1");
    both("arp_ignore", "0");
    both("arp_announce", "0");
    VALUES.put("net.ipv6.conf.all.disable_ipv6", "1");
    VALUES.put("net.ipv6.conf.default.disable_ipv6", "1");
    VALUES.put("net.ipv4.ping_group_range", "0\t2147483647");
    VALUES.put("net.bridge.bridge-nf-call-iptables", "0");
    VALUES.put("net.bridge.bridge-nf-call-arptables", "0");
    VALUES.put("net.bridge.bridge-nf-call-ip6tables", "0");
  }

  private KernelDefaults() {}

  private static void both(String name, String value) {
    VALUES.put("net.ipv4.conf.all." + name, value);
    VALUES.put("net.ipv4.conf.default." + name, value);
  }

  /** What must be set in a namespace that is as this machine makes them. */
  static Map<String, String> differing(LinuxKernel kernel, Ns fresh) {
    Map<String, String> differing = new LinkedHashMap<>(VALUES);
    differing
        .entrySet()
        .removeIf(wanted ->
            kernel.sysctl(fresh, wanted.getKey()).map(wanted.getValue()::equals).orElse(true));
    return differing;
  }

  static List<Op> ops(Ns ns, Map<String, String> values) {
    List<Op> ops = new ArrayList<>();
    values.forEach((key, value) -> ops.add(new Op.SysctlSet(ns, key, value)));
    return ops;
  }
}
