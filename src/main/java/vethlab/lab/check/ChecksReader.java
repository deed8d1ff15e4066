package vethlab.lab.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab;
import vethlab.lab.check.Check.Moment;
import vethlab.lab.check.Check.Question;
import vethlab.lab.check.Check.Words;
import vethlab.lab.yaml.FormatVersion;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;

/** Reads checks.yaml: every mistake is told at once, with its place and what was meant. */
public final class ChecksReader {
  private final YamlReader yaml;
  private final Problems problems;
  private final Optional<Lab> lab;

  private ChecksReader(Problems problems, Optional<Lab> lab) {
    this.problems = problems;
    yaml = new YamlReader(problems);
    this.lab = lab;
  }

  /**
   * The checks of a text; those with mistakes are left out.
   *
   * @param lab whose namespaces they speak of, if it could be read
   */
  public static List<Check> read(String text, Optional<Lab> lab, Problems problems) {
    return YamlText.parse(text, problems)
        .map(root -> new ChecksReader(problems, lab).checks(root))
        .orElse(List.of());
  }

  private List<Check> checks(Node root) {
    Map<String, Node> all = yaml.mapping(root, "checks.yaml");
    if (!FormatVersion.isKnown(root, all, "checks.yaml", yaml)) {
      return List.of();
    }
    yaml.mapping(root, "checks.yaml", CheckKeys.FILE);
    List<Check> checks = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    Node node = all.get("checks");
    if (node == null) {
      problems.error(root, "checks.yaml needs checks: a list of them");
      return checks;
    }
    for (Node each : yaml.sequence(node, "checks")) {
      check(each)
          .ifPresent(check -> {
            if (!ids.add(check.id())) {
              problems.error(each, "there are two checks \"" + check.id() + "\"");
            }
            checks.add(check);
          });
    }
    return checks;
  }

  private Optional<Check> check(Node node) {
    Map<String, Node> all = yaml.mapping(node, "a check", CheckKeys.CHECK);
    Optional<String> id = get(all, "id").flatMap(n -> yaml.text(n, "id"));
    if (!all.containsKey("id")) {
      problems.error(node, "a check needs an id: letters, digits and dashes");
    } else if (id.isPresent() && !id.get().matches("[A-Za-z0-9-]+")) {
      problems.error(
          all.get("id"), "an id is letters, digits and dashes, not \"" + id.get() + "\"");
      return Optional.empty();
    }
    Optional<Words> say = say(all, id);
    Moment when =
        get(all, "after")
            .flatMap(n -> yaml.word(n, "after", CheckKeys.MOMENTS))
            .map(_ -> Moment.AFTER_SESSION)
            .orElse(Moment.BUILT);
    Optional<Question> question = question(node, all, when);
    if (id.isEmpty() || question.isEmpty() || say.isEmpty()) {
      return Optional.empty();
    }
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return Optional.of(new Check(id.get(), say.get(), when, question.get(), line));
  }

  private Optional<Words> say(Map<String, Node> all, Optional<String> id) {
    Optional<String> english = get(all, "say").flatMap(n -> yaml.text(n, "say"));
    Optional<String> chinese = get(all, "say.zh").flatMap(n -> yaml.text(n, "say.zh"));
    return english.or(() -> id).map(text -> new Words(text, chinese));
  }

  private Optional<Question> question(Node node, Map<String, Node> all, Moment when) {
    Map<String, Node> kinds = new LinkedHashMap<>(all);
    kinds.keySet().retainAll(CheckKeys.KINDS);
    if (kinds.size() != 1) {
      problems.error(
          node,
          "a check asks one thing: one of "
              + String.join(", ", CheckKeys.KINDS)
              + (kinds.isEmpty() ? "" : ", not " + String.join(" and ", kinds.keySet())));
      return Optional.empty();
    }
    Map.Entry<String, Node> kind = kinds.entrySet().iterator().next();
    return new QuestionReader(yaml, lab, when).read(kind.getKey(), kind.getValue());
  }

  private static Optional<Node> get(Map<String, Node> entry, String key) {
    return Optional.ofNullable(entry.get(key));
  }
}
