package vethlab.app.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;

/**
 * Namespaces made again under other names, with their links, addresses, routes, iptables and
 * sysctls: for copies, and to rename one (the kernel itself has no such thing).
 */
public final class Recreate {
  private static final List<String> SYSCTLS = List.of("net.ipv4.ip_forward");

  private final Kernel kernel;
  private final List<Op> ops = new ArrayList<>();
  private final Map<Ns, Ns> names = new LinkedHashMap<>();

  /** What makes the copies, and what they are called. */
  public record Copy(Edit edit, Map<Ns, Ns> names) {}

  public Recreate(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Copies of these namespaces and of the links among them, under names free in {@code into}. */
  public Copy copy(Set<Ns> originals, Kernel into) {
    Set<String> taken = new LinkedHashSet<>();
    into.namespaces().forEach(ns -> taken.add(ns.name()));
    for (Ns ns : originals) {
      String name = taken.contains(ns.name()) ? free(ns.name(), taken) : ns.name();
      taken.add(name);
      names.put(ns, new Ns(name));
    }
    make(false);
    return new Copy(Edit.of(ops), names);
  }

  /** The same network with one namespace called differently. */
  public Edit renamed(Ns old, Ns name) {
    names.put(old, name);
    make(true);
    ops.add(new Op.NetnsDel(old.name()));
    return Edit.of(ops)
        .and(
            Edit.moving(layout -> {
              Layout moved = layout;
              for (var each : layout.places().entrySet()) {
                String key = each.getKey();
                if (key.equals(old.name()) || key.startsWith(old.name() + "/")) {
                  String next = name.name() + key.substring(old.name().length());
                  moved = moved.without(key).with(next, each.getValue());
                }
              }
              return moved;
            }));
  }

  private static String free(String name, Set<String> taken) {
    String stem = name.replaceFirst("\\d+$", "");
    int i = 1;
    while (taken.contains(stem + i)) {
      i++;
    }
    return stem + i;
  }

  private void make(boolean withOutside) {
    names.values().forEach(ns -> ops.add(new Op.NetnsAdd(ns.name())));
    names.forEach((from, to) -> links(from, to, withOutside));
    names.forEach(this::settings);
  }

  private void links(Ns from, Ns to, boolean withOutside) {
    for (LinkView link : kernel.links(from)) {
      switch (link.kind()) {
        case LinkKind.Veth veth -> veth(from, to, link, withOutside);
        case LinkKind.Bridge b ->
            ops.add(new Op.LinkAdd(to, link.name(), new LinkKind.Bridge(List.of()), List.of()));
        case LinkKind.Dummy d ->
            ops.add(new Op.LinkAdd(to, link.name(), new LinkKind.Dummy(), List.of()));
        case LinkKind.Vxlan vxlan -> ops.add(new Op.LinkAdd(to, link.name(), vxlan, List.of()));
        case LinkKind.Vlan vlan when link.linkNetns().isEmpty() ->
            ops.add(new Op.LinkAdd(to, link.name(), vlan, List.of()));
        default -> {}
      }
    }
  }

  private void veth(Ns from, Ns to, LinkView link, boolean withOutside) {
    Ns there = link.linkNetns().map(n -> new Ns(n.name())).orElse(from);
    Optional<LinkView> peer =
        kernel.links(there).stream().filter(l -> l.index() == link.link()).findFirst();
    if (peer.isEmpty()) {
      return;
    }
    boolean among = names.containsKey(there);
    boolean second =
        among
            && (names.get(there).compareTo(to) < 0
                || there.equals(from) && peer.get().index() < link.index());
    if (second || !among && !withOutside) {
      return;
    }
    if (among) {
      add(to, link.name(), names.get(there), peer.get().name());
    } else {
      ops.add(
          new Op.LinkSet(
              from, link.name(), List.of(new LinkChange.Down(), new LinkChange.MoveTo(to))));
    }
  }

  private void add(Ns ns, String name, Ns peerNs, String peer) {
    List<LinkChange> with = ns.equals(peerNs) ? List.of() : List.of(new LinkChange.MoveTo(peerNs));
    ops.add(new Op.LinkAdd(ns, name, new LinkKind.Veth(peer, with), List.of()));
  }

  private void settings(Ns from, Ns to) {
    Set<String> made = new LinkedHashSet<>(List.of("lo"));
    for (Op op : ops) {
      if (op instanceof Op.LinkAdd add && add.ns().equals(to)) {
        made.add(add.name());
      }
      if (op instanceof Op.LinkAdd add && add.kind() instanceof LinkKind.Veth veth) {
        boolean here =
            veth.peerWith().contains(new LinkChange.MoveTo(to))
                || veth.peerWith().isEmpty() && add.ns().equals(to);
        if (here) {
          made.add(veth.peer());
        }
      }
      if (op instanceof Op.LinkSet set && set.changes().contains(new LinkChange.MoveTo(to))) {
        made.add(set.name());
      }
    }
    for (String key : SYSCTLS) {
      kernel
          .sysctl(from, key)
          .filter(value -> !value.equals("0"))
          .ifPresent(value -> ops.add(new Op.SysctlSet(to, key, value)));
    }
    for (AddrView address : kernel.addresses(from)) {
      boolean loopback = address.local().address().isLoopback();
      if (made.contains(address.dev()) && !loopback) {
        ops.add(Edits.address(to, address.dev(), address.local()));
      }
    }
    for (LinkView link : kernel.links(from)) {
      if (made.contains(link.name())) {
        if (!link.master().isEmpty() && made.contains(link.master())) {
          ops.add(Edits.set(to, link.name(), new LinkChange.Master(link.master())));
        }
        if (link.has(LinkFlags.UP)) {
          ops.add(Edits.up(to, link.name()));
        }
      }
    }
    routes(from, to, made);
    if (!kernel.iptables(from).tables().isEmpty()) {
      ops.add(new Op.IptRestore(to, kernel.iptables(from), Op.RestoreMode.FLUSH));
    }
  }

  private void routes(Ns from, Ns to, Set<String> made) {
    for (Route route : kernel.routes(from)) {
      boolean ours = route.protocol() != Route.PROTO_KERNEL && route.table() != Route.LOCAL;
      boolean reachable =
          route.hops().stream().allMatch(h -> h.dev().isEmpty() || made.contains(h.dev().get()));
      if (ours && reachable) {
        ops.add(new Op.RouteChange(to, RouteVerb.ADD, route));
      }
    }
  }
}
