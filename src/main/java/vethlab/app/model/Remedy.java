package vethlab.app.model;

import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** The command that takes away what a packet died of, where one command does. */
public final class Remedy {
  private final Kernel kernel;
  private final Step step;

  private Remedy(Kernel kernel, Step step) {
    this.kernel = kernel;
    this.step = step;
  }

  /** To be run in the step's namespace; nothing where no one command helps. */
  public static Optional<String> of(Kernel kernel, Step step) {
    return step.verdict() instanceof Verdict.Dropped && kernel.exists(step.ns())
        ? new Remedy(kernel, step).command()
        : Optional.empty();
  }

  private Optional<String> command() {
    return switch (step.why().key()) {
      case "route.not-forwarding" -> Optional.of("sysctl -w net.ipv4.ip_forward=1");
      case "route.rp-filter" -> Optional.of("sysctl -w " + conf(step.device()) + "rp_filter=2");
      case "route.local-source" ->
          Optional.of("sysctl -w " + conf(step.device()) + "accept_local=1");
      case "route.localnet" -> Optional.of("sysctl -w " + conf(step.device()) + "route_localnet=1");
      case "icmp.ignore-all" -> Optional.of("sysctl -w net.ipv4.icmp_echo_ignore_all=0");
      case "arp.ignored" -> Optional.of("sysctl -w " + conf("all") + "arp_ignore=0");
      case "arp.filtered" -> Optional.of("sysctl -w " + conf("all") + "arp_filter=0");
      case "nf.drop" -> rule();
      case "nf.policy-drop" -> policy();
      case "bridge.port-state" -> bridgeUp();
      case "bridge.isolated" ->
          Optional.of("bridge link set dev " + step.device() + " isolated off");
      case "dev.down" -> Optional.of("ip link set " + argument() + " up");
      default -> Optional.empty();
    };
  }

  private static String conf(String dev) {
    return "net.ipv4.conf." + dev.replace('.', '/') + ".";
  }

  private String argument() {
    return String.valueOf(step.why().arguments().getFirst());
  }

  /** The rule that dropped it goes. */
  private Optional<String> rule() {
    Row row = step.decided();
    String[] where = row.where().split(" ");
    return row.table() == Row.Table.IPTABLES && row.number() > 0 && where.length == 2
        ? Optional.of("iptables -t " + where[0] + " -D " + where[1] + " " + row.number())
        : Optional.empty();
  }

  private Optional<String> policy() {
    String[] where = step.decided().where().split(" ");
    return where.length == 2
        ? Optional.of("iptables -t " + where[0] + " -P " + where[1] + " ACCEPT")
        : Optional.empty();
  }

  /** A port does not forward while its bridge is down; otherwise there is only to wait. */
  private Optional<String> bridgeUp() {
    Ns ns = step.ns();
    return kernel
        .link(ns, step.device())
        .map(LinkView::master)
        .flatMap(master -> kernel.link(ns, master))
        .filter(bridge -> !bridge.has(LinkFlags.UP))
        .map(bridge -> "ip link set " + bridge.name() + " up");
  }
}
