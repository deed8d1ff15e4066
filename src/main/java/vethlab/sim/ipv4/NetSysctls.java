package vethlab.sim.ipv4;

import java.util.Map;
import java.util.TreeMap;

/**
 * The namespace-wide sysctls by their dotted key (net.ipv4.ip_forward …). Only what was set is kept;
 * the rest is the kernel's default.
 */
public final class NetSysctls {
  private Map<String, String> set = Map.of();

  public NetSysctls copy() {
    NetSysctls copy = new NetSysctls();
    copy.set = set;
    return copy;
  }

  public String getOr(String key, String otherwise) {
    return set.getOrDefault(key, otherwise);
  }

  public void put(String key, String value) {
    Map<String, String> next = new TreeMap<>(set);
    next.put(key, value);
    set = next;
  }
}
