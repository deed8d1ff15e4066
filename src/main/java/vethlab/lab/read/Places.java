package vethlab.lab.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.SimulatedLab;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;
import vethlab.op.Ns;

/** Where in lab.yaml something stands. */
public final class Places {
  private final YamlReader quiet = new YamlReader(new Problems(""));
  private final Optional<Node> root;

  public Places(String text) {
    root = YamlText.parse(text, quiet.problems());
  }

  /** Line and column, counted from 1; 0 where there is none. */
  public record Place(int line, int column) {}

  /** An interface of a namespace, or the namespace where the file does not list it. */
  public Place of(Ns ns, String device) {
    return device.isEmpty()
        ? of(List.of("namespaces", ns.toString()))
        : of(List.of("namespaces", ns.toString(), "interfaces", device));
  }

  /** What the kernel refused. */
  public Place of(SimulatedLab.Refusal refusal) {
    List<String> keys = new ArrayList<>(List.of("namespaces", refusal.ns().toString()));
    keys.addAll(refusal.keys());
    return of(keys);
  }

  /** The last of some keys, each inside the one before, that is there. */
  public Place of(List<String> keys) {
    Optional<Node> key = root;
    Optional<Node> at = root;
    for (String name : keys) {
      Optional<Node> next = at.flatMap(node -> child(node, name));
      if (next.isEmpty()) {
        break;
      }
      key = at.map(node -> YamlReader.keyNode(YamlReader.bare(node), name));
      at = next;
    }
    Optional<Mark> mark = key.flatMap(Node::getStartMark);
    return new Place(
        mark.map(Mark::getLine).orElse(-1) + 1, mark.map(Mark::getColumn).orElse(-1) + 1);
  }

  private Optional<Node> child(Node node, String name) {
    Map<String, Node> entries = quiet.mapping(node, "");
    return Optional.ofNullable(entries.get(name));
  }
}
