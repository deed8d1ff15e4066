package vethlab.lab.read;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.Ruleset;
import vethlab.op.iptables.parse.IptablesException;
import vethlab.op.iptables.parse.RestoreText;
import vethlab.sim.World;

/**
 * iptables-save text inside YAML: what iptables-restore or the kernel would refuse is told at its
 * own line.
 */
final class RulesetReader {
  private final Node node;
  private final Problems problems;

  private RulesetReader(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  static Optional<Ruleset> read(Node node, String text, Problems problems) {
    return new RulesetReader(node, problems).read(text);
  }

  private Optional<Ruleset> read(String text) {
    try {
      Ruleset ruleset = RestoreText.parse(text);
      return tell(ruleset, text) ? Optional.empty() : Optional.of(ruleset);
    } catch (RestoreText.BadLine e) {
      error(e.line(), String.valueOf(e.getMessage()));
    } catch (IptablesException e) {
      problems.error(node, "iptables: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Whether the kernel refuses the rules; the first of them that it does not take is named. */
  private boolean tell(Ruleset ruleset, String text) {
    if (refusal(ruleset).isEmpty()) {
      return false;
    }
    List<String> lines = text.lines().toList();
    for (int end = 1; end <= lines.size(); end++) {
      Optional<String> why = beginning(lines.subList(0, end)).flatMap(RulesetReader::refusal);
      if (why.isPresent()) {
        error(end, lines.get(end - 1).strip() + ": " + why.get());
        return true;
      }
    }
    problems.error(node, "iptables: " + refusal(ruleset).orElseThrow());
    return true;
  }

  private static Optional<Ruleset> beginning(List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    boolean open =
        lines.stream().map(String::strip).filter(l -> l.startsWith("*")).count()
            > lines.stream().map(String::strip).filter("COMMIT"::equals).count();
    try {
      return Optional.of(RestoreText.parse(open ? text + "COMMIT\n" : text));
    } catch (RestoreText.BadLine | IptablesException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> refusal(Ruleset ruleset) {
    Op restore = new Op.IptRestore(Ns.HOST, ruleset, Op.RestoreMode.FLUSH);
    return switch (new World().kernel().apply(restore)) {
      case Result.Done _ -> Optional.empty();
      case Result.Refused(Errno errno, String message) ->
          Optional.of(message.isEmpty() ? errno.text() : message);
    };
  }

  /**
   * @param line of the text, counted from 1
   */
  private void error(int line, String message) {
    Optional<Mark> start = node.getStartMark();
    int first = start.map(m -> m.getLine() + 1).orElse(0);
    boolean block =
        YamlReader.bare(node) instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    if (block) {
      problems.error(first + line, 1, "iptables: " + message);
    } else {
      problems.error(node, "iptables: line " + line + ": " + message);
    }
  }
}
