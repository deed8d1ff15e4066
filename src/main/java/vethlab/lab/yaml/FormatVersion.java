package vethlab.lab.yaml;

import java.util.Map;
import java.util.OptionalLong;
import org.snakeyaml.engine.v2.nodes.Node;

/** The line {@code vethlab: 1} with which each file of a lab begins. */
public final class FormatVersion {
  /** What this program reads and writes. */
  public static final int CURRENT = 1;

  private FormatVersion() {}

  /** A later format is refused whole: what it means is not known here. */
  public static boolean isKnown(Node root, Map<String, Node> all, String what, YamlReader yaml) {
    Node node = all.get("vethlab");
    if (node == null) {
      String near = Suggestion.of("vethlab", all.keySet());
      yaml.problems().error(root, what + " begins with \"vethlab: " + CURRENT + "\"" + near);
      return !all.isEmpty();
    }
    OptionalLong version = yaml.number(node, "vethlab", 1, Integer.MAX_VALUE);
    if (version.isPresent() && version.getAsLong() > CURRENT) {
      yaml.problems()
          .error(
              node,
              "this has format "
                  + version.getAsLong()
                  + "; this Vethlab knows formats up to "
                  + CURRENT);
      return false;
    }
    return true;
  }
}
