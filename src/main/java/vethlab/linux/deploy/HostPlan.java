package vethlab.linux.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.RouteVerb;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.op.view.LinkView;

/**
 * What a lab does to the machine's own network, and how each of it is taken back. Refuses whatever
 * would touch what is not the lab's: a name that exists, a link it did not make, a table it would
 * empty.
 */
final class HostPlan {
  private final Kernel kernel;
  private final Set<String> links = new LinkedHashSet<>();
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private final Set<Ns> namespaces = new LinkedHashSet<>();
  private final Set<Op> mayGo = new HashSet<>();
  private final List<Op> ops = new ArrayList<>();
  private final List<Undo> undo = new ArrayList<>();

  private HostPlan(Kernel kernel) {
    this.kernel = kernel;
    kernel.links(Ns.HOST).stream().map(LinkView::name).forEach(links::add);
    namespaces.addAll(kernel.namespaces());
    kernel.iptables(Ns.HOST).tables().stream().map(Ruleset.Table::name).forEach(tables::add);
  }

  /**
   * @param ops the operations, links marked as ours
   * @param undo in the order in which it must be done
   */
  record Planned(List<Op> ops, List<Undo> undo) {}

  static Planned of(Kernel kernel, List<Op> wanted) throws DeployException {
    HostPlan plan = new HostPlan(kernel);
    for (Op op : wanted) {
      plan.take(op);
    }
    return new Planned(plan.ops, plan.undo.reversed());
  }

  /**
   * Changes to a lab that is on the machine. How its parts are taken back is known already.
   *
   * @param known how
   */
  static List<Op> again(Kernel kernel, List<Op> wanted, List<Undo> known) throws DeployException {
    HostPlan plan = new HostPlan(kernel);
    plan.own.addAll(TakeBack.ourLinks(kernel, known));
    known.forEach(undo -> plan.mayGo.add(undo.op()));
    for (Op op : wanted) {
      plan.take(op);
    }
    return plan.ops;
  }

  private static DeployException notOurs(String sentence) {
    return new DeployException(DeployException.Reason.NOT_OURS, sentence);
  }

  private void take(Op op) throws DeployException {
    if (op instanceof Op.NetnsAdd add) {
      namespace(add);
    } else if (op instanceof Op.LinkAdd add) {
      link(add);
    } else if (op.ns().isHost()) {
      onHost(op);
    } else {
      ops.add(op); // it goes with its namespace
    }
  }

  private void namespace(Op.NetnsAdd add) throws DeployException {
    if (!namespaces.add(new Ns(add.name()))) {
      throw notOurs("there is a namespace " + add.name() + " already");
    }
    ops.add(add);
    undo.add(new Undo(new Op.NetnsDel(add.name()), Undo.ALWAYS));
  }

  private void link(Op.LinkAdd add) throws DeployException {
    List<LinkChange> with = add.with();
    LinkKind kind = add.kind();
    Ns otherEnd = kind instanceof LinkKind.Veth veth ? otherEnd(add.ns(), veth) : Ns.HOST;
    if (add.ns().isHost()) {
      made(add.name(), otherEnd);
      with = marked(with);
    }
    if (kind instanceof LinkKind.Veth veth && otherEnd.isHost()) {
      made(veth.peer(), add.ns());
      kind = new LinkKind.Veth(veth.peer(), marked(veth.peerWith()));
    }
    ops.add(new Op.LinkAdd(add.ns(), add.name(), kind, with));
  }

  private static Ns otherEnd(Ns here, LinkKind.Veth veth) {
    return veth.peerWith().stream()
        .filter(LinkChange.MoveTo.class::isInstance)
        .map(c -> ((LinkChange.MoveTo) c).ns())
        .findFirst()
        .orElse(here);
  }

  private void made(String name, Ns otherEnd) throws DeployException {
    if (!links.add(name)) {
      throw notOurs("there is a link " + name + " already");
    }
    own.add(name);
    undo.add(new Undo(new Op.LinkDel(Ns.HOST, name), new Undo.Guard.OurLink(name, otherEnd)));
  }

  private static List<LinkChange> marked(List<LinkChange> with) {
    List<LinkChange> marked = new ArrayList<>(with);
    marked.add(new LinkChange.Group(HostDeployment.GROUP));
    return marked;
  }

  /** iptables makes a table when it is first used; it goes last. */
  private void table(String name) {
    if (tables.add(name)) {
      Undo away = new Undo(new Op.IptDeleteTable(Ns.HOST, name), new Undo.Guard.IdleTable(name));
      undo.addFirst(away);
    }
  }

  private void onHost(Op op) throws DeployException {
    if (op instanceof Op.Iptables rules) {
      table(rules.table());
    }
    switch (op) {
      case Op.LinkSet o -> needsOwn(o.name());
      case Op.LinkDel o -> {
        needsOwn(o.name());
        links.remove(o.name());
      }
      case Op.AddrAdd o -> needsOwn(o.dev());
      case Op.AddrDel o -> needsOwn(o.dev());
      case Op.NeighAdd o -> needsOwn(o.entry().dev());
      case Op.NeighDel o -> needsOwn(o.entry().dev());
      case Op.FdbAdd o -> needsOwn(o.entry().dev());
      case Op.FdbDel o -> needsOwn(o.entry().dev());
      case Op.BridgeVlanAdd o -> needsOwn(o.dev());
      case Op.BridgeVlanDel o -> needsOwn(o.dev());
      case Op.QdiscSet o -> needsOwn(o.dev());
      case Op.RouteChange o when o.verb() == RouteVerb.ADD ->
          undo.add(new Undo(new Op.RouteChange(Ns.HOST, RouteVerb.DELETE, o.route()), Undo.ALWAYS));
      case Op.RuleAdd o -> undo.add(new Undo(new Op.RuleDel(Ns.HOST, o.rule()), Undo.ALWAYS));
      case Op.SysctlSet o -> sysctl(o);
      case Op.IptAppend o -> rule(o.table(), o.chain(), o.rule());
      case Op.IptInsert o -> rule(o.table(), o.chain(), o.rule());
      case Op.IptNewChain o -> chain(o);
      case Op.IptPolicy o -> policy(o);
      case Op.IptRestore o -> {
        for (Op each : added(o)) {
          onHost(each);
        }
        return; // its parts stand for it
      }
      case Op other when mayGo.contains(other) -> {} // the lab's own rule or route
      default ->
          throw notOurs(
              "this would change what is not the lab's: " + op.getClass().getSimpleName());
    }
    ops.add(op);
  }

  private void chain(Op.IptNewChain o) throws DeployException {
    boolean there =
        kernel.iptables(Ns.HOST).table(o.table()).flatMap(t -> t.chain(o.chain())).isPresent();
    if (there) {
      throw notOurs("there is a chain " + o.chain() + " in table " + o.table() + " already");
    }
    undo.add(new Undo(new Op.IptDeleteChain(Ns.HOST, o.table(), o.chain()), Undo.ALWAYS));
    undo.add(new Undo(new Op.IptFlush(Ns.HOST, o.table(), o.chain()), Undo.ALWAYS));
  }

  private void policy(Op.IptPolicy o) {
    String before =
        kernel
            .iptables(Ns.HOST)
            .table(o.table())
            .flatMap(t -> t.chain(o.chain()))
            .map(Ruleset.Chain::policy)
            .orElse("ACCEPT");
    undo.add(new Undo(new Op.IptPolicy(Ns.HOST, o.table(), o.chain(), before), Undo.ALWAYS));
  }

  /** A lab's whole tables as additions to what is there: the machine's own rules stay. */
  private static List<Op> added(Op.IptRestore restore) {
    List<Op> additions = new ArrayList<>();
    for (Ruleset.Table table : restore.ruleset().tables()) {
      for (Ruleset.Chain chain : table.chains()) {
        if (!chain.builtin()) {
          additions.add(new Op.IptNewChain(Ns.HOST, table.name(), chain.name()));
        } else if (!chain.policy().equals("ACCEPT")) {
          additions.add(new Op.IptPolicy(Ns.HOST, table.name(), chain.name(), chain.policy()));
        }
      }
      for (Ruleset.Chain chain : table.chains()) {
        chain
            .rules()
            .forEach(r -> additions.add(new Op.IptAppend(Ns.HOST, table.name(), chain.name(), r)));
      }
    }
    return additions;
  }

  private void rule(String table, String chain, IptRule rule) {
    undo.add(new Undo(new Op.IptDelete(Ns.HOST, table, chain, rule), Undo.ALWAYS));
  }

  private void needsOwn(String link) throws DeployException {
    if (!own.contains(link)) {
      throw notOurs(link + " is not the lab's");
    }
  }

  private void sysctl(Op.SysctlSet set) throws DeployException {
    boolean ofOwnLink =
        own.stream().anyMatch(link -> set.key().contains("." + link.replace('.', '/') + "."));
    if (ofOwnLink) {
      return;
    }
    Optional<String> before = kernel.sysctl(Ns.HOST, set.key());
    if (before.isEmpty()) {
      throw notOurs("this machine has no sysctl " + set.key());
    }
    undo.add(
        new Undo(
            new Op.SysctlSet(Ns.HOST, set.key(), before.get()),
            new Undo.Guard.Value(set.key(), set.value())));
  }
}
