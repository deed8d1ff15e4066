package vethlab.lab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab.FdbEntry;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Listen;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.NeighbourEntry;
import vethlab.lab.Lab.Protocol;
import vethlab.lab.Lab.RouteEntry;
import vethlab.lab.Lab.RuleEntry;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.Ns;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.op.iptables.Ruleset;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Reads one namespace of lab.yaml. */
final class NamespaceReader {
  private final YamlReader yaml;
  private final Values values;
  private final Ns ns;

  NamespaceReader(YamlReader yaml, Values values, Ns ns) {
    this.yaml = yaml;
    this.values = values;
    this.ns = ns;
  }

  Namespace read(Node node) {
    Map<String, Node> all = yaml.mapping(node, "namespace " + ns, Keys.NAMESPACE);
    Optional<Node> iptables = Optional.ofNullable(all.get("iptables"));
    Optional<String> text = iptables.flatMap(n -> yaml.text(n, "iptables"));
    Optional<Ruleset> ruleset =
        text.flatMap(t -> RulesetReader.read(iptables.orElseThrow(), t, yaml.problems()));
    return new Namespace(
        ns,
        interfaces(all),
        routes(all),
        rules(all),
        neighbours(all),
        fdb(all),
        sysctls(all),
        text,
        ruleset,
        listen(all));
  }

  private List<Interface> interfaces(Map<String, Node> all) {
    List<Interface> interfaces = new ArrayList<>();
    Node node = all.get("interfaces");
    if (node == null) {
      return interfaces;
    }
    InterfaceReader reader = new InterfaceReader(yaml, values);
    yaml.mapping(node, "interfaces of " + ns)
        .forEach((name, body) -> {
          if (values.interfaceName(YamlReader.keyNode(node, name), name)) {
            interfaces.add(reader.read(name, body));
          }
        });
    return interfaces;
  }

  private List<RouteEntry> routes(Map<String, Node> all) {
    List<RouteEntry> routes = new ArrayList<>();
    for (Node each : list(all, "routes")) {
      route(each).ifPresent(routes::add);
    }
    return routes;
  }

  private List<Node> list(Map<String, Node> all, String key) {
    Node node = all.get(key);
    return node == null ? List.of() : yaml.sequence(node, key + " of " + ns);
  }

  private Optional<RouteEntry> route(Node node) {
    Map<String, Node> entry = yaml.mapping(node, "a route", Keys.ROUTE);
    if (!entry.containsKey("to")) {
      yaml.problems().error(node, "a route needs a destination: to: default, or to: 10.0.0.0/24");
      return Optional.empty();
    }
    Optional<Prefix> to = values.destination(entry.get("to"), "to");
    Optional<Ip4> via = get(entry, "via").flatMap(n -> values.address(n, "via"));
    Optional<String> dev = get(entry, "dev").flatMap(n -> yaml.text(n, "dev"));
    RouteType type =
        get(entry, "type")
            .flatMap(n -> yaml.word(n, "type", types()))
            .map(NamespaceReader::type)
            .orElse(RouteType.UNICAST);
    if (type == RouteType.UNICAST && !entry.containsKey("via") && dev.isEmpty()) {
      yaml.problems().error(node, "a route needs via (a gateway) or dev (an interface)");
      return Optional.empty();
    }
    Optional<Ip4> source = get(entry, "from").flatMap(n -> values.address(n, "from"));
    long metric = number(entry, "metric", 0, 0xffffffffL, 0);
    int table = (int) number(entry, "table", 1, 0xffffffffL, Route.MAIN);
    boolean onlink = get(entry, "onlink").flatMap(n -> yaml.truth(n, "onlink")).orElse(false);
    int mtu = (int) number(entry, "mtu", 0, 65535, 0);
    return to.map(
        prefix -> new RouteEntry(type, prefix, via, dev, source, metric, table, onlink, mtu));
  }

  private static List<String> types() {
    List<String> words = new ArrayList<>();
    for (RouteType each : RouteType.values()) {
      words.add(each.word());
    }
    return words;
  }

  private static RouteType type(String word) {
    return RouteType.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }

  private long number(Map<String, Node> entry, String key, long least, long most, long otherwise) {
    OptionalLong value = OptionalLong.empty();
    if (entry.containsKey(key)) {
      value = yaml.number(entry.get(key), key, least, most);
    }
    return value.orElse(otherwise);
  }

  private static Optional<Node> get(Map<String, Node> entry, String key) {
    return Optional.ofNullable(entry.get(key));
  }

  private List<RuleEntry> rules(Map<String, Node> all) {
    List<RuleEntry> rules = new ArrayList<>();
    for (Node each : list(all, "rules")) {
      Map<String, Node> entry = yaml.mapping(each, "a rule", Keys.RULE);
      if (!entry.containsKey("table")) {
        yaml.problems().error(each, "a rule needs the table it sends packets to");
        continue;
      }
      rules.add(
          new RuleEntry(
              optional(entry, "priority"),
              get(entry, "from").flatMap(n -> values.destination(n, "from")),
              get(entry, "to").flatMap(n -> values.destination(n, "to")),
              get(entry, "iif").flatMap(n -> yaml.text(n, "iif")),
              get(entry, "oif").flatMap(n -> yaml.text(n, "oif")),
              optional(entry, "mark"),
              (int) number(entry, "table", 1, 0xffffffffL, Route.MAIN)));
    }
    return rules;
  }

  private OptionalLong optional(Map<String, Node> entry, String key) {
    return entry.containsKey(key)
        ? yaml.number(entry.get(key), key, 0, 0xffffffffL)
        : OptionalLong.empty();
  }

  private List<NeighbourEntry> neighbours(Map<String, Node> all) {
    List<NeighbourEntry> neighbours = new ArrayList<>();
    for (Node each : list(all, "neighbours")) {
      Map<String, Node> entry = yaml.mapping(each, "a neighbour", Keys.NEIGHBOUR);
      if (need(each, entry, "a neighbour", Keys.NEIGHBOUR)) {
        Optional<Ip4> to = values.address(entry.get("to"), "to");
        Optional<Mac> mac = values.mac(entry.get("mac"), "mac");
        Optional<String> dev = yaml.text(entry.get("dev"), "dev");
        if (to.isPresent() && mac.isPresent() && dev.isPresent()) {
          neighbours.add(new NeighbourEntry(to.get(), mac.get(), dev.get()));
        }
      }
    }
    return neighbours;
  }

  private List<FdbEntry> fdb(Map<String, Node> all) {
    List<FdbEntry> entries = new ArrayList<>();
    for (Node each : list(all, "fdb")) {
      Map<String, Node> entry = yaml.mapping(each, "an fdb entry", Keys.FDB);
      if (need(each, entry, "an fdb entry", List.of("mac", "dev"))) {
        Optional<Mac> mac = values.mac(entry.get("mac"), "mac");
        Optional<String> dev = yaml.text(entry.get("dev"), "dev");
        Optional<Ip4> dst = get(entry, "dst").flatMap(n -> values.address(n, "dst"));
        if (mac.isPresent() && dev.isPresent()) {
          entries.add(new FdbEntry(mac.get(), dev.get(), dst));
        }
      }
    }
    return entries;
  }

  private boolean need(Node node, Map<String, Node> entry, String what, List<String> keys) {
    for (String key : keys) {
      if (!entry.containsKey(key)) {
        yaml.problems().error(node, what + " needs " + key);
        return false;
      }
    }
    return true;
  }

  private Map<String, String> sysctls(Map<String, Node> all) {
    Map<String, String> sysctls = new LinkedHashMap<>();
    Node node = all.get("sysctls");
    if (node != null) {
      yaml.mapping(node, "sysctls of " + ns)
          .forEach((key, value) -> {
            if (!key.startsWith("net.") && !key.startsWith("net/")) {
              yaml.problems()
                  .error(
                      YamlReader.keyNode(node, key),
                      "\"" + key + "\" is no network sysctl; they begin with net.");
            }
            yaml.text(value, key).ifPresent(text -> sysctls.put(key, text));
          });
    }
    return sysctls;
  }

  private List<Listen> listen(Map<String, Node> all) {
    List<Listen> listen = new ArrayList<>();
    Node node = all.get("listen");
    if (node == null) {
      return listen;
    }
    for (Node each : yaml.sequenceOrOne(node, "listen of " + ns)) {
      yaml.text(each, "listen").ifPresent(text -> listen(each, text).ifPresent(listen::add));
    }
    return listen;
  }

  private Optional<Listen> listen(Node node, String text) {
    String[] parts = text.split("/", -1);
    boolean known = parts.length == 2 && (parts[0].equals("tcp") || parts[0].equals("udp"));
    if (known && parts[1].matches("[0-9]{1,5}") && Integer.parseInt(parts[1]) <= 65535) {
      Protocol protocol = parts[0].equals("tcp") ? Protocol.TCP : Protocol.UDP;
      return Optional.of(new Listen(protocol, Integer.parseInt(parts[1])));
    }
    yaml.problems().error(node, "listen takes tcp/80 or udp/53, not \"" + text + "\"");
    return Optional.empty();
  }
}
