package vethlab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab.Listen;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.Protocol;
import vethlab.op.Commands;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.socket.EchoService;

/**
 * A lab as a simulated machine: its network, and what answers there.
 *
 * @param refusals what the kernel did not take, as sentences
 */
public record SimulatedLab(World world, List<String> refusals) {
  /** In virtual nanoseconds: carriers are noticed, bridges' ports forward. */
  private static final long SETTLING = 200_000_000;

  /** A fresh machine that has become the lab and has come to rest. */
  public static SimulatedLab of(Lab lab) {
    World world = new World();
    List<String> refusals = new ArrayList<>();
    for (Op op : LabOps.build(lab)) {
      if (world.kernel().apply(op) instanceof Result.Refused refused) {
        refusals.add(Commands.text(op) + ": " + sentence(refused));
      }
    }
    for (Namespace each : lab.namespaces()) {
      each.listen()
          .forEach(listen ->
              listen(world, each, listen)
                  .ifPresent(errno ->
                      refusals.add(each.ns() + " listen " + listen + ": " + errno.text())));
    }
    world.runUntil(world.now() + SETTLING);
    return new SimulatedLab(world, List.copyOf(refusals));
  }

  private static Optional<Errno> listen(World world, Namespace namespace, Listen listen) {
    Netns netns = world.netns(namespace.ns()).orElseThrow();
    return listen.protocol() == Protocol.TCP
        ? EchoService.tcp(world, netns, listen.port())
        : EchoService.udp(world, netns, listen.port());
  }

  private static String sentence(Result.Refused refused) {
    return refused.message().isEmpty() ? refused.errno().text() : refused.message();
  }
}
