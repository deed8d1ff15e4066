package vethlab.op;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.iptables.Ruleset;
import vethlab.op.view.AddrView;
import vethlab.op.view.BridgeVlanView;
import vethlab.op.view.ConntrackView;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.op.view.NeighView;
import vethlab.op.view.QdiscView;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.op.view.SocketView;

/**
 * The port behind which a kernel stands, the simulated or the real one. Answers are pictures taken
 * at the moment of the call. Asking about a namespace that does not exist throws {@link
 * NoSuchNamespace}.
 */
public interface Kernel {
  Result apply(Op op);

  /**
   * Applies operations in their order; those after a refused one are applied all the same.
   *
   * @return each one's result
   */
  default List<Result> applyAll(List<Op> ops) {
    return ops.stream().map(this::apply).toList();
  }

  /** Named namespaces, newest first, as {@code ip netns list} prints them. */
  List<Ns> namespaces();

  /** The id by which {@code from} knows {@code other}, if it has given it one. */
  Optional<Integer> nsid(Ns from, Ns other);

  default boolean exists(Ns ns) {
    return ns.isHost() || namespaces().contains(ns);
  }

  /** By ifindex. */
  List<LinkView> links(Ns ns);

  default Optional<LinkView> link(Ns ns, String name) {
    return links(ns).stream().filter(link -> link.name().equals(name)).findFirst();
  }

  default Optional<LinkView> linkAt(Ns ns, int ifindex) {
    return links(ns).stream().filter(link -> link.index() == ifindex).findFirst();
  }

  List<AddrView> addresses(Ns ns);

  /** Every table's routes, in the order the kernel dumps them. */
  List<Route> routes(Ns ns);

  /** The numbers of the routing tables that exist: a table stays once it has had a route. */
  default List<Integer> routeTables(Ns ns) {
    return routes(ns).stream().map(Route::table).distinct().toList();
  }

  /**
   * What ICMP taught about single destinations: path MTUs, redirects ({@code ip route show cache}).
   */
  default List<RouteAnswer.Found> routeCache(Ns ns) {
    return List.of();
  }

  List<Rule> rules(Ns ns);

  List<NeighView> neighbours(Ns ns);

  List<FdbView> fdb(Ns ns);

  List<BridgeVlanView> bridgeVlans(Ns ns);

  List<ConntrackView> conntrack(Ns ns);

  List<SocketView> sockets(Ns ns);

  List<QdiscView> qdiscs(Ns ns);

  /** The tables that exist (a table appears when it is first used), with counters. */
  Ruleset iptables(Ns ns);

  RouteAnswer routeGet(Ns ns, RouteQuery query);

  /** The value under a dotted key; empty when there is no such key. */
  Optional<String> sysctl(Ns ns, String key);

  /** The values of many keys at once; a key that there is not is left out. */
  default Map<String, String> sysctls(Ns ns, List<String> keys) {
    Map<String, String> values = new LinkedHashMap<>();
    keys.forEach(key -> sysctl(ns, key).ifPresent(value -> values.put(key, value)));
    return values;
  }

  List<String> sysctlKeys(Ns ns);

  /** Raised when a question names a namespace that is not there. */
  final class NoSuchNamespace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ns namespace;

    public NoSuchNamespace(Ns ns) {
      super("no network namespace " + ns);
      this.namespace = ns;
    }

    public Ns namespace() {
      return namespace;
    }
  }
}
