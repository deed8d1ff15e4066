package vethlab.lab.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.LabFolder;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;
import vethlab.lab.yaml.YamlReader;
import vethlab.lab.yaml.YamlText;

/**
 * A lab's lesson in every language it is there in.
 *
 * @param lessons by language, the one it was written in first; empty for a lab without a lesson
 * @param problems what is wrong in the files, with line and column
 */
public record Walkthrough(Map<Locale, Lesson> lessons, List<Problem> problems) {

  /** Languages and their files; the first one that is there is the original. */
  private static final Map<Locale, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put(Locale.ENGLISH, "walkthrough.md");
    FILES.put(Locale.CHINESE, "walkthrough.zh.md");
  }

  public static Walkthrough of(LabFolder folder) {
    Set<String> checks = checks(folder);
    Map<Locale, Lesson> lessons = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    Optional<Lesson> original = Optional.empty();
    for (Map.Entry<Locale, String> each : FILES.entrySet()) {
      Optional<String> text = folder.text(each.getValue());
      if (text.isEmpty()) {
        continue;
      }
      Problems found = new Problems(folder.path().resolve(each.getValue()).toString());
      Lesson read = LessonReader.read(text.get(), each.getKey(), checks, found);
      original.ifPresent(first -> new Translations(first, read).compare(found));
      lessons.put(
          each.getKey(),
          original.map(first -> new Translations(first, read).merged()).orElse(read));
      original = original.or(() -> Optional.of(read));
      problems.addAll(found.all());
    }
    return new Walkthrough(lessons, problems);
  }

  /** In this language, else as it was written; then each block says that it is in another one. */
  public Optional<Lesson> in(Locale language) {
    Locale wanted = Locale.of(language.getLanguage());
    Lesson known = lessons.get(wanted);
    return known != null
        ? Optional.of(known)
        : lessons.values().stream().findFirst().map(lesson -> lesson.askedFor(wanted));
  }

  /** The file that tells it in this language, if there is one, else the original's. */
  public Path file(LabFolder folder, Locale language) {
    Locale wanted = Locale.of(language.getLanguage());
    Locale told =
        lessons.containsKey(wanted)
            ? wanted
            : lessons.keySet().stream().findFirst().orElse(Locale.ENGLISH);
    return folder.path().resolve(FILES.getOrDefault(told, "walkthrough.md"));
  }

  /** The ids of checks.yaml; its mistakes are told by who reads the checks. */
  private static Set<String> checks(LabFolder folder) {
    Set<String> ids = new LinkedHashSet<>();
    Problems ignored = new Problems("checks.yaml");
    YamlReader reader = new YamlReader(ignored);
    Optional<Node> root = folder.text("checks.yaml").flatMap(text -> YamlText.parse(text, ignored));
    root.map(node -> reader.mapping(node, "checks").get("checks")).stream()
        .flatMap(list -> reader.sequence(list, "checks").stream())
        .map(check -> reader.mapping(check, "check").get("id"))
        .flatMap(id -> Optional.ofNullable(id).flatMap(node -> reader.text(node, "id")).stream())
        .forEach(ids::add);
    return ids;
  }
}
