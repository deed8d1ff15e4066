package vethlab.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.OperState;
import vethlab.op.Route;
import vethlab.op.view.AddrView;
import vethlab.op.view.BridgeView;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Views of a usual host, for tests of what the tools print. */
public final class Views {
  private static final int ETHERNET = LinkFlags.BROADCAST | LinkFlags.MULTICAST;
  private static final int RUNS = LinkFlags.UP | LinkFlags.RUNNING | LinkFlags.LOWER_UP;

  private Views() {}

  /** A kernel with lo, and the veth pair va and vb, which are up. */
  public static FakeKernel pair() {
    FakeKernel kernel = new FakeKernel();
    kernel.links.add(loopback());
    kernel.links.add(veth(2, "vb", 3));
    kernel.links.add(veth(3, "va", 2));
    kernel.addresses.add(
        new AddrView(
            1,
            "lo",
            Prefix.parse("127.0.0.1/8"),
            Optional.empty(),
            Optional.empty(),
            Route.SCOPE_HOST,
            "lo",
            false,
            true,
            false,
            AddrView.FOREVER,
            AddrView.FOREVER,
            0));
    kernel.sysctls.put("net.ipv4.ip_forward", "0");
    return kernel;
  }

  public static LinkView loopback() {
    return link(
        1,
        "lo",
        new LinkKind.Loopback(),
        RUNS | LinkFlags.LOOPBACK,
        OperState.UNKNOWN,
        0,
        Optional.empty());
  }

  public static LinkView veth(int index, String name, int peer) {
    return link(
        index,
        name,
        new LinkKind.Veth("", List.of()),
        ETHERNET | RUNS,
        OperState.UP,
        peer,
        Optional.empty());
  }

  public static LinkView bridge(int index, String name) {
    Map<BridgeAttr, Long> settings = new EnumMap<>(BridgeAttr.class);
    settings.put(BridgeAttr.FORWARD_DELAY, 1500L);
    settings.put(BridgeAttr.HELLO_TIME, 200L);
    settings.put(BridgeAttr.MAX_AGE, 2000L);
    settings.put(BridgeAttr.AGEING_TIME, 30000L);
    settings.put(BridgeAttr.PRIORITY, 0x8000L);
    long id = 0x8000_0200_0000_0003L;
    BridgeView bridge = new BridgeView(id, id, 0, 0, false, false, 0, 0, 0, 0, settings);
    return link(
        index,
        name,
        new LinkKind.Bridge(List.of()),
        ETHERNET,
        OperState.DOWN,
        0,
        Optional.of(bridge));
  }

  private static LinkView link(
      int index,
      String name,
      LinkKind kind,
      int flags,
      OperState state,
      int peer,
      Optional<BridgeView> bridge) {
    boolean lo = index == 1;
    Mac mac = lo ? Mac.ZERO : Mac.of(2, 0, 0, 0, 0, index);
    return new LinkView(
        index,
        name,
        kind,
        mac,
        lo ? Mac.ZERO : Mac.BROADCAST,
        lo ? 65536 : 1500,
        lo ? 0 : 68,
        lo ? 0 : 65535,
        flags,
        state,
        peer,
        Optional.empty(),
        "",
        "noqueue",
        1000,
        0,
        0,
        "eui64",
        1,
        1,
        0,
        "",
        0,
        LinkStats.ZERO,
        bridge,
        Optional.empty());
  }

  public static AddrView address(int ifindex, String dev, String prefix) {
    Prefix local = Prefix.parse(prefix);
    return new AddrView(
        ifindex,
        dev,
        local,
        Optional.empty(),
        Optional.<Ip4>empty(),
        Route.SCOPE_GLOBAL,
        dev,
        false,
        true,
        false,
        AddrView.FOREVER,
        AddrView.FOREVER,
        0);
  }
}
