package vethlab.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vethlab.op.Errno;
import vethlab.op.Kernel;
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

/** A kernel that shows what it is told to show, remembers what is asked of it and agrees. */
public final class FakeKernel implements Kernel {
  public final List<Op> ops = new ArrayList<>();
  public final List<Ns> namespaces = new ArrayList<>();
  public final List<LinkView> links = new ArrayList<>();
  public final List<AddrView> addresses = new ArrayList<>();
  public final List<Route> routes = new ArrayList<>();
  public final List<Rule> rules = new ArrayList<>();
  public final List<NeighView> neighbours = new ArrayList<>();
  public final List<FdbView> fdb = new ArrayList<>();
  public final List<BridgeVlanView> vlans = new ArrayList<>();
  public final List<SocketView> sockets = new ArrayList<>();
  public final List<QdiscView> qdiscs = new ArrayList<>();
  public final Map<String, String> sysctls = new LinkedHashMap<>();
  public Function<Op, Result> answer = op -> Result.OK;

  @Override
  public Result apply(Op op) {
    ops.add(op);
    return answer.apply(op);
  }

  @Override
  public List<Ns> namespaces() {
    return namespaces;
  }

  @Override
  public Optional<Integer> nsid(Ns from, Ns other) {
    return Optional.empty();
  }

  @Override
  public List<LinkView> links(Ns ns) {
    return links;
  }

  @Override
  public List<AddrView> addresses(Ns ns) {
    return addresses;
  }

  @Override
  public List<Route> routes(Ns ns) {
    return routes;
  }

  @Override
  public List<Rule> rules(Ns ns) {
    return rules;
  }

  @Override
  public List<NeighView> neighbours(Ns ns) {
    return neighbours;
  }

  @Override
  public List<FdbView> fdb(Ns ns) {
    return fdb;
  }

  @Override
  public List<BridgeVlanView> bridgeVlans(Ns ns) {
    return vlans;
  }

  @Override
  public List<ConntrackView> conntrack(Ns ns) {
    return List.of();
  }

  @Override
  public List<SocketView> sockets(Ns ns) {
    return sockets;
  }

  @Override
  public List<QdiscView> qdiscs(Ns ns) {
    return qdiscs;
  }

  @Override
  public Ruleset iptables(Ns ns) {
    return Ruleset.EMPTY;
  }

  @Override
  public RouteAnswer routeGet(Ns ns, RouteQuery query) {
    return new RouteAnswer.Refused(new Result.Refused(Errno.ENETUNREACH, ""));
  }

  @Override
  public Optional<String> sysctl(Ns ns, String key) {
    return Optional.ofNullable(sysctls.get(key));
  }

  @Override
  public List<String> sysctlKeys(Ns ns) {
    return List.copyOf(sysctls.keySet());
  }
}
