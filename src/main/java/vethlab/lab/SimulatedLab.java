package vethlab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab.Listen;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.Protocol;
import vethlab.op.Commands;
import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.socket.EchoService;

/** A lab as a simulated machine: its network, and what answers there. */
public record SimulatedLab(World world, List<Refusal> refusals) {

  /**
   * What the kernel did not take.
   *
   * @param keys of lab.yaml under the namespace, which lead to what asked for it
   */
  public record Refusal(Ns ns, List<String> keys, String sentence) {}

  /** In virtual nanoseconds: carriers are noticed, bridges' ports forward. */
  private static final long SETTLING = 200_000_000;

  /** A fresh machine that has become the lab and has come to rest. */
  public static SimulatedLab of(Lab lab) {
    World world = new World();
    List<Refusal> refusals = new ArrayList<>();
    for (Op op : LabOps.build(lab)) {
      if (world.kernel().apply(op) instanceof Result.Refused refused) {
        refusals.add(refusal(op, refused));
      }
    }
    refusals.addAll(listen(world, lab));
    world.runUntil(world.now() + SETTLING);
    return new SimulatedLab(world, List.copyOf(refusals));
  }

  /** Starts what answers, in a network that is there already; tells what could not start. */
  public static List<Refusal> listen(World world, Lab lab) {
    List<Refusal> refusals = new ArrayList<>();
    for (Namespace each : lab.namespaces()) {
      each.listen()
          .forEach(listen ->
              listen(world, each, listen)
                  .ifPresent(errno ->
                      refusals.add(
                          new Refusal(
                              each.ns(),
                              List.of("listen"),
                              "listen " + listen + ": " + errno.text()))));
    }
    return refusals;
  }

  private static Optional<Errno> listen(World world, Namespace namespace, Listen listen) {
    Netns netns = world.netns(namespace.ns()).orElseThrow();
    return listen.protocol() == Protocol.TCP
        ? EchoService.tcp(world, netns, listen.port())
        : EchoService.udp(world, netns, listen.port());
  }

  private static Refusal refusal(Op op, Result.Refused refused) {
    String why = refused.message().isEmpty() ? refused.errno().text() : refused.message();
    String command = Commands.text(op).lines().findFirst().orElse("");
    return new Refusal(op.ns(), keys(op), command + ": " + why);
  }

  private static List<String> keys(Op op) {
    return switch (op) {
      case Op.LinkAdd add -> List.of("interfaces", add.name());
      case Op.LinkSet set -> List.of("interfaces", set.name());
      case Op.AddrAdd add -> List.of("interfaces", add.dev(), "addresses");
      case Op.BridgeVlanAdd add -> List.of("interfaces", add.dev(), "vlans");
      case Op.RouteChange _ -> List.of("routes");
      case Op.RuleAdd _ -> List.of("rules");
      case Op.NeighAdd _ -> List.of("neighbours");
      case Op.FdbAdd _ -> List.of("fdb");
      case Op.SysctlSet set -> List.of("sysctls", set.key());
      case Op.IptRestore _ -> List.of("iptables");
      default -> List.of();
    };
  }
}
