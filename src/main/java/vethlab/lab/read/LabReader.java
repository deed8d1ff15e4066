package vethlab.lab.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.LinkType;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.yaml.FormatVersion;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;
import vethlab.op.Ns;

/** Reads lab.yaml: every mistake is told at once, with its place and what was meant. */
public final class LabReader {
  private final YamlReader yaml;
  private final Problems problems;
  private final Values values;

  private LabReader(Problems problems) {
    this.problems = problems;
    yaml = new YamlReader(problems);
    values = new Values(yaml);
  }

  /**
   * The lab of a text; empty when the text is no lab at all. With errors in {@code problems} it is
   * what could be read.
   *
   * @param name of the lab where the file gives none: its folder's
   */
  public static Optional<Lab> read(String text, String name, Problems problems) {
    return YamlText.parse(text, problems).flatMap(root -> new LabReader(problems).lab(root, name));
  }

  private Optional<Lab> lab(Node root, String name) {
    Map<String, Node> all = yaml.mapping(root, "a lab");
    if (!FormatVersion.isKnown(root, all, "a lab", yaml)) {
      return Optional.empty();
    }
    yaml.mapping(root, "the lab", Keys.LAB);
    String called =
        Optional.ofNullable(all.get("name")).flatMap(n -> yaml.text(n, "name")).orElse(name);
    Map<Ns, Node> places = new LinkedHashMap<>();
    List<Namespace> namespaces = namespaces(all, places);
    List<Link> links = links(all);
    Lab lab =
        new Lab(
            called,
            text(all, "title", called),
            text(all, "description", ""),
            namespaces,
            links,
            notes(all));
    new References(lab, root, yaml).check();
    return Optional.of(lab);
  }

  private String text(Map<String, Node> all, String key, String otherwise) {
    return Optional.ofNullable(all.get(key)).flatMap(n -> yaml.text(n, key)).orElse(otherwise);
  }

  private List<Namespace> namespaces(Map<String, Node> all, Map<Ns, Node> places) {
    List<Namespace> namespaces = new ArrayList<>();
    Node node = all.get("namespaces");
    if (node == null) {
      return namespaces;
    }
    yaml.mapping(node, "namespaces")
        .forEach((name, body) -> {
          Node key = YamlReader.keyNode(node, name);
          if (values.namespaceName(key, name)) {
            Ns ns = Ns.named(name);
            places.put(ns, body);
            namespaces.add(new NamespaceReader(yaml, values, ns).read(body));
          }
        });
    return namespaces;
  }

  private List<Link> links(Map<String, Node> all) {
    List<Link> links = new ArrayList<>();
    Node node = all.get("links");
    if (node == null) {
      return links;
    }
    for (Node each : yaml.sequence(node, "links")) {
      Map<String, Node> entry = yaml.mapping(each, "a link", Keys.LINK);
      Node ends = entry.get("endpoints");
      if (ends == null) {
        problems.error(each, "a link needs endpoints: [ns1:eth0, host:veth1]");
        continue;
      }
      link(entry, ends).ifPresent(links::add);
    }
    return links;
  }

  private Optional<Link> link(Map<String, Node> entry, Node ends) {
    List<Node> two = yaml.sequence(ends, "endpoints");
    if (two.size() != 2) {
      problems.error(ends, "a link has two endpoints, not " + two.size());
      return Optional.empty();
    }
    Optional<Endpoint> a = endpoint(two.get(0));
    Optional<Endpoint> b = endpoint(two.get(1));
    LinkType type =
        Optional.ofNullable(entry.get("type"))
            .flatMap(n -> yaml.word(n, "type", Keys.LINK_TYPES))
            .map(word -> word.equals("uplink") ? LinkType.UPLINK : LinkType.VETH)
            .orElse(LinkType.VETH);
    return a.flatMap(left -> b.map(right -> new Link(left, right, type)));
  }

  private Optional<Endpoint> endpoint(Node node) {
    Optional<String> text = yaml.text(node, "an endpoint");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int colon = text.get().indexOf(':');
    if (colon <= 0 || colon == text.get().length() - 1) {
      problems.error(
          node,
          "an endpoint is NAMESPACE:INTERFACE, ns1:eth0 for example, not \"" + text.get() + "\"");
      return Optional.empty();
    }
    String namespace = text.get().substring(0, colon);
    String name = text.get().substring(colon + 1);
    return values.interfaceName(node, name)
        ? Optional.of(new Endpoint(Ns.named(namespace), name))
        : Optional.empty();
  }

  private List<Lab.Note> notes(Map<String, Node> all) {
    List<Lab.Note> notes = new ArrayList<>();
    Node node = all.get("notes");
    if (node != null) {
      yaml.mapping(node, "notes")
          .forEach((id, text) ->
              yaml.text(text, "a note").ifPresent(words -> notes.add(new Lab.Note(id, words))));
    }
    return notes;
  }
}
