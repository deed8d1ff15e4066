package vethlab.linux;

import java.util.List;
import java.util.Optional;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * Asks a kernel for one of each kind of operation that a deploy is made of, such that it refuses
 * them all: nothing changes, and the JVM has loaded and linked what a deploy runs. To be done while
 * there is nothing else to do.
 */
public final class Rehearsal {
  private static final String LO = "lo";
  private static final Prefix LOOPBACK = Prefix.parse("127.0.0.1/8");

  private Rehearsal() {}

  /** On a kernel whose host has its lo up. */
  public static void on(LinuxKernel kernel) {
    kernel.applyAll(refused());
  }

  static List<Op> refused() {
    LinkChange.Queues oneQueue = new LinkChange.Queues(1, 1);
    LinkKind veth = new LinkKind.Veth(LO, List.of(new LinkChange.MoveTo(Ns.HOST), oneQueue));
    return List.of(
        new Op.NetnsAdd(".."),
        new Op.SysctlSet(Ns.HOST, "net.ipv4.none", "0"),
        new Op.LinkAdd(Ns.HOST, LO, new LinkKind.Bridge(List.of()), List.of()),
        new Op.LinkAdd(
            Ns.HOST, LO, veth, List.of(new LinkChange.Master(LO), new LinkChange.Up(), oneQueue)),
        new Op.AddrAdd(Ns.HOST, LO, LOOPBACK),
        new Op.LinkSet(Ns.HOST, LO, List.of(new LinkChange.Up(), new LinkChange.Master(LO))),
        new Op.RouteChange(Ns.HOST, RouteVerb.ADD, unreachable()));
  }

  private static Route unreachable() {
    Route.NextHop hop = new Route.NextHop(Optional.of(new Ip4(0x0a000001)), Optional.empty(), 1, 0);
    return new Route(
        Route.RouteType.UNICAST,
        Prefix.parse("0.0.0.0/0"),
        0,
        Route.MAIN,
        Route.PROTO_BOOT,
        -1,
        0,
        Optional.empty(),
        List.of(hop),
        Route.RouteMetrics.NONE);
  }
}
