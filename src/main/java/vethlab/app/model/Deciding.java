package vethlab.app.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;

/** The row that decided a step, among those that did not. */
public final class Deciding {
  private static final int MOST = 4;

  /** A row as it is shown. */
  public record Line(String number, String text, boolean decides, int order) {}

  private Deciding() {}

  /** A few rows in the order of their table, the one that decided among them. */
  public static List<Line> of(Step step) {
    List<Line> lines = new ArrayList<>();
    if (!step.decided().isNone()) {
      lines.add(line(step.decided(), true));
    }
    boolean numbered = step.decided().number() > 0;
    for (Lost lost : step.lost()) {
      if (lines.size() < MOST) {
        lines.add(line(lost.row(), false));
      }
    }
    if (numbered) {
      lines.sort(Comparator.comparingInt(Line::order));
    }
    return lines;
  }

  private static Line line(Row row, boolean decides) {
    String number = row.number() == 0 ? "" : Integer.toString(row.number());
    int order = row.number() == 0 ? Integer.MAX_VALUE : row.number();
    return new Line(number, row.text().replaceFirst("^-A \\S+ ", ""), decides, order);
  }

  /** The table's own name. */
  public static String title(Step step) {
    Row row =
        step.decided().isNone() && !step.lost().isEmpty()
            ? step.lost().getFirst().row()
            : step.decided();
    return switch (row.table()) {
      case IPTABLES -> row.where();
      case ROUTE -> "route" + (row.where().isEmpty() ? "" : " · table " + row.where());
      case NONE -> "";
      default ->
          row.table().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + (row.where().isEmpty() ? "" : " · " + row.where());
    };
  }
}
