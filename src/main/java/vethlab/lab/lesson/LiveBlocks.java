package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.lab.yaml.Suggestion;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/** Fenced blocks as what they mean. */
final class LiveBlocks {
  static final String OUTPUT = "output";

  private static final List<String> WORDS =
      List.of("focus", "run", OUTPUT, "goto", "question", "check", "hint");

  /** What may stand after a fence that is only to be shown. */
  private static final Set<String> LISTINGS =
      Set.of("", "text", "sh", "bash", "console", "yaml", "json", "diff", "ini", "c", "go", "java");

  private final Set<String> checks;
  private final Set<String> questions = new HashSet<>();

  /**
   * @param checks the ids of checks.yaml
   */
  LiveBlocks(Set<String> checks) {
    this.checks = checks;
  }

  static boolean isLive(String info) {
    return WORDS.contains(word(info));
  }

  static boolean isListing(String info) {
    return LISTINGS.contains(word(info));
  }

  static String unknown(String info) {
    return "unknown block \""
        + word(info)
        + "\"; what is live is one of "
        + String.join(", ", WORDS)
        + ", what is only shown is text, sh, yaml …"
        + Suggestion.of(word(info), WORDS);
  }

  private static String word(String info) {
    return info.strip().split("\\s+", 2)[0];
  }

  static boolean isOutput(String info) {
    return word(info).equals(OUTPUT);
  }

  /** The block; nothing where it makes no sense, which is told. {@code output} is not one. */
  Optional<Block> read(String info, String body, FencePlace place) {
    String[] words = info.strip().split("\\s+");
    int names = words.length - 1;
    boolean named = List.of("run", "question", "check").contains(words[0]);
    if (named && names != 1 || !named && names != 0) {
      place.error(usage(words[0]));
      return Optional.empty();
    }
    return switch (words[0]) {
      case "focus" -> focus(body, place);
      case "run" -> run(words[1], body, place);
      case "goto" -> go(body, place);
      case "question" -> question(words[1], body, place);
      case "check" -> check(words[1], body, place);
      case "hint" -> hint(body, place);
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static String usage(String word) {
    return switch (word) {
      case "run" -> "write \"run NS\": the namespace whose terminal it is (host is one)";
      case "question" -> "write \"question ID\"";
      case "check" -> "write \"check ID\", an id of checks.yaml";
      default -> "nothing follows the word \"" + word + "\"; what it needs stands in the block";
    };
  }

  private static Optional<Block> focus(String body, FencePlace place) {
    List<Block.Node> nodes = new ArrayList<>();
    List<Ns> open = new ArrayList<>();
    for (String line : body.lines().toList()) {
      String[] words = line.strip().split("\\s+");
      if (words[0].equals("open")) {
        List.of(words).subList(1, words.length).forEach(name -> open.add(Ns.named(name)));
      } else {
        List.of(words).stream()
            .filter(word -> !word.isEmpty())
            .map(LiveBlocks::node)
            .forEach(nodes::add);
      }
    }
    if (nodes.isEmpty() && open.isEmpty()) {
      place.error("nothing to focus on; name nodes: host, c2, host/docker0, or \"open host\"");
      return Optional.empty();
    }
    return Optional.of(new Block.Focus(List.copyOf(nodes), List.copyOf(open)));
  }

  private static Block.Node node(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? new Block.Node(Ns.named(name), Optional.empty())
        : new Block.Node(
            Ns.named(name.substring(0, slash)), Optional.of(name.substring(slash + 1)));
  }

  private static Optional<Block> run(String ns, String body, FencePlace place) {
    List<String> commands =
        body.lines().map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    if (commands.isEmpty()) {
      place.error("no command to run");
      return Optional.empty();
    }
    return Optional.of(new Block.Run(Ns.named(ns), commands, Optional.empty()));
  }

  private static Optional<Block> go(String body, FencePlace place) {
    List<String> lines = body.strip().lines().toList();
    if (lines.size() != 1) {
      place.error("write one filter, such as \"node == host and nat\"");
      return Optional.empty();
    }
    int row = (int) body.lines().takeWhile(String::isBlank).count();
    int indent = body.lines().skip(row).findFirst().orElseThrow().indexOf(lines.getFirst());
    try {
      return Optional.of(new Block.Goto(StepFilter.parse(lines.getFirst())));
    } catch (StepFilter.BadFilter e) {
      place.error(row, indent + e.column(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Block> question(String id, String body, FencePlace place) {
    if (!questions.add(id)) {
      place.error("a question \"" + id + "\" is there already");
    }
    return QuestionReader.read(id, body, place).map(Block.class::cast);
  }

  private Optional<Block> check(String id, String body, FencePlace place) {
    if (!body.isBlank()) {
      place.error(0, 0, "a check block is empty; what it says stands in checks.yaml");
    }
    if (!checks.contains(id)) {
      place.error("checks.yaml has no check \"" + id + "\"" + Suggestion.of(id, checks));
      return Optional.empty();
    }
    return Optional.of(new Block.CheckRef(id));
  }

  private static Optional<Block> hint(String body, FencePlace place) {
    List<Prose> says = ProseReader.read(body);
    if (says.isEmpty()) {
      place.error("a hint without words");
      return Optional.empty();
    }
    return Optional.of(new Block.Hint(says));
  }
}
