package vethlab.lab.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Layout;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;

/** Reads layout.yaml: {@code ns1: {x: 40, y: 60}}. */
public final class LayoutReader {
  private static final List<String> KEYS = List.of("x", "y", "width", "height");

  private LayoutReader() {}

  public static Layout read(String text, Problems problems) {
    Optional<Node> root = YamlText.parse(text, problems);
    if (root.isEmpty()) {
      return Layout.EMPTY;
    }
    YamlReader yaml = new YamlReader(problems);
    Map<String, Layout.Place> places = new LinkedHashMap<>();
    yaml.mapping(root.get(), "a layout")
        .forEach((name, node) -> {
          Map<String, Node> place = yaml.mapping(node, "the place of " + name, KEYS);
          places.put(
              name,
              new Layout.Place(
                  number(yaml, place, "x"),
                  number(yaml, place, "y"),
                  number(yaml, place, "width"),
                  number(yaml, place, "height")));
        });
    return new Layout(places);
  }

  private static double number(YamlReader yaml, Map<String, Node> place, String key) {
    Node node = place.get(key);
    if (node == null) {
      return 0;
    }
    String text = yaml.text(node, key).orElse("0");
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    yaml.problems().error(node, key + " must be a number, not \"" + text + "\"");
    return 0;
  }
}
