package vethlab.op;

import static vethlab.op.Commands.word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ip link}. */
final class LinkCommands {

  /** Words that ip would read in place of a name, and those whose beginnings it would. */
  private static final List<String> WHOLE =
      List.of(
          "up",
          "down",
          "name",
          "index",
          "brd",
          "qlen",
          "mtu",
          "xdp",
          "xdpgeneric",
          "netns",
          "multicast",
          "allmulticast",
          "promisc",
          "trailers",
          "arp",
          "carrier",
          "vf",
          "vrf",
          "group",
          "mode",
          "state",
          "protodown",
          "parentdev",
          "dev");

  private static final List<String> BEGINNINGS =
      List.of(
          "link",
          "address",
          "broadcast",
          "txqueuelen",
          "txqlen",
          "master",
          "nomaster",
          "dynamic",
          "type",
          "alias",
          "numtxqueues",
          "numrxqueues",
          "addrgenmode",
          "link-netns",
          "link-netnsid",
          "help");

  private LinkCommands() {}

  /** The name alone where ip takes it for one. */
  private static Argv device(Argv argv, String name) {
    boolean word =
        WHOLE.contains(name) || BEGINNINGS.stream().anyMatch(each -> each.startsWith(name));
    return argv.addIf(word, "dev").add(name);
  }

  static List<String> delete(Op.LinkDel del) {
    return device(Argv.in(del.ns(), "ip").add("link", "del"), del.name()).words();
  }

  static List<String> set(Op.LinkSet set) {
    Argv argv = device(Argv.in(set.ns(), "ip").add("link", "set"), set.name());
    set.changes().forEach(change -> change(argv, change));
    List<LinkChange.BridgeSetting> bridge = select(set, LinkChange.BridgeSetting.class);
    List<LinkChange.PortSetting> port = select(set, LinkChange.PortSetting.class);
    List<LinkChange.FlushFdb> flushes = select(set, LinkChange.FlushFdb.class);
    boolean ofBridge = !bridge.isEmpty() || flushes.contains(new LinkChange.FlushFdb(false));
    boolean ofPort = !port.isEmpty() || flushes.contains(new LinkChange.FlushFdb(true));
    if (ofBridge && ofPort) {
      throw new IllegalArgumentException("settings of a bridge and of a port in one change");
    }
    argv.addIf(ofBridge, "type", "bridge");
    bridge.forEach(setting -> bridgeSetting(argv, setting));
    argv.addIf(ofPort, "type", "bridge_slave");
    port.forEach(setting -> portSetting(argv, setting));
    argv.addIf(!flushes.isEmpty(), "fdb_flush");
    for (LinkChange.OfKind each : select(set, LinkChange.OfKind.class)) {
      kind(argv.add("type", each.kind().word()), each.kind());
    }
    return argv.words();
  }

  private static <T extends LinkChange> List<T> select(Op.LinkSet set, Class<T> kind) {
    return set.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<String> add(Op.LinkAdd add) {
    Argv argv = Argv.in(add.ns(), "ip").add("link", "add");
    argv.add("link", parent(add.kind()));
    if (!add.name().isEmpty()) {
      device(argv, add.name());
    }
    add.with().forEach(change -> change(argv, change));
    argv.add("type", add.kind().word());
    kind(argv, add.kind());
    return argv.words();
  }

  private static Optional<String> parent(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Vlan vlan -> Optional.of(vlan.parent());
      case LinkKind.Macvlan macvlan -> Optional.of(macvlan.parent());
      case LinkKind.Ipvlan ipvlan -> Optional.of(ipvlan.parent());
      default -> Optional.<String>empty();
    };
  }

  private static void kind(Argv argv, LinkKind kind) {
    switch (kind) {
      case LinkKind.Veth veth -> {
        if (!veth.peer().isEmpty() || !veth.peerWith().isEmpty()) {
          argv.add("peer").addIf(!veth.peer().isEmpty(), "name", veth.peer());
          veth.peerWith().forEach(change -> change(argv, change));
        }
      }
      case LinkKind.Bridge bridge ->
          bridge.settings().forEach(setting -> bridgeSetting(argv, setting));
      case LinkKind.Vlan vlan ->
          argv.addIf(vlan.protocol() != 0x8100, "protocol", protocol(vlan.protocol()))
              .addIf(vlan.id() >= 0, "id", "" + vlan.id());
      case LinkKind.Macvlan macvlan -> argv.add("mode", macvlan.mode());
      case LinkKind.Ipvlan ipvlan -> argv.add("mode", ipvlan.mode(), ipvlan.flag());
      case LinkKind.Vxlan vxlan -> vxlan(argv, vxlan);
      case LinkKind.Vrf vrf -> argv.add("table", "" + vrf.table());
      case LinkKind.Loopback loopback -> {}
      case LinkKind.Dummy dummy -> {}
      case LinkKind.Unknown unknown -> {}
    }
  }

  private static void vxlan(Argv argv, LinkKind.Vxlan vxlan) {
    boolean group = vxlan.remote().filter(ip -> ip.isMulticast()).isPresent();
    argv.add("id", "" + vxlan.vni())
        .add("dev", vxlan.dev())
        .add(group ? "group" : "remote", vxlan.remote())
        .add("local", vxlan.local())
        .add("dstport", "" + vxlan.port())
        .addIf(vxlan.ttl().isPresent(), "ttl", "" + vxlan.ttl().orElse(0))
        .addIf(!vxlan.learning(), "nolearning");
  }

  private static void change(Argv argv, LinkChange change) {
    switch (change) {
      case LinkChange.Up up -> argv.add("up");
      case LinkChange.Down down -> argv.add("down");
      case LinkChange.Mtu mtu -> argv.add("mtu", "" + mtu.bytes());
      case LinkChange.Address address -> argv.add("address", address.mac().toString());
      case LinkChange.Broadcast broadcast -> argv.add("brd", broadcast.mac().toString());
      case LinkChange.Rename rename -> argv.add("name", rename.name());
      case LinkChange.MoveTo move -> argv.add("netns", move.ns().isHost() ? "1" : move.ns().name());
      case LinkChange.Master master -> argv.add("master", master.link());
      case LinkChange.NoMaster none -> argv.add("nomaster");
      case LinkChange.Arp arp -> argv.add("arp", onOff(arp.on()));
      case LinkChange.Multicast multicast -> argv.add("multicast", onOff(multicast.on()));
      case LinkChange.AllMulticast all -> argv.add("allmulticast", onOff(all.on()));
      case LinkChange.Promisc promisc -> argv.add("promisc", onOff(promisc.on()));
      case LinkChange.Carrier carrier -> argv.add("carrier", onOff(carrier.on()));
      case LinkChange.TxQueueLength length -> argv.add("txqueuelen", "" + length.packets());
      case LinkChange.Queues queues ->
          argv.addIf(queues.transmit() > 0, "numtxqueues", "" + queues.transmit())
              .addIf(queues.receive() > 0, "numrxqueues", "" + queues.receive());
      case LinkChange.Alias alias -> argv.add("alias", alias.text());
      case LinkChange.Group group -> argv.add("group", "" + group.group());
      case LinkChange.Index index -> argv.add("index", "" + index.ifindex());
      case LinkChange.AddrGenMode mode -> argv.add("addrgenmode", mode.mode());
      case LinkChange.BridgeSetting setting -> {}
      case LinkChange.PortSetting setting -> {}
      case LinkChange.FlushFdb flush -> {}
      case LinkChange.OfKind kind -> {}
    }
  }

  private static void bridgeSetting(Argv argv, LinkChange.BridgeSetting setting) {
    String value =
        setting.attr() == BridgeAttr.VLAN_PROTOCOL
            ? protocol((int) setting.value())
            : "" + setting.value();
    argv.add(word(setting.attr()), value);
  }

  private static void portSetting(Argv argv, LinkChange.PortSetting setting) {
    String value =
        switch (setting.attr()) {
          case STATE, PRIORITY, COST, MCAST_ROUTER -> "" + setting.value();
          default -> onOff(setting.value() != 0);
        };
    argv.add(word(setting.attr()), value);
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private static String protocol(int number) {
    return switch (number) {
      case 0x8100 -> "802.1Q";
      case 0x88a8 -> "802.1ad";
      default -> String.format(Locale.ROOT, "0x%x", number);
    };
  }
}
