package vethlab.lab.read;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.RestoreText;

/** iptables-save text inside YAML: mistakes are told at their own line. */
final class RulesetReader {
  private RulesetReader() {}

  static Optional<Ruleset> read(Node node, String text, Problems problems) {
    try {
      return Optional.of(RestoreText.parse(text));
    } catch (RestoreText.BadLine e) {
      int first = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
      boolean block =
          YamlReader.bare(node) instanceof ScalarNode scalar
              && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                  || scalar.getScalarStyle() == ScalarStyle.FOLDED);
      problems.error(first + (block ? e.line() : e.line() - 1), 1, "iptables: " + e.getMessage());
      return Optional.empty();
    } catch (IptablesException e) {
      problems.error(node, "iptables: " + e.getMessage());
      return Optional.empty();
    }
  }
}
