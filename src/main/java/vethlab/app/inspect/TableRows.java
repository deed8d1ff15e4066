package vethlab.app.inspect;

import java.util.Optional;
import vethlab.app.inspect.Sheet.Line;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.op.iptables.BuiltinTable;
import vethlab.sim.trace.Row;

/** Lines of a sheet's tables as the rows that steps speak of. */
public final class TableRows {
  private TableRows() {}

  /** Nothing for tables whose rows decide no packet's way. */
  public static Optional<Row> row(Rows rows, Line line) {
    if (rows.id().equals("routes")) {
      return Optional.of(new Row(Row.Table.ROUTE, "main", 0, line.text()));
    }
    String[] chain = rows.id().split(" ");
    return chain.length == 2 && BuiltinTable.of(chain[0]).isPresent()
        ? Optional.of(
            new Row(
                Row.Table.IPTABLES,
                rows.id(),
                Integer.parseInt(line.cells().getFirst()),
                ("-A " + chain[1] + " " + line.text()).strip()))
        : Optional.empty();
  }
}
