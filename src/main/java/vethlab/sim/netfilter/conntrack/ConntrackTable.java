package vethlab.sim.netfilter.conntrack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import vethlab.sim.netfilter.ConnRef;
import vethlab.sim.table.LongMap;

/**
 * The connections of a namespace, found by the tuple of either direction: nf_conntrack_core.c
 * nf_conntrack_hash. The maps are asked, never walked; walks go by age.
 */
public final class ConntrackTable {
  private Map<Tuple, Connection> byTuple = Map.of();
  private LongMap<Connection> byId = new LongMap<>();
  private SortedMap<Long, Connection> confirmed = Collections.emptySortedMap();

  /** Not in the table, or not any more, but of a packet at hand. */
  private List<Connection> passing = List.of();

  /** Confirmed connections with a source mapping by their original source, oldest first. */
  private Map<Source, List<Connection>> bySource = Map.of();

  private long lastId;

  private record Source(int address, int part, int protocol, int zone) {
    static Source of(Tuple tuple) {
      return new Source(tuple.source(), tuple.sourcePart(), tuple.protocol(), tuple.zone());
    }
  }

  /** The connection of a packet, {@link Connection#NONE} if nobody tracks it. */
  public Connection of(ConnRef ref) {
    return ref.id() == 0 ? Connection.NONE : byId.getOr(ref.id(), Connection.NONE);
  }

  /** The living connection with this tuple in either direction. */
  Connection find(Tuple tuple, long now) {
    Connection found = byTuple.getOrDefault(tuple, Connection.NONE);
    if (!found.isNone() && found.hasExpired(now)) {
      remove(found, now);
      return Connection.NONE;
    }
    return found;
  }

  /** Whether another connection uses the tuple: nf_conntrack_tuple_taken. */
  public boolean isTaken(Tuple tuple, Connection but, long now) {
    Connection found = find(tuple, now);
    return !found.isNone() && found != but;
  }

  /** Before the first connection the table owns no maps. */
  private void begin() {
    if (lastId == 0) {
      byTuple = new LinkedHashMap<>();
      confirmed = new TreeMap<>();
      passing = new ArrayList<>();
      bySource = new LinkedHashMap<>();
    }
  }

  /** A connection that is not in the table yet. */
  Connection allocate(Tuple original, Tuple reply, long now) {
    begin();
    forgetPassing(now);
    Connection connection = new Connection(++lastId, original, reply, now);
    byId.put(connection.id, connection);
    passing.add(connection);
    return connection;
  }

  /** Lets go of what earlier packets have left: connections that never began or have ended. */
  private void forgetPassing(long now) {
    for (Connection each : passing) {
      boolean ended = each.has(Connection.DYING) && each.removedAt < now;
      boolean neverBegan = !each.has(Connection.CONFIRMED) && each.born < now;
      if (ended || neverBegan) {
        byId.remove(each.id);
        forgetSource(each);
      }
    }
    passing.removeIf(each -> !byId.contains(each.id) || confirmed.containsKey(each.id));
  }

  private void forgetSource(Connection connection) {
    Source source = Source.of(connection.original());
    List<Connection> same = bySource.get(source);
    if (same != null && same.remove(connection) && same.isEmpty()) {
      bySource.remove(source);
    }
  }

  void insert(Connection connection, long now) {
    connection.status |= Connection.CONFIRMED;
    connection.timeout += now;
    confirmed.put(connection.id, connection);
    byTuple.put(connection.original(), connection);
    byTuple.put(connection.reply(), connection);
  }

  /** Notes that the source mapping of a connection is decided. */
  public void noteSource(Connection connection) {
    bySource
        .computeIfAbsent(Source.of(connection.original()), source -> new ArrayList<>())
        .add(connection);
  }

  /** Connections from the same source, the newest first. */
  public List<Connection> fromSource(Tuple tuple) {
    return bySource.getOrDefault(Source.of(tuple), List.of()).reversed();
  }

  public void remove(Connection connection, long now) {
    connection.status |= Connection.DYING;
    connection.removedAt = now;
    passing.add(connection);
    confirmed.remove(connection.id);
    byTuple.remove(connection.original(), connection);
    byTuple.remove(connection.reply(), connection);
    forgetSource(connection);
  }

  /** Forgets all that match, and says how many they were. */
  public int removeIf(long now, Predicate<Connection> which) {
    List<Connection> all = confirmed.values().stream().filter(which).toList();
    all.forEach(each -> remove(each, now));
    return all.size();
  }

  /** Living connections, the oldest first. */
  public List<Connection> living(long now) {
    removeIf(now, each -> each.hasExpired(now));
    return List.copyOf(confirmed.values());
  }

  /** How many there are, with those that have expired and that nobody has looked for since. */
  public int size() {
    return confirmed.size();
  }

  /** Makes room: what has expired goes, else the oldest that nobody has answered. */
  boolean dropEarly(long now) {
    if (removeIf(now, each -> each.hasExpired(now)) > 0) {
      return true;
    }
    for (Connection each : confirmed.values()) {
      if (!each.has(Connection.ASSURED)) {
        remove(each, now);
        return true;
      }
    }
    return false;
  }

  public ConntrackTable copy() {
    ConntrackTable copy = new ConntrackTable();
    if (lastId == 0) {
      return copy;
    }
    copy.begin();
    copy.lastId = lastId;
    copy.byId = byId.copy(Connection::copy);
    confirmed.values().forEach(each -> copy.confirmed.put(each.id, copy.twin(each)));
    byTuple.forEach((tuple, each) -> copy.byTuple.put(tuple, copy.twin(each)));
    passing.forEach(each -> copy.passing.add(copy.twin(each)));
    bySource.forEach((source, all) -> copy.bySource.put(source, copy.twins(all)));
    return copy;
  }

  private List<Connection> twins(List<Connection> all) {
    List<Connection> twins = new ArrayList<>(all.size());
    all.forEach(each -> twins.add(twin(each)));
    return twins;
  }

  private Connection twin(Connection of) {
    return byId.getOr(of.id, Connection.NONE);
  }
}
