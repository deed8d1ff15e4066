package vethlab.lab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.BridgeAttr;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/** How a link that stays becomes as another operation would have made it. */
final class Adjustment {
  private final Kernel goal;
  private final List<Op> ops = new ArrayList<>();

  private Adjustment(Kernel goal) {
    this.goal = goal;
  }

  static List<Op> of(Op.LinkAdd old, Op.LinkAdd next, Kernel goal) {
    Adjustment adjustment = new Adjustment(goal);
    adjustment.end(old.ns(), old.name(), old.with(), next.with());
    if (old.kind() instanceof LinkKind.Veth was && next.kind() instanceof LinkKind.Veth is) {
      adjustment.end(otherEnd(old.ns(), was), was.peer(), was.peerWith(), is.peerWith());
    }
    if (old.kind() instanceof LinkKind.Bridge was && next.kind() instanceof LinkKind.Bridge is) {
      adjustment.bridge(old, was, is);
    }
    return adjustment.ops;
  }

  /** What a link is, without what can be changed later. */
  static LinkKind bare(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Veth veth ->
          new LinkKind.Veth(
              veth.peer(),
              veth.peerWith().stream().filter(LinkChange.MoveTo.class::isInstance).toList());
      case LinkKind.Bridge _ -> new LinkKind.Bridge(List.of());
      default -> kind;
    };
  }

  static Ns otherEnd(Ns here, LinkKind.Veth veth) {
    return veth.peerWith().stream()
        .filter(LinkChange.MoveTo.class::isInstance)
        .map(change -> ((LinkChange.MoveTo) change).ns())
        .findFirst()
        .orElse(here);
  }

  private void end(Ns ns, String name, List<LinkChange> was, List<LinkChange> is) {
    List<LinkChange> changes = new ArrayList<>(is);
    changes.removeAll(was);
    boolean mtuSaid = is.stream().anyMatch(LinkChange.Mtu.class::isInstance);
    if (!mtuSaid && was.stream().anyMatch(LinkChange.Mtu.class::isInstance)) {
      goal.link(ns, name).ifPresent(link -> changes.add(new LinkChange.Mtu(link.mtu())));
    }
    if (!changes.isEmpty()) {
      ops.add(new Op.LinkSet(ns, name, changes));
    }
  }

  private void bridge(Op.LinkAdd bridge, LinkKind.Bridge was, LinkKind.Bridge is) {
    List<LinkChange> changes = new ArrayList<>(is.settings());
    changes.removeAll(was.settings());
    Map<BridgeAttr, Long> usual =
        goal.link(bridge.ns(), bridge.name())
            .flatMap(link -> link.bridge())
            .map(view -> view.settings())
            .orElse(Map.of());
    for (LinkChange.BridgeSetting each : was.settings()) {
      boolean said = is.settings().stream().anyMatch(s -> s.attr() == each.attr());
      Optional<Long> value = Optional.ofNullable(usual.get(each.attr()));
      if (!said) {
        value.ifPresent(v -> changes.add(new LinkChange.BridgeSetting(each.attr(), v)));
      }
    }
    if (!changes.isEmpty()) {
      ops.add(new Op.LinkSet(bridge.ns(), bridge.name(), changes));
    }
  }
}
