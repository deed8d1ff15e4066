package vethlab.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * Times building N namespaces on a bridge, each with an address and a default route, in this
 * process's own network namespace, which must be a private one: {@code src/test/sh/bench-deploy}.
 * Before the last of its rounds it builds a few small ones, of which the kernel has little to
 * clear.
 */
public final class DeployBench {
  private static final int WARMING = 4;
  private static final List<Sysctls.Setting> WITHOUT_IPV6 =
      List.of(
          Sysctls.setting("net.ipv6.conf.all.disable_ipv6", "1"),
          Sysctls.setting("net.ipv6.conf.default.disable_ipv6", "1"));

  private DeployBench() {}

  public static void main(String[] args) {
    int wanted = Integer.parseInt(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Namespaces namespaces = new Namespaces(Path.of("/run/netns"), Naming.SYMBOLIC_LINK);
    LinuxKernel kernel = new LinuxKernel(namespaces);
    kernel.netns(Ns.HOST).inside(Executors.callable(DeployBench::withoutIpv6));
    namespaces.atBirth(DeployBench::withoutIpv6);
    kernel.apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
    Rehearsal.on(kernel);
    for (int round = 0; round < rounds; round++) {
      int leaves = round == rounds - 1 ? wanted : WARMING;
      List<Op> ops = ops(leaves);
      long start = System.nanoTime();
      List<Result> results = kernel.applyAll(ops);
      long built = System.nanoTime();
      for (int i = 0; i < ops.size(); i++) {
        if (!results.get(i).ok()) {
          throw new IllegalStateException(ops.get(i) + ": " + results.get(i));
        }
      }
      int links = kernel.links(Ns.HOST).size() - 2;
      long down = System.nanoTime();
      List<Op> undo = new ArrayList<>();
      for (int i = 0; i < leaves; i++) {
        undo.add(new Op.NetnsDel("n" + i));
      }
      undo.add(new Op.LinkDel(Ns.HOST, "br0"));
      kernel.applyAll(undo);
      while (kernel.links(Ns.HOST).size() > 1) {
        Thread.onSpinWait();
      }
      long gone = System.nanoTime();
      if (links != leaves) {
        throw new IllegalStateException(links + " links");
      }
      System.out.printf("%.1f %.1f%n", (built - start) / 1e6, (gone - down) / 1e6);
    }
    System.exit(0);
  }

  private static void withoutIpv6() {
    WITHOUT_IPV6.forEach(Sysctls.Setting::write);
  }

  private static List<Op> ops(int leaves) {
    LinkChange oneQueue = new LinkChange.Queues(1, 1);
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      ops.add(new Op.NetnsAdd("n" + i));
    }
    ops.add(new Op.LinkAdd(Ns.HOST, "br0", new LinkKind.Bridge(List.of()), List.of()));
    for (int i = 0; i < leaves; i++) {
      LinkKind veth =
          new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(new Ns("n" + i)), oneQueue));
      ops.add(
          new Op.LinkAdd(
              Ns.HOST,
              "v" + i,
              veth,
              List.of(new LinkChange.Master("br0"), new LinkChange.Up(), oneQueue)));
    }
    for (int i = 0; i < leaves; i++) {
      Ns ns = new Ns("n" + i);
      ops.add(new Op.LinkSet(ns, "lo", List.of(new LinkChange.Up())));
      ops.add(
          new Op.AddrAdd(
              ns,
              "eth0",
              new Prefix(new Ip4(0x0a000000 + 256 * (1 + i / 250) + 1 + i % 250), 16),
              Optional.empty(),
              Optional.empty(),
              -1,
              "",
              Op.AddrVerb.ADD,
              Op.AddrAdd.FOREVER,
              Op.AddrAdd.FOREVER,
              false,
              0));
      ops.add(new Op.LinkSet(ns, "eth0", List.of(new LinkChange.Up())));
      Route.NextHop hop =
          new Route.NextHop(Optional.of(Ip4.parse("10.0.0.1")), Optional.empty(), 1, 0);
      ops.add(
          new Op.RouteChange(
              ns,
              RouteVerb.ADD,
              new Route(
                  Route.RouteType.UNICAST,
                  Prefix.parse("0.0.0.0/0"),
                  0,
                  Route.MAIN,
                  Route.PROTO_BOOT,
                  -1,
                  0,
                  Optional.empty(),
                  List.of(hop),
                  Route.RouteMetrics.NONE)));
    }
    ops.add(new Op.LinkSet(Ns.HOST, "br0", List.of(new LinkChange.Up())));
    return ops;
  }
}
