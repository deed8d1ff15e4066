package vethlab.linux;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private Optional<List<Sysctls.Setting>> differing = Optional.empty();

  private static void both(String name, String value) {
    VALUES.put("net.ipv4.conf.all." + name, value);
    VALUES.put("net.ipv4.conf.default." + name, value);
  }

  /** Gives the values to the calling thread's namespace, which is as this machine makes them. */
  public void give() {
    differing().forEach(Sysctls.Setting::write);
  }

  /** The machine makes all namespaces alike: what must be set is found out in the first. */
  private synchronized List<Sysctls.Setting> differing() {
    if (differing.isEmpty()) {
      differing =
          Optional.of(
              VALUES.entrySet().stream()
                  .filter(each -> differs(each.getKey(), each.getValue()))
                  .map(each -> Sysctls.setting(each.getKey(), each.getValue()))
                  .toList());
    }
    return differing.get();
  }

  private static boolean differs(String key, String value) {
    return Sysctls.read(key).filter(there -> !there.equals(value)).isPresent();
  }
}
