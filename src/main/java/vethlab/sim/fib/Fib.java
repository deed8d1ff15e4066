package vethlab.sim.fib;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.op.Route;

/**
 * The routing tables and rules of one namespace, and what was learned about paths. A table comes
 * into being with its first route and stays.
 */
public final class Fib {
  private Map<Integer, FibTable> tables = Map.of();
  private final Rules rules;
  private final Exceptions exceptions;

  /** The two tables that every lookup asks, found without a search. */
  private FibTable local = NO_TABLE;

  private FibTable main = NO_TABLE;
  private int hops;
  private boolean customLocalRoutes;

  private static final FibTable NO_TABLE = new FibTable(0);

  public Fib() {
    rules = new Rules();
    exceptions = new Exceptions();
  }

  private Fib(Fib from) {
    for (FibTable each : from.tables.values()) {
      remember(each.copy());
    }
    rules = from.rules.copy();
    exceptions = from.exceptions.copy();
    hops = from.hops;
    customLocalRoutes = from.customLocalRoutes;
  }

  public Fib copy() {
    return new Fib(this);
  }

  Rules rules() {
    return rules;
  }

  /** fib_has_custom_rules: somebody has touched the rules; the two tables are asked one by one. */
  boolean hasCustomRules() {
    return rules.areCustom();
  }

  Exceptions exceptions() {
    return exceptions;
  }

  /** fib_has_custom_local_routes: somebody has added a route of type local. */
  boolean hasCustomLocalRoutes() {
    return customLocalRoutes;
  }

  void customLocalRoute() {
    customLocalRoutes = true;
  }

  boolean hasTable(int id) {
    return tables.containsKey(id);
  }

  FibTable tableOr(int id, FibTable otherwise) {
    if (id == Route.LOCAL) {
      return local;
    }
    if (id == Route.MAIN) {
      return main;
    }
    FibTable table = tables.get(id);
    return table == null ? otherwise : table;
  }

  /** fib_new_table; local is made together with main while they are one. */
  FibTable table(int id) {
    if (id == Route.LOCAL && !hasCustomRules() && !hasTable(Route.MAIN)) {
      remember(new FibTable(Route.MAIN));
    }
    if (!hasTable(id)) {
      remember(new FibTable(id));
    }
    return tables.get(id);
  }

  private void remember(FibTable table) {
    tables = tables.isEmpty() ? new TreeMap<>() : tables;
    tables.put(table.id, table);
    if (table.id == Route.LOCAL) {
      local = table;
    } else if (table.id == Route.MAIN) {
      main = table;
    }
  }

  /** In the order of a dump: by the table's hash, which is its number's low byte. */
  List<FibTable> tables() {
    List<FibTable> all = new ArrayList<>(tables.values());
    all.sort((a, b) -> Integer.compare(a.id & 0xff, b.id & 0xff));
    return all;
  }

  int nextHopId() {
    return ++hops;
  }
}
