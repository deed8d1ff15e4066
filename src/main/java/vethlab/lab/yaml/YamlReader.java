package vethlab.lab.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads nodes as what they should be. A mistake is told with its place and what was expected, and
 * reading goes on, so that a file's mistakes are all told at once.
 */
public final class YamlReader {
  private final Problems problems;

  public YamlReader(Problems problems) {
    this.problems = problems;
  }

  public Problems problems() {
    return problems;
  }

  /** A mapping's entries in their order; unknown and repeated keys are told. */
  public Map<String, Node> mapping(Node node, String what, Collection<String> known) {
    Map<String, Node> entries = mapping(node, what);
    for (Map.Entry<String, Node> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        problems.error(
            keyNode(node, entry.getKey()),
            "unknown key \""
                + entry.getKey()
                + "\" in "
                + what
                + Suggestion.of(entry.getKey(), known));
      }
    }
    return entries;
  }

  /** A mapping with keys of its author's choice. */
  public Map<String, Node> mapping(Node node, String what) {
    Map<String, Node> entries = new LinkedHashMap<>();
    Node bare = bare(node);
    if (isNull(bare)) {
      return entries;
    }
    if (!(bare instanceof MappingNode map)) {
      problems.error(node, what + " must be a mapping (key: value)");
      return entries;
    }
    for (NodeTuple tuple : map.getValue()) {
      if (!(bare(tuple.getKeyNode()) instanceof ScalarNode key)) {
        problems.error(tuple.getKeyNode(), "a key of " + what + " must be a word");
        continue;
      }
      if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problems.error(key, "\"" + key.getValue() + "\" is there twice in " + what);
      }
    }
    return entries;
  }

  /** The node of a key, for messages about the key itself. */
  public static Node keyNode(Node node, String key) {
    if (bare(node) instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return name;
        }
      }
    }
    return node;
  }

  public List<Node> sequence(Node node, String what) {
    Node bare = bare(node);
    if (isNull(bare)) {
      return List.of();
    }
    if (bare instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.error(node, what + " must be a list ([a, b] or lines that begin with -)");
    return List.of();
  }

  /** A list, or one thing that stands for a list of one. */
  public List<Node> sequenceOrOne(Node node, String what) {
    Node bare = bare(node);
    return bare instanceof ScalarNode && !isNull(bare) ? List.of(bare) : sequence(node, what);
  }

  public Optional<String> text(Node node, String what) {
    if (bare(node) instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    problems.error(node, what + " must be a text");
    return Optional.empty();
  }

  public OptionalLong number(Node node, String what, long least, long most) {
    Optional<String> text = text(node, what);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.decode(text.get());
      if (value >= least && value <= most) {
        return OptionalLong.of(value);
      }
      problems.error(node, what + " must be from " + least + " to " + most + ", not " + value);
    } catch (NumberFormatException e) {
      problems.error(node, what + " must be a number, not \"" + text.get() + "\"");
    }
    return OptionalLong.empty();
  }

  /** true or false; yes, no, on and off are refused, for YAML's versions read them differently. */
  public Optional<Boolean> truth(Node node, String what) {
    Optional<String> text = text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        String meant =
            switch (text.get().toLowerCase(java.util.Locale.ROOT)) {
              case "on", "yes", "y", "1" -> "; did you mean true?";
              case "off", "no", "n", "0" -> "; did you mean false?";
              default -> "";
            };
        problems.error(node, what + " must be true or false, not " + text.get() + meant);
        yield Optional.empty();
      }
    };
  }

  /** One of some words. */
  public Optional<String> word(Node node, String what, Collection<String> known) {
    Optional<String> text = text(node, what);
    if (text.isPresent() && !known.contains(text.get())) {
      problems.error(
          node,
          what
              + " must be one of "
              + String.join(", ", known)
              + ", not \""
              + text.get()
              + "\""
              + Suggestion.of(text.get(), known));
      return Optional.empty();
    }
    return text;
  }

  /** Whether a scalar stands without quotes. */
  public static boolean isPlain(Node node) {
    return bare(node) instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  public static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("null")
            || scalar.getValue().equals("~"));
  }

  /** What an alias stands for. */
  public static Node bare(Node node) {
    Node at = node;
    while (at instanceof AnchorNode anchor) {
      at = anchor.getRealNode();
    }
    return at;
  }

  /** The texts of a list of scalars. */
  public List<String> texts(Node node, String what) {
    List<String> all = new ArrayList<>();
    for (Node each : sequenceOrOne(node, what)) {
      text(each, what).ifPresent(all::add);
    }
    return all;
  }
}
