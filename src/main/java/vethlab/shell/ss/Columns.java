package vethlab.shell.ss;

import java.util.ArrayList;
import java.util.List;

/**
 * ss's columns: misc/ss.c render. Written to a file or a pipe, each column is as wide as its
 * longest field, with one space between some of them.
 */
final class Columns {
  private record Column(String title, boolean right, int gap) {}

  private static final List<Column> ALL =
      List.of(
          new Column("Netid", false, 0),
          new Column("State", false, 1),
          new Column("Recv-Q", false, 1),
          new Column("Send-Q", false, 1),
          new Column("Local Address:", true, 1),
          new Column("Port", false, 0),
          new Column("Peer Address:", true, 1),
          new Column("Port", false, 0),
          new Column("Process", false, 0));

  static final int NETID = 0;
  static final int STATE = 1;

  private final boolean[] hidden = new boolean[ALL.size()];
  private final List<List<String>> rows = new ArrayList<>();

  void hide(int column) {
    hidden[column] = true;
  }

  /** The titles as a row of their own. */
  void header() {
    rows.add(ALL.stream().map(Column::title).toList());
  }

  /** A field for each of the nine columns, the hidden ones too. */
  void row(List<String> fields) {
    rows.add(List.copyOf(fields));
  }

  String text() {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      boolean started = false;
      for (int i = 0; i < ALL.size(); i++) {
        if (!hidden[i] && widths[i] > 0) {
          append(text, ALL.get(i), row.get(i), widths[i], started);
          started = true;
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The longest field of each column; 0 for an empty column. */
  private int[] widths() {
    int[] widths = new int[ALL.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static void append(
      StringBuilder text, Column column, String field, int width, boolean started) {
    text.append(" ".repeat(started ? column.gap() : 0));
    String space = " ".repeat(width - field.length());
    text.append(column.right() ? space + field : field + space);
  }
}
