package vethlab.lab.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.read.LabReader;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlText;

/**
 * Changes a lab.yaml to say what a lab says now. Only the parts whose meaning has changed are
 * written anew; everything else keeps its letters, comments and unknown keys included.
 */
public final class LabEditor {
  /** A stretch of the old text and what stands there now. */
  private record Splice(int from, int to, String text) {}

  private final String old;
  private final Lab before;
  private final Lab after;
  private final Map<String, NodeTuple> top;
  private final List<Splice> splices = new ArrayList<>();

  private LabEditor(String old, Lab before, Lab after, Node root) {
    this.old = old.endsWith("\n") || old.isEmpty() ? old : old + "\n";
    this.before = before;
    this.after = after;
    top = tuples(root);
  }

  /** The new text; a text that is no lab is replaced whole. */
  public static String update(String old, Lab after) {
    Problems problems = new Problems("");
    Optional<Node> root = YamlText.parse(old, problems);
    Optional<Lab> before = LabReader.read(old, after.name(), problems);
    if (root.isEmpty() || before.isEmpty()) {
      return LabText.of(after);
    }
    return new LabEditor(old, before.get(), after, root.get()).update();
  }

  private String update() {
    replaceWord("name", before.name(), after.name());
    replaceWord("title", before.title(), after.title());
    replaceWord("description", before.description(), after.description());
    namespaces();
    if (!before.links().equals(after.links())) {
      StringBuilder links = new StringBuilder("links:\n");
      after.links().forEach(each -> links.append("  - ").append(LabText.link(each)).append('\n'));
      replaceKey(top, "links", after.links().isEmpty() ? "" : links.toString(), old.length());
    }
    if (!before.notes().equals(after.notes())) {
      replaceKey(top, "notes", LabText.notes(after.notes()), old.length());
    }
    return spliced();
  }

  private void replaceWord(String key, String from, String to) {
    NodeTuple tuple = top.get(key);
    if (!from.equals(to) && tuple != null) {
      splices.add(
          new Splice(start(tuple.getValueNode()), end(tuple.getValueNode()), Scalar.of(to)));
    } else if (!from.equals(to) && !to.isEmpty() && !to.equals(after.name())) {
      int at = top.containsKey("name") ? lineEnd(end(top.get("name").getValueNode())) : 0;
      splices.add(new Splice(at, at, key + ": " + Scalar.of(to) + "\n"));
    }
  }

  private void namespaces() {
    NodeTuple all = top.get("namespaces");
    if (all == null
        || !(all.getValueNode() instanceof MappingNode body)
        || body.getFlowStyle() == FlowStyle.FLOW) {
      if (!before.namespaces().equals(after.namespaces())) {
        StringBuilder text = new StringBuilder("namespaces:\n");
        after.namespaces().forEach(each -> text.append(LabText.namespace(each, "  ")));
        replaceKey(top, "namespaces", text.toString(), old.length());
      }
      return;
    }
    Map<String, NodeTuple> nodes = tuples(body);
    String indent = " ".repeat(column(body.getValue().getFirst().getKeyNode()));
    for (Namespace each : before.namespaces()) {
      NodeTuple tuple = nodes.get(each.ns().toString());
      Optional<Namespace> now = after.namespace(each.ns());
      if (now.isEmpty()) {
        splices.add(new Splice(lineStart(start(tuple.getKeyNode())), blockEnd(tuple), ""));
      } else if (!now.get().equals(each)) {
        namespace(tuple, each, now.get(), indent);
      }
    }
    int at = blockEnd(body.getValue().getLast());
    for (Namespace each : after.namespaces()) {
      if (before.namespace(each.ns()).isEmpty()) {
        splices.add(new Splice(at, at, LabText.namespace(each, indent)));
      }
    }
  }

  private void namespace(NodeTuple tuple, Namespace was, Namespace now, String indent) {
    boolean block =
        tuple.getValueNode() instanceof MappingNode body
            && body.getFlowStyle() == FlowStyle.BLOCK
            && !body.getValue().isEmpty();
    if (!block) {
      splices.add(
          new Splice(
              lineStart(start(tuple.getKeyNode())),
              blockEnd(tuple),
              LabText.namespace(now, indent)));
      return;
    }
    MappingNode body = (MappingNode) tuple.getValueNode();
    Map<String, NodeTuple> nodes = tuples(body);
    String inner = " ".repeat(column(body.getValue().getFirst().getKeyNode()));
    Map<String, String> old = LabText.parts(was, inner);
    Map<String, String> next = LabText.parts(now, inner);
    Map<String, String> changed = new LinkedHashMap<>(next);
    old.keySet().forEach(key -> changed.putIfAbsent(key, ""));
    int end = blockEnd(body.getValue().getLast());
    changed.forEach((key, text) -> {
      if (!text.equals(old.getOrDefault(key, ""))) {
        if (key.equals("interfaces") && nodes.containsKey(key)) {
          interfaces(nodes.get(key), was, now, inner);
        } else {
          replaceKey(nodes, key, text, end);
        }
      }
    });
  }

  /** Interfaces are written anew one by one, so that the comments at the others stay. */
  private void interfaces(NodeTuple tuple, Namespace was, Namespace now, String inner) {
    boolean block =
        tuple.getValueNode() instanceof MappingNode body
            && body.getFlowStyle() == FlowStyle.BLOCK
            && !body.getValue().isEmpty();
    if (!block || now.interfaces().isEmpty()) {
      String text = LabText.parts(now, inner).getOrDefault("interfaces", "");
      splices.add(new Splice(lineStart(start(tuple.getKeyNode())), blockEnd(tuple), text));
      return;
    }
    MappingNode body = (MappingNode) tuple.getValueNode();
    Map<String, NodeTuple> nodes = tuples(body);
    String indent = " ".repeat(column(body.getValue().getFirst().getKeyNode()));
    Map<String, Lab.Interface> wanted = new LinkedHashMap<>();
    now.interfaces().forEach(i -> wanted.put(i.name(), i));
    for (Lab.Interface i : was.interfaces()) {
      NodeTuple node = nodes.get(i.name());
      Lab.Interface next = wanted.remove(i.name());
      if (next == null) {
        splices.add(new Splice(lineStart(start(node.getKeyNode())), blockEnd(node), ""));
      } else if (!next.equals(i)) {
        splices.add(
            new Splice(
                start(node.getValueNode()), end(node.getValueNode()), LabText.interfaceText(next)));
      }
    }
    int end = blockEnd(body.getValue().getLast());
    wanted.forEach((name, i) ->
        splices.add(
            new Splice(
                end, end, indent + Scalar.of(name) + ": " + LabText.interfaceText(i) + "\n")));
  }

  private void replaceKey(Map<String, NodeTuple> nodes, String key, String text, int end) {
    NodeTuple tuple = nodes.get(key);
    if (tuple == null) {
      splices.add(new Splice(end, end, text));
    } else {
      splices.add(new Splice(lineStart(start(tuple.getKeyNode())), blockEnd(tuple), text));
    }
  }

  private String spliced() {
    List<Splice> ordered = new ArrayList<>(splices);
    ordered.sort(java.util.Comparator.comparingInt(Splice::from));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Splice splice : ordered) {
      text.append(old, at, Math.max(at, splice.from())).append(splice.text());
      at = Math.max(at, splice.to());
    }
    return text.append(old.substring(Math.min(at, old.length()))).toString();
  }

  private static Map<String, NodeTuple> tuples(Node node) {
    Map<String, NodeTuple> tuples = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          tuples.put(key.getValue(), tuple);
        }
      }
    }
    return tuples;
  }

  /** Marks count code points; a text is indexed by chars. */
  private int start(Node node) {
    return old.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
  }

  private int end(Node node) {
    return old.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
  }

  private static int column(Node node) {
    return node.getStartMark().orElseThrow().getColumn();
  }

  private int lineStart(int at) {
    return old.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int newline = old.indexOf('\n', at);
    return newline < 0 ? old.length() : newline + 1;
  }

  /** Where a node's own text ends; a block's end mark lies behind the comments that follow it. */
  private int lastIndex(Node node) {
    if (node instanceof CollectionNode<?> all
        && all.getFlowStyle() == FlowStyle.BLOCK
        && !all.getValue().isEmpty()) {
      return switch (all.getValue().getLast()) {
        case NodeTuple tuple -> lastIndex(tuple.getValueNode());
        case Node last -> lastIndex(last);
        default -> end(node);
      };
    }
    return end(node);
  }

  /** Where the lines of an entry end: after its last line, before comments that follow it. */
  private int blockEnd(NodeTuple tuple) {
    int end = Math.min(lastIndex(tuple.getValueNode()), old.length());
    while (end > 0 && Character.isWhitespace(old.charAt(end - 1))) {
      end--;
    }
    return lineEnd(Math.max(end, start(tuple.getKeyNode())));
  }
}
