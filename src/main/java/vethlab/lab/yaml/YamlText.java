package vethlab.lab.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML text as nodes that know their place. */
public final class YamlText {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setParseComments(true)
          .setUseMarks(true)
          .setAllowDuplicateKeys(true)
          .setMaxAliasesForCollections(50)
          .setCodePointLimit(4 << 20)
          .build();

  private YamlText() {}

  /** The document's root; empty for an empty file or one that is not YAML (told in problems). */
  public static Optional<Node> parse(String text, Problems problems) {
    try {
      return new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(0);
      problems.error(line, column, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.error(0, 0, "not YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      problems.error(0, 0, "nested too deep");
    }
    return Optional.empty();
  }
}
