package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Endpoint;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.LabOps;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

/**
 * What is left on a machine of a lab that was put there: its namespaces as they are, and of the
 * machine's own network only the lab's links, and such routes, rules and values as the lab names.
 * All else there is not the lab's business.
 */
public final class HostPart {
  private final Kernel kernel;
  private final Lab wanted;
  private final Set<String> own;

  private HostPart(Kernel kernel, Lab wanted, Set<String> own) {
    this.kernel = kernel;
    this.wanted = wanted;
    this.own = own;
  }

  /**
   * The lab as it is now.
   *
   * @param own the links of the machine's own network that were made for the lab
   */
  public static Lab of(Kernel kernel, Lab lab, Set<String> own) {
    SimKernel model = new SimKernel(new World());
    model.applyAll(LabOps.build(lab));
    return new HostPart(kernel, Observer.lab(model, lab), own).read(lab);
  }

  private Lab read(Lab lab) {
    List<Ns> there = new ArrayList<>(kernel.namespaces());
    there.retainAll(lab.namespaces().stream().map(Namespace::ns).toList());
    there.addFirst(Ns.HOST);
    Lab all = Observer.lab(kernel, there, lab);
    List<Lab.Link> links =
        all.links().stream().filter(l -> isOurs(l.a()) && isOurs(l.b())).toList();
    List<Namespace> namespaces = new ArrayList<>();
    for (Namespace each : all.namespaces()) {
      Optional<Namespace> asked = wanted.namespace(each.ns());
      if (!each.ns().isHost()) {
        namespaces.add(with(each, without(each, all.links(), links)));
      } else if (asked.isPresent()) {
        namespaces.add(host(each, asked.get()));
      }
    }
    return new Lab(all.name(), all.title(), all.description(), namespaces, links, all.notes());
  }

  private boolean isOurs(Endpoint end) {
    return !end.ns().isHost() || own.contains(end.name());
  }

  /** Without the ends of somebody else's links. */
  private static List<Interface> without(
      Namespace inside, List<Lab.Link> all, List<Lab.Link> ours) {
    List<Endpoint> foreign = new ArrayList<>();
    for (Lab.Link each : all) {
      if (!ours.contains(each)) {
        foreign.addAll(List.of(each.a(), each.b()));
      }
    }
    return inside.interfaces().stream()
        .filter(i -> !foreign.contains(new Endpoint(inside.ns(), i.name())))
        .toList();
  }

  private static Namespace with(Namespace each, List<Interface> interfaces) {
    return new Namespace(
        each.ns(),
        interfaces,
        each.routes(),
        each.rules(),
        each.neighbours(),
        each.fdb(),
        each.sysctls(),
        each.iptables(),
        each.ruleset(),
        each.listen());
  }

  private Namespace host(Namespace there, Namespace asked) {
    Optional<Ruleset> rules = asked.ruleset().map(this::rules);
    Optional<String> text =
        rules.equals(asked.ruleset().map(Rules::bare))
            ? asked.iptables()
            : rules.flatMap(Rules::text);
    return new Namespace(
        Ns.HOST,
        there.interfaces().stream().filter(i -> own.contains(i.name())).toList(),
        both(there.routes(), asked.routes()),
        both(there.rules(), asked.rules()),
        there.neighbours().stream().filter(n -> own.contains(n.dev())).toList(),
        there.fdb().stream().filter(f -> own.contains(f.dev())).toList(),
        values(asked.sysctls()),
        text,
        text.isEmpty() ? Optional.empty() : rules,
        there.listen());
  }

  private static <T> List<T> both(List<T> there, Collection<T> asked) {
    return there.stream().filter(asked::contains).toList();
  }

  private Map<String, String> values(Map<String, String> asked) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : asked.keySet()) {
      kernel.sysctl(Ns.HOST, key).ifPresent(value -> values.put(key, value));
    }
    return values;
  }

  private Ruleset rules(Ruleset asked) {
    Ruleset there = kernel.iptables(Ns.HOST);
    List<Ruleset.Table> tables = new ArrayList<>();
    for (Ruleset.Table table : asked.tables()) {
      List<Ruleset.Chain> chains = new ArrayList<>();
      for (Ruleset.Chain chain : table.chains()) {
        there
            .table(table.name())
            .flatMap(t -> t.chain(chain.name()))
            .map(found -> part(found, chain))
            .ifPresent(chains::add);
      }
      tables.add(new Ruleset.Table(table.name(), chains));
    }
    return Rules.bare(new Ruleset(tables));
  }

  /** A policy is the lab's business where it is not the usual one. */
  private static Ruleset.Chain part(Ruleset.Chain found, Ruleset.Chain asked) {
    List<IptRule> rules = both(found.rules(), asked.rules());
    String policy = asked.policy().equals("ACCEPT") ? "ACCEPT" : found.policy();
    return new Ruleset.Chain(found.name(), policy, 0, 0, rules);
  }
}
