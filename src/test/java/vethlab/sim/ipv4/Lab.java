package vethlab.sim.ipv4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.sim.FrameTap;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Bytes;
import vethlab.wire.IcmpEcho;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;
import vethlab.wire.Summary;

/** Small networks for tests of the IP rooms, without links' own room: pairs of veth by hand. */
public final class Lab {
  public static final long SECOND = 1_000_000_000L;

  public final World world = new World();
  public final List<String> frames = new ArrayList<>();

  public Lab() {
    world.tap((w, dev, direction, frame) -> {
      NetDevice on = w.device(dev);
      frames.add(
          w.netns(on.netns).ns
              + "/"
              + on.name
              + (direction == FrameTap.Direction.OUT ? " > " : " < ")
              + Summary.of(frame));
    });
  }

  public Netns netns(String name) {
    return name.equals("host")
        ? world.host()
        : world
            .netns(new Ns(name))
            .orElseGet(() -> {
              Netns made = world.inventory().addNamespace(world, new Ns(name));
              up(name, "lo");
              return made;
            });
  }

  /** A pair, both ends up: {@code a:eth0}, {@code b:eth1}. */
  public void veth(String one, String other) {
    String[] own = one.split(":");
    String[] peer = other.split(":");
    netns(own[0]);
    netns(peer[0]);
    LinkChange there = new LinkChange.MoveTo(ns(peer[0]));
    apply(
        new Op.LinkAdd(ns(own[0]), own[1], new LinkKind.Veth(peer[1], List.of(there)), List.of()));
    up(own[0], own[1]);
    up(peer[0], peer[1]);
  }

  private void apply(Op op) {
    Result result = world.kernel().apply(op);
    if (!result.ok()) {
      throw new IllegalStateException(result + " to " + op);
    }
  }

  public NetDevice dev(String end) {
    String[] words = end.split(":");
    return world.device(netns(words[0]), words[1]).orElseThrow();
  }

  private void up(String ns, String name) {
    apply(new Op.LinkSet(ns(ns), name, List.of(new LinkChange.Up())));
  }

  public void down(String end) {
    String[] words = end.split(":");
    apply(new Op.LinkSet(ns(words[0]), words[1], List.of(new LinkChange.Down())));
  }

  public Result address(String end, String prefix) {
    String[] words = end.split(":");
    return world
        .kernel()
        .apply(
            new Op.AddrAdd(
                ns(words[0]),
                words[1],
                Prefix.parse(prefix),
                Optional.empty(),
                Optional.empty(),
                -1,
                "",
                Op.AddrVerb.ADD,
                Op.AddrAdd.FOREVER,
                Op.AddrAdd.FOREVER,
                false,
                0));
  }

  public Result route(String ns, RouteVerb verb, String to, String via, String dev) {
    Route.NextHop hop =
        new Route.NextHop(
            via.isEmpty() ? Optional.empty() : Optional.of(Ip4.parse(via)),
            dev.isEmpty() ? Optional.empty() : Optional.of(dev),
            1,
            0);
    Prefix prefix = to.equals("default") ? new Prefix(Ip4.ANY, 0) : Prefix.parse(to);
    return world
        .kernel()
        .apply(
            new Op.RouteChange(
                ns(ns),
                verb,
                new Route(
                    Route.RouteType.UNICAST,
                    prefix,
                    0,
                    Route.MAIN,
                    Route.PROTO_BOOT,
                    -1,
                    0,
                    Optional.empty(),
                    List.of(hop),
                    Route.RouteMetrics.NONE)));
  }

  public Result sysctl(String ns, String key, String value) {
    return world.kernel().apply(new Op.SysctlSet(ns(ns), key, value));
  }

  public static Ns ns(String name) {
    return name.equals("host") ? Ns.HOST : new Ns(name);
  }

  public IpSend.Outcome ping(String ns, String dst, int size, IpSend.Discover discover) {
    IpSend.Request request = new IpSend.Request(Ip4.ANY, Ip4.parse(dst), 0, 0, 0, discover, 0, 0);
    return IpSend.send(
        world, netns(ns), request, new IcmpEcho(true, 1, 1, Bytes.wrap(new byte[size])));
  }

  /** What one device saw, {@code >} out and {@code <} in. */
  public List<String> seenOn(String device) {
    String start = device + " ";
    return frames.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  public void run(double seconds) {
    world.runUntil(world.now() + (long) (seconds * SECOND));
  }
}
