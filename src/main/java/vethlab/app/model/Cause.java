package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.sim.trace.Step;

/** The sysctls that a drop is due to, with their values at the moment. */
public final class Cause {
  /** A key and what it is set to. */
  public record Setting(String key, String value) {}

  private Cause() {}

  /** Nothing where no sysctl was decisive. */
  public static List<Setting> of(Kernel kernel, Step step) {
    List<Setting> settings = new ArrayList<>();
    for (String key : keys(step)) {
      Optional<String> value =
          kernel.exists(step.ns()) ? kernel.sysctl(step.ns(), key) : Optional.empty();
      value.ifPresent(v -> settings.add(new Setting(key, v)));
    }
    return settings;
  }

  private static List<String> keys(Step step) {
    String all = "net.ipv4.conf.all.";
    String own = "net.ipv4.conf." + step.device().replace('.', '/') + ".";
    return switch (step.why().key()) {
      case "route.not-forwarding" -> List.of(own + "forwarding", "net.ipv4.ip_forward");
      case "route.rp-filter" -> List.of(all + "rp_filter", own + "rp_filter");
      case "route.local-source" -> List.of(all + "accept_local", own + "accept_local");
      case "route.localnet" -> List.of(all + "route_localnet", own + "route_localnet");
      case "arp.ignored" -> List.of(all + "arp_ignore", own + "arp_ignore");
      case "arp.filtered" -> List.of(all + "arp_filter", own + "arp_filter");
      case "icmp.ignore-all" -> List.of("net.ipv4.icmp_echo_ignore_all");
      case "icmp.ignore-broadcasts" -> List.of("net.ipv4.icmp_echo_ignore_broadcasts");
      default -> List.of();
    };
  }
}
