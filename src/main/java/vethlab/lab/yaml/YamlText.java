package vethlab.lab.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML text as nodes that know their place. */
public final class YamlText {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setParseComments(false)
          .setUseMarks(true)
          .setAllowDuplicateKeys(true)
          .setAllowNonScalarKeys(true)
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
    } catch (ReaderException e) {
      int at =
          text.offsetByCodePoints(
              0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
      tell(text.substring(0, at), e.getCodePoint(), problems);
    } catch (YamlEngineException e) {
      problems.error(1, 1, "not YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      problems.error(1, 1, "nested too deep");
    }
    return Optional.empty();
  }

  private static void tell(String before, int character, Problems problems) {
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    problems.error(
        line, column, String.format("the character U+%04X cannot stand in YAML", character));
  }
}
