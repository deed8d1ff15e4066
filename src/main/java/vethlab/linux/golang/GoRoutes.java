package vethlab.linux.golang;

import static vethlab.linux.golang.GoText.at;
import static vethlab.linux.golang.GoText.fields;
import static vethlab.linux.golang.GoText.index;
import static vethlab.linux.golang.GoText.string;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.Rule;

/** Routes and policy rules as values of netlink.Route and netlink.Rule. */
final class GoRoutes {
  private GoRoutes() {}

  static String change(Op.RouteChange op) {
    String call =
        switch (op.verb()) {
          case ADD -> "RouteAdd";
          case APPEND, PREPEND -> "RouteAppend";
          case REPLACE, CHANGE -> "RouteReplace";
          case DELETE -> "RouteDel";
        };
    return at(op.ns()) + "." + call + "(" + route(op.ns(), op.route()) + ")";
  }

  private static String route(Ns ns, Route route) {
    GoText.Fields fields = fields();
    List<Route.NextHop> hops = route.hops();
    if (hops.size() == 1) {
      Route.NextHop hop = hops.getFirst();
      hop.dev().ifPresent(dev -> fields.add("LinkIndex", index(ns, dev)));
      hop.gateway().ifPresent(gateway -> fields.add("Gw", GoText.ip(gateway)));
      fields.addIf((hop.flags() & Route.NextHop.ONLINK) != 0, "Flags", "int(netlink.FLAG_ONLINK)");
    } else if (hops.size() > 1) {
      List<String> all = new ArrayList<>();
      hops.forEach(hop -> all.add(hop(ns, hop)));
      fields.add("MultiPath", "[]*netlink.NexthopInfo{" + String.join(", ", all) + "}");
    }
    return fields
        .addIf(route.to().length() > 0, "Dst", GoText.net(route.to()))
        .addIf(route.source().isPresent(), "Src", route.source().map(GoText::ip).orElse(""))
        .addIf(route.metric() != 0, "Priority", route.metric())
        .addIf(route.table() != Route.MAIN, "Table", route.table())
        .addIf(route.type() != Route.RouteType.UNICAST, "Type", "unix.RTN_" + route.type().name())
        .addIf(route.scope() > 0, "Scope", route.scope())
        .addIf(route.tos() != 0, "Tos", route.tos())
        .addIf(route.protocol() != Route.PROTO_UNSPEC, "Protocol", route.protocol())
        .addIf(route.metrics().mtu() != 0, "MTU", route.metrics().mtu())
        .addIf(route.metrics().advmss() != 0, "AdvMSS", route.metrics().advmss())
        .of("&netlink.Route");
  }

  private static String hop(Ns ns, Route.NextHop hop) {
    return fields()
        .addIf(hop.dev().isPresent(), "LinkIndex", hop.dev().map(d -> index(ns, d)).orElse(""))
        .addIf(hop.gateway().isPresent(), "Gw", hop.gateway().map(GoText::ip).orElse(""))
        .addIf(hop.weight() > 1, "Hops", hop.weight() - 1)
        .of("");
  }

  /** NewRule makes one whose fields say "not given". */
  static String rule(Rule rule) {
    List<String> set = new ArrayList<>();
    set.add("r.Family = unix.AF_INET");
    rule.priority().ifPresent(p -> set.add("r.Priority = " + p));
    rule.from().ifPresent(p -> set.add("r.Src = " + GoText.net(p)));
    rule.to().ifPresent(p -> set.add("r.Dst = " + GoText.net(p)));
    rule.fwmark().ifPresent(m -> set.add("r.Mark = " + m));
    rule.fwmask().ifPresent(m -> set.add("r.Mask = " + m));
    rule.iif().ifPresent(i -> set.add("r.IifName = " + string(i)));
    rule.oif().ifPresent(o -> set.add("r.OifName = " + string(o)));
    rule.ipProtocol().ifPresent(p -> set.add("r.IPProto = " + p));
    rule.sourcePorts().ifPresent(p -> set.add("r.Sport = " + ports(p)));
    rule.destinationPorts().ifPresent(p -> set.add("r.Dport = " + ports(p)));
    rule.suppressPrefixLength().ifPresent(l -> set.add("r.SuppressPrefixlen = " + l));
    if (rule.not()) {
      set.add("r.Invert = true");
    }
    if (rule.tos() != 0) {
      set.add("r.Tos = " + rule.tos());
    }
    switch (rule.action()) {
      case Rule.Action.Lookup lookup -> set.add("r.Table = " + lookup.table());
      case Rule.Action.Goto to -> set.add("r.Goto = " + to.priority());
      // The library knows no other actions.
      case Rule.Action.Nop _,
          Rule.Action.Blackhole _,
          Rule.Action.Unreachable _,
          Rule.Action.Prohibit _ -> {}
    }
    return "rule(func(r *netlink.Rule) { " + String.join("; ", set) + " })";
  }

  private static String ports(Rule.Ports ports) {
    return "netlink.NewRulePortRange(" + ports.first() + ", " + ports.last() + ")";
  }
}
