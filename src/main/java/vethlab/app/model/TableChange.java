package vethlab.app.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;

/**
 * A table beside what it was before a step.
 *
 * @param gone the lines that are no longer there
 */
public record TableChange(List<Changed> lines, List<Line> gone) {

  /** A line, and what it was; absent where it is new. */
  public record Changed(Line line, Optional<Line> before, boolean isNew) {
    /** What a cell was, where it is something else now. */
    public Optional<String> was(int cell) {
      return before
          .map(old -> old.cells().get(cell))
          .filter(old -> !old.equals(line.cells().get(cell)));
    }
  }

  /**
   * @param known whether there is a state before to compare with
   */
  public static TableChange between(Optional<Rows> before, Rows now, boolean known) {
    Map<String, Line> old = new LinkedHashMap<>();
    before.ifPresent(rows -> rows.lines().forEach(line -> old.put(line.key(), line)));
    List<Changed> lines = new ArrayList<>();
    for (Line line : now.lines()) {
      Optional<Line> was = Optional.ofNullable(old.remove(line.key()));
      lines.add(new Changed(line, was, known && was.isEmpty()));
    }
    return new TableChange(lines, known ? List.copyOf(old.values()) : List.of());
  }
}
