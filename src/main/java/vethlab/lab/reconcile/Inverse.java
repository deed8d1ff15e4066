package vethlab.lab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.Op;
import vethlab.op.RouteVerb;
import vethlab.op.iptables.Ruleset;

/** How an operation that made a lab is taken back, unless another one will take its place. */
final class Inverse {
  private static final int WHOLE = 32;

  private final List<Op> fresh;
  private final Kernel goal;

  private Inverse(List<Op> fresh, Kernel goal) {
    this.fresh = fresh;
    this.goal = goal;
  }

  /**
   * The operations that take one back.
   *
   * @param fresh what will be done afterwards
   */
  static List<Op> of(Op op, List<Op> fresh, Kernel goal) {
    Inverse inverse = new Inverse(fresh, goal);
    return switch (op) {
      case Op.LinkSet o -> inverse.link(o);
      case Op.SysctlSet o -> inverse.sysctl(o).stream().toList();
      case Op.IptRestore o -> inverse.rules(o).stream().toList();
      default -> inverse.one(op).stream().toList();
    };
  }

  private Optional<Op> one(Op op) {
    return switch (op) {
      case Op.NetnsAdd o -> Optional.of(new Op.NetnsDel(o.name()));
      case Op.LinkAdd o -> Optional.of(new Op.LinkDel(o.ns(), o.name()));
      case Op.AddrAdd o -> Optional.of(address(o));
      case Op.RouteChange o -> Optional.of(new Op.RouteChange(o.ns(), RouteVerb.DELETE, o.route()));
      case Op.RuleAdd o -> Optional.of(new Op.RuleDel(o.ns(), o.rule()));
      case Op.NeighAdd o -> unless(next -> isSame(o, next), new Op.NeighDel(o.ns(), o.entry()));
      case Op.FdbAdd o -> Optional.of(new Op.FdbDel(o.ns(), o.entry()));
      case Op.BridgeVlanAdd o -> Optional.of(new Op.BridgeVlanDel(o.ns(), o.dev(), o.vlan()));
      default -> Optional.empty();
    };
  }

  private Optional<Op> unless(Predicate<Op> replaced, Op inverse) {
    return fresh.stream().anyMatch(replaced) ? Optional.empty() : Optional.of(inverse);
  }

  private static boolean isSame(Op.NeighAdd old, Op next) {
    return next instanceof Op.NeighAdd add
        && add.ns().equals(old.ns())
        && add.entry().dev().equals(old.entry().dev())
        && add.entry().to().equals(old.entry().to());
  }

  /** A prefix of 32 bits is said twice, else it would stand for any that has the address. */
  private static Op address(Op.AddrAdd o) {
    return new Op.AddrDel(
        o.ns(),
        o.dev(),
        o.local(),
        o.local().length() == WHOLE && o.peer().isEmpty()
            ? Optional.of(o.local().address())
            : o.peer(),
        "");
  }

  private List<Op> link(Op.LinkSet set) {
    List<Op> ops = new ArrayList<>();
    for (LinkChange change : set.changes()) {
      switch (change) {
        case LinkChange.Up _ -> ops.add(with(set, new LinkChange.Down()));
        case LinkChange.Master _ ->
            unless(
                    next -> sets(set, next, LinkChange.Master.class),
                    with(set, new LinkChange.NoMaster()))
                .ifPresent(ops::add);
        case LinkChange.Alias _ ->
            unless(
                    next -> sets(set, next, LinkChange.Alias.class),
                    with(set, new LinkChange.Alias("")))
                .ifPresent(ops::add);
        default -> {} // a value that another one replaces
      }
    }
    return ops;
  }

  private static Op with(Op.LinkSet set, LinkChange change) {
    return new Op.LinkSet(set.ns(), set.name(), List.of(change));
  }

  private static boolean sets(Op.LinkSet old, Op next, Class<? extends LinkChange> what) {
    return next instanceof Op.LinkSet set
        && set.ns().equals(old.ns())
        && set.name().equals(old.name())
        && set.changes().stream().anyMatch(what::isInstance);
  }

  private Optional<Op> sysctl(Op.SysctlSet set) {
    boolean replaced =
        fresh.stream()
            .anyMatch(next ->
                next instanceof Op.SysctlSet s
                    && s.ns().equals(set.ns())
                    && s.key().equals(set.key()));
    return replaced || !goal.exists(set.ns())
        ? Optional.empty()
        : goal.sysctl(set.ns(), set.key())
            .map(usual -> new Op.SysctlSet(set.ns(), set.key(), usual));
  }

  /** Tables that will not be loaded anew are emptied. */
  private Optional<Op> rules(Op.IptRestore restore) {
    List<String> loaded =
        fresh.stream()
            .filter(next -> next instanceof Op.IptRestore && next.ns().equals(restore.ns()))
            .flatMap(next -> ((Op.IptRestore) next).ruleset().tables().stream())
            .map(Ruleset.Table::name)
            .toList();
    List<Ruleset.Table> emptied =
        restore.ruleset().tables().stream()
            .filter(table -> !loaded.contains(table.name()))
            .map(Inverse::emptied)
            .toList();
    return emptied.isEmpty()
        ? Optional.empty()
        : Optional.of(new Op.IptRestore(restore.ns(), new Ruleset(emptied), Op.RestoreMode.FLUSH));
  }

  private static Ruleset.Table emptied(Ruleset.Table table) {
    return new Ruleset.Table(
        table.name(),
        table.chains().stream()
            .filter(Ruleset.Chain::builtin)
            .map(chain -> new Ruleset.Chain(chain.name(), "ACCEPT", 0, 0, List.of()))
            .toList());
  }
}
