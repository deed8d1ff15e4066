package vethlab.lab.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.LabOps;
import vethlab.op.Kernel;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * The operations that make one lab and not the other: those of the first taken back, last first,
 * then those of the second done. A link that stays is changed, not made anew.
 */
final class Changes {
  private final Kernel goal;
  private final List<Op> gone;
  private final List<Op> fresh;
  private final List<Op> adjusted = new ArrayList<>();
  private final Set<Endpoint> lost = new HashSet<>();
  private final Set<Ns> lostNamespaces = new HashSet<>();

  /**
   * @param goal a kernel that is as it shall be: it knows the values that no lab names
   */
  Changes(Lab now, Lab wanted, Kernel goal) {
    this.goal = goal;
    List<Op> have = LabOps.build(now);
    List<Op> want = LabOps.build(wanted);
    gone = without(have, want);
    fresh = without(want, have);
  }

  private static List<Op> without(List<Op> all, List<Op> others) {
    Set<Op> rest = new LinkedHashSet<>(all);
    rest.removeAll(new HashSet<>(others));
    return new ArrayList<>(rest);
  }

  List<Op> all() {
    adjustLinks();
    gone.forEach(this::lose);
    List<Op> all = new ArrayList<>();
    for (Op op : gone.reversed()) {
      if (!goesByItself(op)) {
        all.addAll(Inverse.of(op, fresh, goal));
      }
    }
    all.addAll(adjusted);
    all.addAll(fresh);
    return all;
  }

  private void adjustLinks() {
    for (Op op : List.copyOf(gone)) {
      if (op instanceof Op.LinkAdd old) {
        Optional<Op.LinkAdd> same =
            fresh.stream()
                .filter(Op.LinkAdd.class::isInstance)
                .map(Op.LinkAdd.class::cast)
                .filter(o -> isSameLink(old, o))
                .findFirst();
        same.ifPresent(next -> {
          gone.remove(old);
          fresh.remove(next);
          adjusted.addAll(Adjustment.of(old, next, goal));
        });
      }
    }
  }

  private static boolean isSameLink(Op.LinkAdd a, Op.LinkAdd b) {
    return a.ns().equals(b.ns())
        && a.name().equals(b.name())
        && Adjustment.bare(a.kind()).equals(Adjustment.bare(b.kind()));
  }

  private void lose(Op op) {
    switch (op) {
      case Op.NetnsAdd o -> lostNamespaces.add(new Ns(o.name()));
      case Op.LinkAdd o -> {
        lost.add(new Endpoint(o.ns(), o.name()));
        if (o.kind() instanceof LinkKind.Veth veth) {
          lost.add(new Endpoint(Adjustment.otherEnd(o.ns(), veth), veth.peer()));
        }
      }
      default -> {}
    }
  }

  /**
   * Does it go with its link or its namespace? A veth is deleted all the same: it would go a little
   * later, and be in the way of one of its name.
   */
  private boolean goesByItself(Op op) {
    if (lostNamespaces.contains(op.ns())) {
      return !(op instanceof Op.LinkAdd link && link.kind() instanceof LinkKind.Veth);
    }
    return switch (op) {
      case Op.LinkSet o -> lost.contains(new Endpoint(o.ns(), o.name()));
      case Op.AddrAdd o -> lost.contains(new Endpoint(o.ns(), o.dev()));
      case Op.NeighAdd o -> lost.contains(new Endpoint(o.ns(), o.entry().dev()));
      case Op.FdbAdd o -> lost.contains(new Endpoint(o.ns(), o.entry().dev()));
      case Op.BridgeVlanAdd o -> lost.contains(new Endpoint(o.ns(), o.dev()));
      default -> false;
    };
  }
}
