package vethlab.linux;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * What a kernel's namespaces are like when no distribution has set anything, IPv6 off: the values a
 * lab's namespaces start with, whatever this machine's are.
 */
public final class KernelDefaults {
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

  private final LinuxKernel kernel;
  private Optional<Map<String, String>> differing = Optional.empty();

  public KernelDefaults(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  private static void both(String name, String value) {
    VALUES.put("net.ipv4.conf.all." + name, value);
    VALUES.put("net.ipv4.conf.default." + name, value);
  }

  /** Gives the values to namespaces that are as this machine makes them. */
  public synchronized void give(List<Ns> fresh) {
    List<Op> ops = new ArrayList<>();
    for (Ns ns : fresh) {
      differing(ns).forEach((key, value) -> ops.add(new Op.SysctlSet(ns, key, value)));
    }
    kernel.applyAll(ops);
  }

  /** The machine makes all namespaces alike: what must be set is found out in the first. */
  private Map<String, String> differing(Ns fresh) {
    if (differing.isEmpty()) {
      Map<String, String> wanted = new LinkedHashMap<>(VALUES);
      wanted
          .entrySet()
          .removeIf(each ->
              kernel.sysctl(fresh, each.getKey()).map(each.getValue()::equals).orElse(true));
      differing = Optional.of(wanted);
    }
    return differing.get();
  }
}
