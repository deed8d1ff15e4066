package vethlab.lab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Namespace;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;

/**
 * As {@link Reconcile} where the host is a machine's own network: its tables hold other rules, too,
 * so they are never loaded whole; rules come and go one by one.
 */
public final class HostReconcile {
  private HostReconcile() {}

  /** The changes from what is there of a lab to what shall be, in their order. */
  public static List<Op> plan(Lab now, Lab wanted) {
    List<Op> plan = new ArrayList<>(Reconcile.plan(withoutRules(now), withoutRules(wanted)));
    plan.addAll(rules(ofHost(now), ofHost(wanted)));
    return plan;
  }

  private static Ruleset ofHost(Lab lab) {
    return lab.namespace(Ns.HOST).flatMap(Namespace::ruleset).orElse(Ruleset.EMPTY);
  }

  private static Lab withoutRules(Lab lab) {
    List<Namespace> namespaces =
        lab.namespaces().stream().map(n -> n.ns().isHost() ? withoutRules(n) : n).toList();
    return new Lab(
        lab.name(), lab.title(), lab.description(), namespaces, lab.links(), lab.notes());
  }

  private static Namespace withoutRules(Namespace host) {
    return new Namespace(
        host.ns(),
        host.interfaces(),
        host.routes(),
        host.rules(),
        host.neighbours(),
        host.fdb(),
        host.sysctls(),
        Optional.empty(),
        Optional.empty(),
        host.listen());
  }

  static List<Op> rules(Ruleset now, Ruleset wanted) {
    List<Op> gone = new ArrayList<>();
    List<Op> fresh = new ArrayList<>();
    List<Op> chains = new ArrayList<>();
    for (Ruleset.Table table : wanted.tables()) {
      for (Ruleset.Chain chain : table.chains()) {
        Optional<Ruleset.Chain> there = chain(now, table.name(), chain.name());
        if (there.isEmpty() && !chain.builtin()) {
          chains.add(new Op.IptNewChain(Ns.HOST, table.name(), chain.name()));
        }
        String policy = there.map(Ruleset.Chain::policy).orElse("ACCEPT");
        if (chain.builtin() && !policy.equals(chain.policy())) {
          chains.add(new Op.IptPolicy(Ns.HOST, table.name(), chain.name(), chain.policy()));
        }
        List<IptRule> before = there.map(Ruleset.Chain::rules).orElse(List.of());
        change(table.name(), chain.name(), before, chain.rules(), gone, fresh);
      }
    }
    List<Op> all = new ArrayList<>(gone);
    all.addAll(lost(now, wanted));
    all.addAll(chains);
    all.addAll(fresh);
    return all;
  }

  /** New rules come last; where that is not their place the chain's rules are made anew. */
  private static void change(
      String table,
      String chain,
      List<IptRule> before,
      List<IptRule> after,
      List<Op> gone,
      List<Op> fresh) {
    List<IptRule> stay = new ArrayList<>(before);
    stay.retainAll(after);
    boolean inPlace = stay.equals(after.subList(0, Math.min(stay.size(), after.size())));
    int kept = inPlace ? stay.size() : 0;
    for (IptRule rule : before) {
      if (!inPlace || !after.contains(rule)) {
        gone.add(new Op.IptDelete(Ns.HOST, table, chain, rule));
      }
    }
    for (IptRule rule : after.subList(kept, after.size())) {
      fresh.add(new Op.IptAppend(Ns.HOST, table, chain, rule));
    }
  }

  /** Chains that shall be no more, and the rules in them. */
  private static List<Op> lost(Ruleset now, Ruleset wanted) {
    List<Op> lost = new ArrayList<>();
    for (Ruleset.Table table : now.tables()) {
      for (Ruleset.Chain chain : table.chains()) {
        if (chain(wanted, table.name(), chain.name()).isEmpty()) {
          chain.rules().stream()
              .map(rule -> new Op.IptDelete(Ns.HOST, table.name(), chain.name(), rule))
              .forEach(lost::add);
          if (!chain.builtin()) {
            lost.add(new Op.IptDeleteChain(Ns.HOST, table.name(), chain.name()));
          } else if (!chain.policy().equals("ACCEPT")) {
            lost.add(new Op.IptPolicy(Ns.HOST, table.name(), chain.name(), "ACCEPT"));
          }
        }
      }
    }
    return lost;
  }

  private static Optional<Ruleset.Chain> chain(Ruleset rules, String table, String name) {
    return rules.table(table).flatMap(t -> t.chain(name));
  }
}
