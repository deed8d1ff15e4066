package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;

/** Reads what follows {@code type KIND} when a link is added. */
final class LinkKinds {

  /** Kinds the tool knows and this machine's kernel does not. */
  private static final List<String> KNOWN =
      List.of(
          "amt",
          "bareudp",
          "bond",
          "bond_slave",
          "dsa",
          "erspan",
          "geneve",
          "gre",
          "gretap",
          "gtp",
          "ifb",
          "ip6erspan",
          "ip6gre",
          "ip6gretap",
          "ip6tnl",
          "ipip",
          "ipoib",
          "ipvtap",
          "macsec",
          "macvtap",
          "nlmon",
          "rmnet",
          "sit",
          "team",
          "team_slave",
          "vcan",
          "vti",
          "vxcan",
          "wwan",
          "xfrm",
          "virt_wifi");

  private LinkKinds() {}

  static LinkKind read(LinkRequest request, Args args) {
    String word = request.type.orElseThrow();
    String parent =
        request.link.flatMap(request.host.links()::find).map(link -> link.name()).orElse("");
    return switch (word) {
      case "veth" -> veth(request, args);
      case "bridge" ->
          new LinkKind.Bridge(
              BridgeOptions.bridge(args).stream()
                  .map(LinkChange.BridgeSetting.class::cast)
                  .toList());
      case "dummy" -> {
        args.takeAll();
        yield new LinkKind.Dummy();
      }
      case "vlan" -> VLAN.read(new VlanRequest(parent), args).kind();
      case "macvlan" -> MACVLAN.read(new ModeRequest(parent, "vepa"), args).macvlan();
      case "ipvlan" -> IPVLAN.read(new ModeRequest(parent, "l3"), args).ipvlan();
      case "vxlan" -> VxlanOptions.read(request.host, args);
      case "vrf" -> vrf(request.host, args);
      default -> {
        if (!KNOWN.contains(word)) {
          garbage(args);
        }
        args.takeAll();
        yield new LinkKind.Unknown(word);
      }
    };
  }

  private static void garbage(Args args) {
    if (!args.more()) {
      return;
    }
    if (Args.matches(args.peek(), "help")) {
      throw Help.of("ip-link");
    }
    throw new IpError(
        "Garbage instead of arguments \"" + args.peek() + " ...\". Try \"ip link help\".\n", 1);
  }

  private static LinkKind veth(LinkRequest request, Args args) {
    if (!args.more()) {
      return new LinkKind.Veth("", List.of());
    }
    if (!args.take().equals("peer")) {
      request.host.print(Help.text("link-veth"));
      throw new IpError("", 1);
    }
    LinkRequest peer = LinkParser.read(LinkRequest.Verb.ADD, request.host, args);
    if (peer.type.isPresent()) {
      throw IpError.duplicate("type", peer.type.get());
    }
    return new LinkKind.Veth(peer.name.orElse(""), List.copyOf(peer.changes));
  }

  /** What {@code type vlan} reads. */
  private static final class VlanRequest {
    private final String parent;
    private int id = -1;
    private int protocol = 0x8100;

    VlanRequest(String parent) {
      this.parent = parent;
    }

    LinkKind kind() {
      return new LinkKind.Vlan(parent, id, protocol);
    }
  }

  private static final Words<VlanRequest> VLAN =
      new Words<VlanRequest>()
          .word(
              "protocol",
              (r, a) -> r.protocol = BridgeOptions.vlanProtocol(a.value(), "protocol is invalid"))
          .word("id", (r, a) -> r.id = vlanId(a.value()))
          .word("reorder_hdr", (r, a) -> only("reorder_hdr", "on", a))
          .word("gvrp", (r, a) -> only("gvrp", "off", a))
          .word("mvrp", (r, a) -> only("mvrp", "off", a))
          .word("loose_binding", (r, a) -> only("loose_binding", "off", a))
          .word("bridge_binding", (r, a) -> only("bridge_binding", "off", a))
          .word("ingress-qos-map", (r, a) -> only("ingress-qos-map", "", a))
          .word("egress-qos-map", (r, a) -> only("egress-qos-map", "", a))
          .other((r, a) -> unknown("vlan", "unknown command", a));

  private static int vlanId(String text) {
    return (int) Numbers.u16(text).orElseThrow(() -> IpError.wrong("id is invalid", text));
  }

  /** A setting that is accepted where it says what is so anyway. */
  private static void only(String word, String value, Args args) {
    String text = args.value();
    if (text.equals(value)) {
      return;
    }
    if (!text.equals("on") && !text.equals("off") && !value.isEmpty()) {
      throw new IpError(
          "Error: argument of \"" + word + "\" must be \"on\" or \"off\", not \"" + text + "\"\n",
          1);
    }
    throw IpError.notModelled("ip link: vlan \"" + word + " " + text + "\"");
  }

  private static void unknown(String kind, String what, Args args) {
    String word = args.take();
    String help = Help.text("link-" + kind);
    throw new IpError(
        Args.matches(word, "help") ? help : kind + ": " + what + " \"" + word + "\"?\n" + help, 1);
  }

  /** What {@code type macvlan} and {@code type ipvlan} read. */
  private static final class ModeRequest {
    private final String parent;
    private String mode;
    private String flag = "bridge";

    ModeRequest(String parent, String mode) {
      this.parent = parent;
      this.mode = mode;
    }

    LinkKind macvlan() {
      return new LinkKind.Macvlan(parent, mode);
    }

    LinkKind ipvlan() {
      return new LinkKind.Ipvlan(parent, mode, flag);
    }
  }

  private static final Words<ModeRequest> MACVLAN =
      new Words<ModeRequest>()
          .word("mode", (r, a) -> r.mode = macvlanMode(a.value()))
          .word("flag", (r, a) -> macvlanFlag(a.value()))
          .word("macaddr", (r, a) -> notModelled("macvlan \"macaddr\""))
          .word("nopromisc", (r, a) -> notModelled("macvlan \"nopromisc\""))
          .word("nodst", (r, a) -> notModelled("macvlan \"nodst\""))
          .word("bcqueuelen", (r, a) -> notModelled("macvlan \"bcqueuelen\""))
          .other((r, a) -> unknown("macvlan", "unknown option", a));

  private static String macvlanMode(String text) {
    if (text.matches("private|vepa|bridge|passthru|source")) {
      return text;
    }
    throw new IpError(
        "Error: argument of \"mode\" must be \"private\", \"vepa\", \"bridge\", \"passthru\" or"
            + " \"source\", not \""
            + text
            + "\"\n",
        1);
  }

  private static void macvlanFlag(String text) {
    if (text.equals("null")) {
      return;
    }
    if (text.matches("nopromisc|nodst")) {
      notModelled("macvlan \"flag " + text + "\"");
    }
    throw new IpError(
        "Error: argument of \"flag\" must be \"nopromisc\", \"nodst\" or \"null\", not \""
            + text
            + "\"\n",
        1);
  }

  private static final Words<ModeRequest> IPVLAN =
      new Words<ModeRequest>()
          .word("mode", (r, a) -> r.mode = ipvlanMode(a.value()))
          .word("private", (r, a) -> r.flag = "private")
          .word("vepa", (r, a) -> r.flag = "vepa")
          .word("bridge", (r, a) -> r.flag = "bridge")
          .other((r, a) -> unknown("ipvlan", "unknown option", a));

  private static String ipvlanMode(String text) {
    if (text.matches("l2|l3|l3s")) {
      return text;
    }
    throw new IpError("Error: argument of \"mode\" must be either \"l2\", \"l3\" or \"l3s\"\n", 1);
  }

  private static LinkKind vrf(Host host, Args args) {
    OptionalInt[] table = {OptionalInt.empty()};
    new Words<OptionalInt[]>()
        .word(
            "table",
            (r, a) -> {
              String text = a.value();
              r[0] =
                  OptionalInt.of(
                      (int)
                          host.names()
                              .table(text)
                              .orElseThrow(() -> IpError.wrong("invalid table ID\n", text)));
            })
        .other((r, a) -> unknown("vrf", "unknown option", a))
        .read(table, args);
    return new LinkKind.Vrf(table[0].orElse(0));
  }

  private static void notModelled(String what) {
    throw IpError.notModelled("ip link: " + what);
  }

  /** The usage of one kind for {@code ip link help KIND}; empty where the kind has none. */
  static Optional<String> help(String kind) {
    return List.of(
                "veth",
                "bridge",
                "bridge_slave",
                "vlan",
                "vxlan",
                "macvlan",
                "ipvlan",
                "vrf",
                "dummy")
            .contains(kind)
        ? Optional.of(Help.text("link-" + kind))
        : Optional.empty();
  }
}
