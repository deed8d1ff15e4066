package vethlab.sim.bridge;

import java.util.List;
import vethlab.sim.World;
import vethlab.sim.table.LongMap;
import vethlab.wire.Mac;

/**
 * A bridge's forwarding table: net/bridge/br_fdb.c. The kernel collects what is too old from a work
 * queue, just when the next entry is due; here that is made up for whenever the table is looked at.
 */
final class Fdb {
  /** br_fdb_cleanup never runs more often than this. */
  private static final long SHORTEST_PAUSE = 10_000_000L;

  private final LongMap<FdbEntry> entries;

  /** When the kernel's next collection is due; NEVER while the bridge is down. */
  long collectAt = BridgePort.NEVER;

  Fdb() {
    entries = new LongMap<>();
  }

  private Fdb(LongMap<FdbEntry> entries) {
    this.entries = entries;
  }

  Fdb copy() {
    Fdb copy = new Fdb(entries.copy(FdbEntry::copy));
    copy.collectAt = collectAt;
    return copy;
  }

  /** br_fdb_find_rcu: {@link FdbEntry#NONE} where the address is not known. */
  FdbEntry find(Mac mac, int vlan) {
    return entries.getOr(FdbEntry.key(mac, vlan), FdbEntry.NONE);
  }

  /** The newest first, as the kernel dumps them. */
  List<FdbEntry> newestFirst() {
    return entries.values().reversed();
  }

  FdbEntry create(Mac mac, int vlan, int port, int flags, long now) {
    FdbEntry entry = new FdbEntry(FdbEntry.key(mac, vlan), port, flags, now);
    entries.put(entry.key, entry);
    return entry;
  }

  void delete(FdbEntry entry) {
    entries.remove(entry.key);
  }

  /** br_fdb_update: a frame from {@code mac} has come in by a port. */
  void learn(World world, Bridge bridge, BridgePort port, Mac mac, int vlan) {
    if (bridge.holdTime() == 0) {
      return;
    }
    FdbEntry entry = find(mac, vlan);
    if (entry == FdbEntry.NONE) {
      create(mac, vlan, port.number, 0, world.now());
    } else if (!entry.has(FdbEntry.LOCAL)) {
      entry.updated = world.now();
      if (entry.port != port.number && !entry.has(FdbEntry.STICKY)) {
        entry.port = port.number;
        entry.flags &= ~FdbEntry.EXTERN_LEARN;
      }
    }
  }

  /** fdb_add_local: an address of the bridge's own, of a port or (0) of the bridge device. */
  void addLocal(int port, Mac mac, int vlan, long now) {
    if (mac.isMulticast() || mac.isZero()) {
      return;
    }
    FdbEntry entry = find(mac, vlan);
    if (entry != FdbEntry.NONE) {
      if (entry.has(FdbEntry.LOCAL)) {
        return;
      }
      delete(entry);
    }
    create(mac, vlan, port, FdbEntry.LOCAL | FdbEntry.STATIC, now);
  }

  /** br_fdb_cleanup, as often as it would have run until now. */
  void collect(long now, long hold) {
    while (collectAt <= now) {
      collectAt += Math.max(SHORTEST_PAUSE, collectOnce(collectAt, hold));
      if (collectAt <= now && entriesAreStatic()) {
        collectAt += (now - collectAt) / Math.max(hold, SHORTEST_PAUSE) * hold;
      }
    }
  }

  /** What is too old goes; the time until the next is due. */
  private long collectOnce(long at, long hold) {
    long pause = hold;
    for (FdbEntry entry : entries.values()) {
      if (entry.stays()) {
        continue;
      }
      long left = entry.updated + hold - at;
      if (left > 0) {
        pause = Math.min(pause, left);
      } else {
        delete(entry);
      }
    }
    return pause;
  }

  private boolean entriesAreStatic() {
    for (FdbEntry entry : entries.values()) {
      if (!entry.stays()) {
        return false;
      }
    }
    return true;
  }
}
