package vethlab.linux;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import vethlab.linux.iptables.IptablesTools;
import vethlab.linux.iptables.LegacyTables;
import vethlab.linux.iptables.NftTables;
import vethlab.linux.iptables.RestoreText;
import vethlab.linux.iptables.SavedRules;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.attr.Netnsa;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Netns;
import vethlab.linux.request.Names;
import vethlab.linux.request.Request;
import vethlab.linux.request.Requests;
import vethlab.linux.request.RouteRequests;
import vethlab.linux.socket.KernelRefusal;
import vethlab.linux.view.AddressViews;
import vethlab.linux.view.BridgeViews;
import vethlab.linux.view.ConntrackViews;
import vethlab.linux.view.LinkNames;
import vethlab.linux.view.LinkViews;
import vethlab.linux.view.NeighbourViews;
import vethlab.linux.view.QdiscViews;
import vethlab.linux.view.RouteViews;
import vethlab.linux.view.RuleViews;
import vethlab.linux.view.SocketViews;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.Rule;
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
 * The kernel that this process runs on. Its host is the namespace of the process: the machine's
 * own, or in a sandbox a private one.
 */
public final class LinuxKernel implements Kernel, AutoCloseable {
  private static final int NO_NSID = -1;

  private final Namespaces namespaces;
  private final Names names;

  public LinuxKernel(Namespaces namespaces) {
    this.namespaces = namespaces;
    this.names =
        new Names() {
          @Override
          public int index(Ns ns, String link) {
            return LinkNames.index(namespaces.get(ns).route(), link)
                .orElseThrow(() -> new NoSuchDevice(link));
          }

          @Override
          public int fd(Ns ns) {
            return namespaces.get(ns).fd();
          }
        };
  }

  /** The namespace behind a name, for what is not an operation or a question. */
  public Netns netns(Ns ns) {
    return namespaces.get(ns);
  }

  /** Can this kernel make links of a kind? Tried where nobody sees it. */
  public Result probe(LinkKind kind) {
    try (Netns scratch = namespaces.scratch()) {
      return new KindProbe(scratch).of(kind);
    }
  }

  @Override
  public Result apply(Op op) {
    try {
      return apply(Requests.of(op, names));
    } catch (Names.NoSuchDevice _) {
      return Result.refused(Errno.ENODEV);
    } catch (NoSuchNamespace _) {
      return Result.refused(Errno.ENOENT);
    } catch (KernelRefusal e) {
      return e.why();
    }
  }

  @Override
  public List<Result> applyAll(List<Op> ops) {
    return Batch.apply(this, namespaces, ops);
  }

  private Result apply(Request request) {
    return switch (request) {
      case Request.Rtnetlink r -> namespaces.get(r.ns()).route().request(r.message());
      case Request.Netfilter r -> namespaces.get(r.ns()).netfilter().request(r.message());
      case Request.MakeNamespace r -> namespaces.make(List.of(r.name())).getFirst();
      case Request.DropNamespace r -> namespaces.drop(r.name());
      case Request.WriteSysctl r ->
          namespaces.get(r.ns()).inside(() -> Sysctls.write(r.key(), r.value()));
      case Request.DeleteConnections r -> deleteConnections(r);
      case Request.ChangeRules(Op.IptDeleteTable o) ->
          NftTables.delete(namespaces.get(o.ns()).netfilter(), o.table());
      case Request.ChangeRules r ->
          IptablesTools.restore(names.fd(r.op().ns()), RestoreText.of(List.of(r.op())));
      case Request.RestoreRules r ->
          IptablesTools.restore(
              names.fd(r.op().ns()), new RestoreText(r.op().ruleset().text(), r.op().mode()));
    };
  }

  private Result deleteConnections(Request.DeleteConnections request) {
    Netns netns = namespaces.get(request.ns());
    List<Message> deletions =
        ConntrackViews.all(netns.netfilter()).stream()
            .filter(request.filter()::matches)
            .map(ConntrackViews::delete)
            .toList();
    return netns.netfilter().requests(deletions).stream()
        .filter(result -> !result.ok())
        .findFirst()
        .orElse(Result.OK);
  }

  @Override
  public List<Ns> namespaces() {
    return namespaces.list();
  }

  @Override
  public Optional<Integer> nsid(Ns from, Ns other) {
    Message question =
        MessageBuilder.of(MessageType.RTM_GETNSID, 0, new Header.RtGen(Header.AF_UNSPEC))
            .u32(Netnsa.FD, names.fd(other))
            .build();
    int id =
        namespaces
            .get(from)
            .route()
            .ask(question, reply -> reply.attributes(4).u32(Netnsa.NSID, NO_NSID));
    return id == NO_NSID ? Optional.empty() : Optional.of(id);
  }

  /**
   * The names of the namespaces that {@code from} knows by numbers; the host's and an unknown one's
   * is empty. Most links lead to the host, so it is asked first.
   */
  private IntFunction<String> namesOfIds(Ns from) {
    Map<Integer, String> known = new HashMap<>();
    Deque<Ns> candidates = new ArrayDeque<>(List.of(Ns.HOST));
    candidates.addAll(namespaces.list());
    return id -> {
      while (!known.containsKey(id) && !candidates.isEmpty()) {
        Ns candidate = candidates.poll();
        try {
          nsid(from, candidate).ifPresent(found -> known.put(found, candidate.name()));
        } catch (NoSuchNamespace _) {
          continue; // gone since it was listed
        }
      }
      return known.getOrDefault(id, "");
    };
  }

  /** Asks something of a namespace; a refusal says what it was. */
  private <T> T ask(Ns ns, String what, Function<Netns, T> question) {
    try {
      return question.apply(namespaces.get(ns));
    } catch (KernelRefusal e) {
      String where = ns.isHost() ? "the host" : "namespace " + ns.name();
      throw e.about(what + " of " + where + " can't be read");
    }
  }

  @Override
  public List<LinkView> links(Ns ns) {
    return ask(ns, "links", n -> LinkViews.all(n.route(), namesOfIds(ns)));
  }

  @Override
  public List<AddrView> addresses(Ns ns) {
    return ask(ns, "addresses", n -> AddressViews.all(n.route()));
  }

  @Override
  public List<Route> routes(Ns ns) {
    return ask(ns, "routes", n -> RouteViews.all(n.route()));
  }

  @Override
  public List<Rule> rules(Ns ns) {
    return ask(ns, "policy rules", n -> RuleViews.all(n.route()));
  }

  @Override
  public List<NeighView> neighbours(Ns ns) {
    return ask(ns, "neighbours", n -> NeighbourViews.all(n.route()));
  }

  @Override
  public List<FdbView> fdb(Ns ns) {
    return ask(ns, "forwarding entries", n -> BridgeViews.fdb(n.route()));
  }

  @Override
  public List<BridgeVlanView> bridgeVlans(Ns ns) {
    return ask(ns, "VLANs", n -> BridgeViews.vlans(n.route()));
  }

  @Override
  public List<ConntrackView> conntrack(Ns ns) {
    return ask(ns, "connections", n -> ConntrackViews.all(n.netfilter()));
  }

  @Override
  public List<SocketView> sockets(Ns ns) {
    return ask(ns, "sockets", n -> n.inside(SocketViews::all));
  }

  @Override
  public List<QdiscView> qdiscs(Ns ns) {
    return ask(ns, "queueing disciplines", n -> QdiscViews.all(n.route()));
  }

  @Override
  public Ruleset iptables(Ns ns) {
    Netns netns = namespaces.get(ns);
    return NftTables.any(netns.netfilter()) || netns.inside(LegacyTables::any)
        ? SavedRules.read(IptablesTools.save(netns.fd()))
        : new Ruleset(List.of());
  }

  @Override
  public RouteAnswer routeGet(Ns ns, RouteQuery query) {
    try {
      return RouteViews.get(
          namespaces.get(ns).route(), RouteRequests.get(ns, query, names), query.fibMatch());
    } catch (Names.NoSuchDevice _) {
      return new RouteAnswer.Refused(new Result.Refused(Errno.ENODEV, ""));
    }
  }

  @Override
  public Optional<String> sysctl(Ns ns, String key) {
    return namespaces.get(ns).inside(() -> Sysctls.read(key));
  }

  @Override
  public Map<String, String> sysctls(Ns ns, List<String> keys) {
    return namespaces
        .get(ns)
        .inside(() -> {
          Map<String, String> values = new LinkedHashMap<>();
          keys.forEach(key -> Sysctls.read(key).ifPresent(value -> values.put(key, value)));
          return values;
        });
  }

  @Override
  public List<String> sysctlKeys(Ns ns) {
    return namespaces.get(ns).inside(Sysctls::keys);
  }

  @Override
  public void close() {
    namespaces.close();
  }
}
