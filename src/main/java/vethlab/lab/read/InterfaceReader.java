package vethlab.lab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab.Address;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.State;
import vethlab.lab.Lab.VlanEntry;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.PortAttr;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** Reads one interface of lab.yaml. */
final class InterfaceReader {
  private static final int VXLAN_PORT = 4789;

  private final YamlReader yaml;
  private final Values values;

  InterfaceReader(YamlReader yaml, Values values) {
    this.yaml = yaml;
    this.values = values;
  }

  Interface read(String name, Node node) {
    Map<String, Node> all = yaml.mapping(node, "interface " + name, Keys.INTERFACE);
    OptionalLong mtu = number(all, "mtu", 0, Integer.MAX_VALUE);
    Optional<Mac> mac = get(all, "mac").flatMap(n -> values.mac(n, "mac"));
    Optional<String> master = get(all, "master").flatMap(n -> yaml.text(n, "master"));
    State state =
        get(all, "state")
            .flatMap(n -> yaml.word(n, "state", Keys.STATES))
            .map(word -> word.equals("down") ? State.DOWN : State.UP)
            .orElse(State.UP);
    return new Interface(
        name,
        kind(node, all),
        addresses(all),
        mac,
        mtu.isPresent() ? OptionalInt.of((int) mtu.getAsLong()) : OptionalInt.empty(),
        master,
        state,
        port(all),
        vlans(all),
        get(all, "alias").flatMap(n -> yaml.text(n, "alias")).orElse(""));
  }

  private List<Address> addresses(Map<String, Node> all) {
    List<Address> addresses = new ArrayList<>();
    Node node = all.get("addresses");
    if (node != null) {
      for (Node each : yaml.sequenceOrOne(node, "addresses")) {
        address(each).ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  private Optional<Address> address(Node node) {
    if (!(YamlReader.bare(node) instanceof MappingNode)) {
      return values.interfaceAddress(node, "an address").map(p -> new Address(p, Optional.empty()));
    }
    Map<String, Node> entry = yaml.mapping(node, "an address", Keys.ADDRESS);
    Optional<Ip4> peer = get(entry, "peer").flatMap(n -> values.address(n, "peer"));
    return get(entry, "address")
        .flatMap(n -> values.interfaceAddress(n, "address"))
        .map(prefix -> new Address(prefix, peer));
  }

  private Optional<LinkKind> kind(Node node, Map<String, Node> all) {
    Optional<String> word = get(all, "kind").flatMap(n -> yaml.word(n, "kind", Keys.KINDS));
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return switch (word.get()) {
      case "bridge" -> Optional.of(new LinkKind.Bridge(bridge(all)));
      case "dummy" -> Optional.of(new LinkKind.Dummy());
      case "vlan" -> vlan(node, all);
      case "macvlan" ->
          parent(node, all)
              .map(p -> new LinkKind.Macvlan(p, mode(all, Keys.MACVLAN_MODES, "bridge")));
      case "ipvlan" ->
          parent(node, all)
              .map(p -> new LinkKind.Ipvlan(p, mode(all, Keys.IPVLAN_MODES, "l3"), "bridge"));
      case "vxlan" -> vxlan(node, all);
      default ->
          required(node, all, "table", 1, 0xffffffffL).map(t -> new LinkKind.Vrf(t.intValue()));
    };
  }

  private Optional<LinkKind> vlan(Node node, Map<String, Node> all) {
    Optional<Long> id = required(node, all, "id", 1, 4094);
    return parent(node, all)
        .flatMap(parent -> id.map(n -> new LinkKind.Vlan(parent, n.intValue(), 0x8100)));
  }

  private Optional<LinkKind> vxlan(Node node, Map<String, Node> all) {
    Optional<Ip4> remote = get(all, "remote").flatMap(n -> values.address(n, "remote"));
    Optional<Ip4> local = get(all, "local").flatMap(n -> values.address(n, "local"));
    Optional<String> dev = get(all, "dev").flatMap(n -> yaml.text(n, "dev"));
    OptionalLong port = number(all, "dstport", 1, 65535);
    return required(node, all, "id", 0, 0xffffff)
        .map(id ->
            new LinkKind.Vxlan(
                id.intValue(),
                dev,
                remote,
                local,
                (int) port.orElse(VXLAN_PORT),
                OptionalInt.empty(),
                true));
  }

  private Optional<String> parent(Node node, Map<String, Node> all) {
    Optional<String> parent = get(all, "parent").flatMap(n -> yaml.text(n, "parent"));
    if (parent.isEmpty()) {
      yaml.problems().error(node, "this kind needs parent: the interface it sits on");
    }
    return parent;
  }

  private String mode(Map<String, Node> all, List<String> known, String otherwise) {
    return get(all, "mode").flatMap(n -> yaml.word(n, "mode", known)).orElse(otherwise);
  }

  private Optional<Long> required(
      Node node, Map<String, Node> all, String key, long least, long most) {
    if (!all.containsKey(key)) {
      yaml.problems().error(node, "this kind needs " + key);
      return Optional.empty();
    }
    OptionalLong value = yaml.number(all.get(key), key, least, most);
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private List<LinkChange.BridgeSetting> bridge(Map<String, Node> all) {
    List<LinkChange.BridgeSetting> settings = new ArrayList<>();
    Node node = all.get("bridge");
    if (node != null) {
      List<String> words = new ArrayList<>();
      for (BridgeAttr each : BridgeAttr.values()) {
        words.add(each.word());
      }
      yaml.mapping(node, "bridge", words)
          .forEach((key, value) -> {
            if (words.contains(key)) {
              BridgeAttr attr = BridgeAttr.valueOf(key.toUpperCase(Locale.ROOT));
              yaml.number(value, key, 0, Long.MAX_VALUE)
                  .ifPresent(n -> settings.add(new LinkChange.BridgeSetting(attr, n)));
            }
          });
    }
    return settings;
  }

  private Map<PortAttr, Long> port(Map<String, Node> all) {
    Map<PortAttr, Long> settings = new LinkedHashMap<>();
    Node node = all.get("port");
    if (node != null) {
      List<String> words = new ArrayList<>();
      for (PortAttr each : PortAttr.values()) {
        words.add(each.word());
      }
      yaml.mapping(node, "port", words)
          .forEach((key, value) -> {
            if (words.contains(key)) {
              PortAttr attr = PortAttr.valueOf(key.toUpperCase(Locale.ROOT));
              yaml.number(value, key, 0, 65535).ifPresent(n -> settings.put(attr, n));
            }
          });
    }
    return settings;
  }

  private List<VlanEntry> vlans(Map<String, Node> all) {
    List<VlanEntry> vlans = new ArrayList<>();
    Node node = all.get("vlans");
    if (node == null) {
      return vlans;
    }
    for (Node each : yaml.sequence(node, "vlans")) {
      Map<String, Node> entry = yaml.mapping(each, "a vlan", Keys.VLAN);
      if (!entry.containsKey("vid")) {
        yaml.problems().error(each, "a vlan needs vid");
        continue;
      }
      boolean pvid = get(entry, "pvid").flatMap(n -> yaml.truth(n, "pvid")).orElse(false);
      boolean untagged =
          get(entry, "untagged").flatMap(n -> yaml.truth(n, "untagged")).orElse(false);
      yaml.number(entry.get("vid"), "vid", 1, 4094)
          .ifPresent(id -> vlans.add(new VlanEntry((int) id, (int) id, pvid, untagged)));
    }
    return vlans;
  }

  private OptionalLong number(Map<String, Node> all, String key, long least, long most) {
    return all.containsKey(key)
        ? yaml.number(all.get(key), key, least, most)
        : OptionalLong.empty();
  }

  private static Optional<Node> get(Map<String, Node> all, String key) {
    return Optional.ofNullable(all.get(key));
  }
}
