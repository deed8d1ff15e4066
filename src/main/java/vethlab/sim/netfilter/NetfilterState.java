package vethlab.sim.netfilter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vethlab.op.iptables.BuiltinTable;
import vethlab.sim.Hook;
import vethlab.sim.netfilter.conntrack.ConntrackHooks;
import vethlab.sim.netfilter.conntrack.ConntrackTable;
import vethlab.sim.netfilter.nat.NatHooks;

/** Tables, chains and connections of one namespace; empty until something is put in. */
public final class NetfilterState {
  private static final HookFunction.Entry[] NOBODY = {};

  private static final IptTable[] NO_TABLES = new IptTable[BuiltinTable.values().length];
  private static final HookFunction.Entry[][] NO_HOOKS =
      new HookFunction.Entry[Hook.values().length][0];

  /** Both are replaced and never written, so that copies and untouched namespaces share them. */
  private IptTable[] tables = NO_TABLES;

  private HookFunction.Entry[][] hooks = NO_HOOKS;
  private ConntrackTable conntrack = new ConntrackTable();

  /** Lists of -m recent by name. */
  private Map<String, RecentList> recent = Map.of();

  /** Tables of -m hashlimit by name. */
  private Map<String, HashLimitTable> hashLimits = Map.of();

  public ConntrackTable conntrack() {
    return conntrack;
  }

  /** The list of that name, made when it is first used. */
  RecentList recent(String name) {
    return recent.containsKey(name) ? recent.get(name) : put(name, new RecentList());
  }

  private RecentList put(String name, RecentList list) {
    recent = recent.isEmpty() ? new TreeMap<>() : recent;
    recent.put(name, list);
    return list;
  }

  /** The table of that name, made when it is first used. */
  HashLimitTable hashLimits(String name) {
    return hashLimits.containsKey(name) ? hashLimits.get(name) : put(name, new HashLimitTable());
  }

  private HashLimitTable put(String name, HashLimitTable table) {
    hashLimits = hashLimits.isEmpty() ? new TreeMap<>() : hashLimits;
    hashLimits.put(name, table);
    return table;
  }

  /** The table, or null while nothing has used it. */
  IptTable table(BuiltinTable kind) {
    return tables[kind.ordinal()];
  }

  void put(IptTable table) {
    tables = tables.clone();
    tables[table.kind.ordinal()] = table;
  }

  void removeTable(BuiltinTable kind) {
    tables = tables.clone();
    tables[kind.ordinal()] = null;
  }

  /** The tables of another state, which is given up. */
  void takeTables(NetfilterState other) {
    tables = other.tables;
    rebuildHooks();
  }

  List<IptTable> existingTables() {
    List<IptTable> all = new ArrayList<>();
    for (IptTable table : tables) {
      if (table != null) {
        all.add(table);
      }
    }
    return all;
  }

  /** The functions of a hook in their order. */
  HookFunction.Entry[] at(Hook hook) {
    return hooks[hook.ordinal()];
  }

  /** Registers what the chains that exist and their rules ask for: nf_register_net_hooks. */
  void rebuildHooks() {
    List<List<HookFunction.Entry>> all = new ArrayList<>();
    for (int i = 0; i < hooks.length; i++) {
      all.add(new ArrayList<>());
    }
    boolean nat = false;
    boolean tracks = false;
    for (IptTable table : existingTables()) {
      for (Chain chain : table.chains.values()) {
        for (CompiledRule rule : chain.rules) {
          tracks |= rule.needsConntrack();
        }
      }
      for (Chain chain : table.base) {
        if (chain != null && table.kind == BuiltinTable.NAT) {
          nat = true;
        } else if (chain != null) {
          all.get(chain.hook).add(TableHook.entry(table.kind, Hook.values()[chain.hook]));
        }
      }
    }
    if (tracks) {
      add(all, Hook.PREROUTING, Priority.CONNTRACK_DEFRAG, ConntrackHooks::defragment);
      add(all, Hook.OUTPUT, Priority.CONNTRACK_DEFRAG, ConntrackHooks::defragment);
      add(all, Hook.PREROUTING, Priority.CONNTRACK, ConntrackHooks::in);
      add(all, Hook.OUTPUT, Priority.CONNTRACK, ConntrackHooks::in);
      add(all, Hook.INPUT, Priority.CONNTRACK_CONFIRM, ConntrackHooks::confirm);
      add(all, Hook.POSTROUTING, Priority.CONNTRACK_CONFIRM, ConntrackHooks::confirm);
    }
    if (nat) {
      add(all, Hook.PREROUTING, Priority.NAT_DST, NatHooks::prerouting);
      add(all, Hook.OUTPUT, Priority.NAT_DST, NatHooks::output);
      add(all, Hook.INPUT, Priority.NAT_SRC, NatHooks::input);
      add(all, Hook.POSTROUTING, Priority.NAT_SRC, NatHooks::postrouting);
    }
    hooks = new HookFunction.Entry[hooks.length][];
    for (int i = 0; i < hooks.length; i++) {
      List<HookFunction.Entry> entries = all.get(i);
      entries.sort(Comparator.comparingInt(HookFunction.Entry::priority));
      hooks[i] = entries.toArray(NOBODY);
    }
  }

  private static void add(
      List<List<HookFunction.Entry>> all, Hook hook, int priority, HookFunction function) {
    all.get(hook.ordinal()).add(new HookFunction.Entry(priority, function));
  }

  /** Runs the rules of the nat table's chain at a hook, for a connection's first packet. */
  public static HookVerdict natRules(
      vethlab.sim.World world, vethlab.sim.Netns netns, vethlab.sim.Skb skb) {
    IptTable table = netns.netfilter.table(BuiltinTable.NAT);
    return table == null || table.base[skb.hook.ordinal()] == null
        ? HookVerdict.ACCEPT
        : ChainRun.run(world, netns, skb, table, table.base[skb.hook.ordinal()]);
  }

  public NetfilterState copy() {
    NetfilterState copy = new NetfilterState();
    for (IptTable table : existingTables()) {
      copy.put(table.copy());
    }
    copy.hooks = hooks;
    copy.conntrack = conntrack.copy();
    recent.forEach((name, list) -> copy.put(name, list.copy()));
    hashLimits.forEach((name, table) -> copy.put(name, table.copy()));
    return copy;
  }
}
