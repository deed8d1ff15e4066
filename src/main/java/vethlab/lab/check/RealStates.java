package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.check.Check.Moment;
import vethlab.lab.check.Outcome.Remark;
import vethlab.lab.compare.Difference;
import vethlab.lab.compare.TraceText;

/**
 * Asks this machine's kernel. Whoever sends packets gets a sandbox of their own; tables are read in
 * one. What only the simulator can tell it is asked: which step decided.
 */
final class RealStates implements States {
  private final Lab lab;
  private final LabChecks checks;
  private final SimStates simulated;
  private final Map<Moment, RealNetwork> still = new EnumMap<>(Moment.class);

  RealStates(Lab lab, LabChecks checks, SimStates simulated) {
    this.lab = lab;
    this.checks = checks;
    this.simulated = simulated;
  }

  @Override
  public Outcome ask(Check check) throws IOException {
    return switch (check.asks()) {
      case Check.Answer _ -> simulated.ask(check);
      case Check.Table _ -> new Asking(still(check.when()), checks.answers()).ask(check);
      case Check.Way way -> way(check, way.probe());
      default -> {
        try (RealNetwork network = at(check.when())) {
          yield explained(check, new Asking(network, checks.answers()).ask(check));
        }
      }
    };
  }

  private RealNetwork still(Moment moment) throws IOException {
    RealNetwork known = still.get(moment);
    if (known == null) {
      known = at(moment);
      still.put(moment, known);
    }
    return known;
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
  private Outcome way(Check check, Probe probe) throws IOException {
    Outcome outcome = simulated.ask(check);
    if (!outcome.holds()) {
      return outcome;
    }
    try (RealNetwork network = at(check.when())) {
      String real = TraceText.of(network.run(probe.script()).frames());
      String model = TraceText.of(simulated.at(check.when()).run(probe.script()).frames());
      Optional<Difference> difference = Difference.between(real, model);
      return difference
          .map(d ->
              Outcome.fails("real.frames", d.section().replace("# ", ""), d.expected(), d.actual()))
          .orElse(Outcome.HOLDS);
    }
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
    for (RealNetwork each : still.values()) {
      each.close();
    }
  }
}
