package vethlab.lab.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;

/** answers.yaml: what a student answered, by the check's id. */
public record Answers(Map<String, String> texts) {
  public static final Answers NONE = new Answers(Map.of());

  public static Answers read(String text, Problems problems) {
    return YamlText.parse(text, problems).map(root -> read(root, problems)).orElse(NONE);
  }

  private static Answers read(Node root, Problems problems) {
    YamlReader yaml = new YamlReader(problems);
    Map<String, String> texts = new LinkedHashMap<>();
    yaml.mapping(root, "answers")
        .forEach((id, node) -> yaml.text(node, id).ifPresent(text -> texts.put(id, text)));
    return new Answers(java.util.Collections.unmodifiableMap(texts));
  }

  Outcome judge(String id, Check.Answer answer) {
    String given = texts.getOrDefault(id, "");
    if (given.isBlank()) {
      return Outcome.fails("answer.missing", id);
    }
    boolean right = answer.right().stream().map(Answers::plain).anyMatch(plain(given)::equals);
    return right ? Outcome.HOLDS : Outcome.fails("answer.wrong", given.strip());
  }

  /** Case, and how words are spaced, are no mistakes. */
  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
