package vethlab.lab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.Suggestion;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.Ns;

/** Whether what a lab names is there: endpoints, masters, parents, gateways within a subnet. */
final class References {
  private final Lab lab;
  private final YamlReader yaml;
  private final Problems problems;
  private final Map<String, Node> top;
  private final Map<Ns, Set<String>> names = new LinkedHashMap<>();

  References(Lab lab, Node root, YamlReader yaml) {
    this.lab = lab;
    this.yaml = yaml;
    problems = yaml.problems();
    top = new YamlReader(new Problems("")).mapping(root, "");
  }

  void check() {
    for (Namespace each : lab.namespaces()) {
      Set<String> own = new LinkedHashSet<>(List.of("lo"));
      each.interfaces().forEach(i -> own.add(i.name()));
      names.put(each.ns(), own);
    }
    Set<Endpoint> used = endpoints();
    for (Namespace each : lab.namespaces()) {
      check(each, used);
    }
  }

  private Set<Endpoint> endpoints() {
    Set<Endpoint> used = new LinkedHashSet<>();
    List<Node> nodes =
        top.containsKey("links")
            ? new YamlReader(new Problems("")).sequence(top.get("links"), "")
            : List.of();
    int at = 0;
    for (Link link : lab.links()) {
      Node node = nodes.size() == lab.links().size() ? nodes.get(at++) : top.get("links");
      for (Endpoint end : List.of(link.a(), link.b())) {
        if (!names.containsKey(end.ns())) {
          List<String> known = new ArrayList<>();
          names.keySet().forEach(ns -> known.add(ns.toString()));
          problems.error(
              node,
              "endpoint "
                  + end
                  + ": there is no namespace "
                  + end.ns()
                  + Suggestion.of(end.ns().toString(), known));
          continue;
        }
        if (!used.add(end)) {
          problems.error(node, "endpoint " + end + " is used by two links");
        }
        names.get(end.ns()).add(end.name());
      }
    }
    return used;
  }

  private Node interfaceNode(Ns ns, String name) {
    YamlReader quiet = new YamlReader(new Problems(""));
    Node at = top.getOrDefault("namespaces", top.values().iterator().next());
    for (String key : List.of(ns.toString(), "interfaces", name)) {
      Node next = quiet.mapping(at, "").get(key);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private void check(Namespace each, Set<Endpoint> used) {
    Set<String> own = names.get(each.ns());
    for (Interface i : each.interfaces()) {
      Node node = interfaceNode(each.ns(), i.name());
      boolean linked = used.contains(new Endpoint(each.ns(), i.name()));
      if (i.kind().isEmpty() && !linked && !i.name().equals("lo")) {
        problems.error(
            node,
            each.ns()
                + ":"
                + i.name()
                + " is neither an end of a link (links:) nor of a kind (kind: bridge …)");
      }
      if (i.kind().isPresent() && linked) {
        problems.error(
            node, each.ns() + ":" + i.name() + " is an end of a link, so it cannot have a kind");
      }
      i.master()
          .filter(master -> !own.contains(master))
          .ifPresent(master -> missing(node, "master", master, each.ns(), own));
      i.kind()
          .flatMap(References::parent)
          .filter(parent -> !own.contains(parent))
          .ifPresent(parent -> missing(node, "parent", parent, each.ns(), own));
    }
    each.routes()
        .forEach(route ->
            route
                .dev()
                .filter(dev -> !own.contains(dev))
                .ifPresent(
                    dev -> missing(interfaceNode(each.ns(), ""), "dev", dev, each.ns(), own)));
  }

  private static java.util.Optional<String> parent(vethlab.op.LinkKind kind) {
    return switch (kind) {
      case vethlab.op.LinkKind.Vlan vlan -> java.util.Optional.of(vlan.parent());
      case vethlab.op.LinkKind.Macvlan macvlan -> java.util.Optional.of(macvlan.parent());
      case vethlab.op.LinkKind.Ipvlan ipvlan -> java.util.Optional.of(ipvlan.parent());
      default -> java.util.Optional.empty();
    };
  }

  private void missing(Node node, String what, String name, Ns ns, Set<String> known) {
    problems.error(
        node,
        what + " " + name + ": there is no such interface in " + ns + Suggestion.of(name, known));
  }
}
