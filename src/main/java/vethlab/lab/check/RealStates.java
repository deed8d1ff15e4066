package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vethlab.lab.Lab;
import vethlab.lab.check.Check.Moment;
import vethlab.lab.check.Outcome.Remark;
import vethlab.lab.compare.Difference;
import vethlab.lab.compare.TraceText;

/**
 * Asks this machine's kernel. A sandbox is shared as long as nobody can see what another did: who
 * only looks comes first, then who sends packets, whose traces are forgotten; who changes something
 * has a sandbox of their own. What only the simulator can tell it is asked: who changes something,
 * and which step decided.
 */
final class RealStates implements States {

  /** How a check uses a sandbox, in the order in which they are asked. */
  private enum Use {
    LOOKS,
    SENDS,
    ALONE
  }

  private final Lab lab;
  private final LabChecks checks;
  private final SimStates simulated;
  private final Map<Moment, RealNetwork> shared = new EnumMap<>(Moment.class);

  RealStates(Lab lab, LabChecks checks, SimStates simulated) {
    this.lab = lab;
    this.checks = checks;
    this.simulated = simulated;
  }

  @Override
  public Comparator<Check> order() {
    return Comparator.comparing(this::use);
  }

  private Use use(Check check) {
    boolean built = check.when() == Moment.BUILT;
    return switch (check.asks()) {
      case Check.Answer _, Check.Table _ -> Use.LOOKS;
      case Check.Output output -> isQuiet(check.when(), output) ? Use.LOOKS : Use.ALONE;
      case Check.Reach _, Check.NoReach _ -> Use.SENDS;
      // what the session has taught must still be there when their frames are looked at
      case Check.Way _, Check.Frames _ -> built ? Use.SENDS : Use.ALONE;
    };
  }

  /** Whether a command in the simulator neither sends a packet nor changes anything. */
  private boolean isQuiet(Moment moment, Check.Output output) {
    try {
      return simulated.at(moment).isUnmoved(Typed.shell(output.ns(), output.run()));
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public Outcome ask(Check check) throws IOException {
    if (check.asks() instanceof Check.Answer) {
      return simulated.ask(check);
    }
    Use use = use(check);
    if (use == Use.ALONE) {
      try (RealNetwork network = at(check.when())) {
        return ask(check, network);
      }
    }
    try {
      RealNetwork network = shared(check.when());
      Outcome outcome = ask(check, network);
      if (use == Use.SENDS && check.when() == Moment.BUILT) {
        network.forget();
      }
      return outcome;
    } catch (IOException e) {
      discard(check.when());
      throw e;
    }
  }

  private Outcome ask(Check check, RealNetwork network) throws IOException {
    return check.asks() instanceof Check.Way way
        ? way(check, way.probe(), network)
        : explained(check, new Asking(network, checks.answers()).ask(check));
  }

  private RealNetwork shared(Moment moment) throws IOException {
    RealNetwork known = shared.get(moment);
    if (known == null) {
      known = at(moment);
      shared.put(moment, known);
    }
    return known;
  }

  private void discard(Moment moment) throws IOException {
    RealNetwork spoilt = shared.remove(moment);
    if (spoilt != null) {
      spoilt.close();
    }
  }

  private RealNetwork at(Moment moment) throws IOException {
    RealNetwork network = RealNetwork.of(lab);
    if (moment == Moment.AFTER_SESSION) {
      try {
        network.run(checks.script().session());
      } catch (IOException e) {
        network.close();
        throw e;
      }
    }
    return network;
  }

  /** The kernel's packets go the way of the simulator's where their frames are the same. */
  private Outcome way(Check check, Probe probe, RealNetwork network) throws IOException {
    Outcome outcome = simulated.ask(check);
    if (!outcome.holds()) {
      return outcome;
    }
    String real = TraceText.of(network.run(probe.script()).frames());
    String model = TraceText.of(simulated.at(check.when()).run(probe.script()).frames());
    return Difference.between(real, model)
        .map(d ->
            Outcome.fails("real.frames", d.section().replace("# ", ""), d.expected(), d.actual()))
        .orElse(Outcome.HOLDS);
  }

  private Outcome explained(Check check, Outcome outcome) throws IOException {
    if (!(outcome instanceof Outcome.Fails fails)) {
      return outcome;
    }
    List<Remark> seen = new ArrayList<>(fails.seen());
    switch (simulated.ask(check)) {
      case Outcome.Fails(List<Remark> there) ->
          there.stream().filter(Remark.AtStep.class::isInstance).forEach(seen::add);
      case Outcome.Holds _ -> seen.add(Remark.of("real.alone"));
    }
    return new Outcome.Fails(List.copyOf(seen));
  }

  @Override
  public void close() throws IOException {
    for (RealNetwork each : shared.values()) {
      each.close();
    }
  }
}
