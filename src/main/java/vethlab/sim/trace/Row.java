package vethlab.sim.trace;

/**
 * A row of a table, as its tool prints it.
 *
 * @param table which kind of table
 * @param where the table's own name where there are several ("main", "nat POSTROUTING", "br0")
 * @param number its position counted from 1, 0 where rows have none
 * @param text the row as its tool prints it
 */
public record Row(Table table, String where, int number, String text) {
  public static final Row NONE = new Row(Table.NONE, "", 0, "");

  public enum Table {
    NONE,
    LINK,
    ADDRESS,
    ROUTE,
    RULE,
    NEIGHBOUR,
    FDB,
    VLAN,
    IPTABLES,
    CONNTRACK,
    SYSCTL,
    SOCKET,
    BRIDGE_PORT
  }

  public boolean isNone() {
    return table == Table.NONE;
  }
}
