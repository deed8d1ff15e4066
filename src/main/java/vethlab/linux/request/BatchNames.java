package vethlab.linux.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * The links of each namespace while operations are being gathered: links that are only asked for
 * yet are given their index here, so that what follows can name them before they exist.
 */
public final class BatchNames implements Names {
  private static final int LO = 1;

  private static final class Links {
    final Map<String, Integer> byName = new HashMap<>();
    int last;
  }

  private final ToIntFunction<Ns> descriptors;
  private final Function<Ns, Map<String, Integer>> asked;
  private final Map<Ns, Links> known = new HashMap<>();

  /**
   * Names that a kernel knows.
   *
   * @param descriptors the file descriptor of each namespace
   * @param asked the links there are in a namespace by their index, when it is first named
   */
  public BatchNames(ToIntFunction<Ns> descriptors, Function<Ns, Map<String, Integer>> asked) {
    this.descriptors = descriptors;
    this.asked = asked;
  }

  @Override
  public int index(Ns ns, String link) {
    Integer index = links(ns).byName.get(link);
    if (index == null) {
      throw new NoSuchDevice(link);
    }
    return index;
  }

  @Override
  public int fd(Ns ns) {
    return descriptors.applyAsInt(ns);
  }

  private Links links(Ns ns) {
    Links links = known.get(ns);
    if (links == null) {
      links = new Links();
      for (Map.Entry<String, Integer> each : asked.apply(ns).entrySet()) {
        links.byName.put(each.getKey(), each.getValue());
        links.last = Math.max(links.last, each.getValue());
      }
      known.put(ns, links);
    }
    return links;
  }

  /** A namespace that was just made has its lo and nothing else. */
  public void made(Ns ns) {
    Links links = new Links();
    links.byName.put("lo", LO);
    links.last = LO;
    known.put(ns, links);
  }

  /**
   * The operation with an index for each link that it makes; the peer's first, as the kernel does.
   */
  public Op numbered(Op op) {
    if (!(op instanceof Op.LinkAdd add) || add.name().isEmpty()) {
      return op;
    }
    LinkKind kind = add.kind();
    if (kind instanceof LinkKind.Veth veth && !veth.peer().isEmpty()) {
      kind =
          new LinkKind.Veth(
              veth.peer(), numbered(target(veth.peerWith(), add.ns()), veth.peerWith()));
    }
    return new Op.LinkAdd(
        add.ns(), add.name(), kind, numbered(target(add.with(), add.ns()), add.with()));
  }

  private List<LinkChange> numbered(Ns ns, List<LinkChange> with) {
    for (LinkChange change : with) {
      if (change instanceof LinkChange.Index) {
        return with;
      }
    }
    List<LinkChange> more = new ArrayList<>(with);
    more.add(new LinkChange.Index(++links(ns).last));
    return more;
  }

  private static Ns target(List<LinkChange> with, Ns ns) {
    for (LinkChange change : with) {
      if (change instanceof LinkChange.MoveTo move) {
        return move.ns();
      }
    }
    return ns;
  }

  /** Takes note of what an operation that is on its way does to names. */
  public void note(Op op) {
    switch (op) {
      case Op.LinkAdd add -> noteAdded(add);
      case Op.LinkSet set when renamesOrMoves(set) -> known.clear();
      case Op.LinkDel _, Op.NetnsDel _ -> known.clear();
      default -> {}
    }
  }

  private void noteAdded(Op.LinkAdd add) {
    if (add.name().isEmpty() || add.kind() instanceof LinkKind.Veth veth && veth.peer().isEmpty()) {
      known.clear();
      return;
    }
    born(target(add.with(), add.ns()), add.name(), add.with());
    if (add.kind() instanceof LinkKind.Veth veth) {
      born(target(veth.peerWith(), add.ns()), veth.peer(), veth.peerWith());
    }
  }

  private void born(Ns ns, String name, List<LinkChange> with) {
    for (LinkChange change : with) {
      if (change instanceof LinkChange.Index index) {
        Links links = links(ns);
        links.byName.putIfAbsent(name, index.ifindex()); // else it will be refused
        links.last = Math.max(links.last, index.ifindex());
      }
    }
  }

  private static boolean renamesOrMoves(Op.LinkSet set) {
    for (LinkChange change : set.changes()) {
      if (change instanceof LinkChange.Rename || change instanceof LinkChange.MoveTo) {
        return true;
      }
    }
    return false;
  }
}
