package vethlab.app.inspect;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vethlab.op.Ns;

/**
 * What is to be seen, and changed, about one thing.
 *
 * @param ns where its commands run
 * @param state one word, may be empty; {@code good} when all is well
 * @param what what kind of thing it is, and where
 */
public record Sheet(Ns ns, String name, String state, boolean good, String what, List<Page> pages) {

  /** A tab of it. */
  public record Page(String id, String title, List<Part> parts) {}

  /** A part of a page. */
  public sealed interface Part {}

  /** Names and values. */
  public record Facts(List<Fact> facts) implements Part {}

  /**
   * @param note what is to be said about the value; may be empty
   */
  public record Fact(String name, String value, String note, Setting setting) {}

  /** How a value is changed. */
  public sealed interface Setting {}

  /** It is only to be seen. */
  public record Fixed() implements Setting {}

  /** By typing; {@code command} is what sets it to a text. */
  public record Typed(UnaryOperator<String> command) implements Setting {}

  /** One of a few; the names are shown, {@code command} takes the value of the one chosen. */
  public record OneOf(List<String> values, UnaryOperator<String> command) implements Setting {}

  /**
   * A table.
   *
   * @param id the same for the same table at each moment
   * @param setting of the table as a whole, such as a chain's policy
   * @param adding how a line is added; absent where none can be
   * @param moving how a line is moved; absent where the order means nothing
   */
  public record Rows(
      String id,
      String title,
      Optional<Fact> setting,
      List<String> heads,
      List<Line> lines,
      Optional<Adding> adding,
      Optional<Moving> moving)
      implements Part {
    public Rows {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of a table.
   *
   * @param key the same for the same line at each moment
   * @param text as it is edited
   * @param change what makes another text of it; absent where it cannot be changed
   * @param remove the command that removes it; absent where it cannot be removed
   */
  public record Line(
      String key,
      List<String> cells,
      String text,
      Optional<UnaryOperator<String>> change,
      Optional<String> remove) {
    static Line shown(String key, List<String> cells) {
      return new Line(key, cells, "", Optional.empty(), Optional.empty());
    }
  }

  /**
   * @param prompt an example of what is typed
   */
  public record Adding(String prompt, UnaryOperator<String> command) {}

  /** What moves a line from one place to another, both from 1. */
  public interface Moving {
    String command(int from, int to);
  }

  /** Text that is edited as a whole. */
  public record Text(String title, String text, UnaryOperator<String> command) implements Part {}
}
