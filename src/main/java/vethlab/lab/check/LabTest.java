package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.SimulatedLab;
import vethlab.lab.check.Outcome.Remark;
import vethlab.lab.yaml.Problem;
import vethlab.op.Commands;

/** All checks of one lab. */
public final class LabTest {
  private static final int MOST_HINTS = 6;

  private LabTest() {}

  /** Who is asked. */
  public enum Kernels {
    SIMULATED,
    /** This machine's, and the simulator for the reasons. */
    REAL
  }

  /** What became of one check. */
  public record Asked(Check check, Outcome outcome) {}

  /**
   * What became of a lab.
   *
   * @param problems for which it could not be tested
   * @param hints where the lab may be broken, if it does not pass
   */
  public record Report(String lab, List<Problem> problems, List<Asked> asked, List<Remark> hints) {
    Report(String lab, List<Problem> problems, List<Asked> asked) {
      this(lab, problems, asked, List.of());
    }

    public boolean isInvalid() {
      return problems.stream().anyMatch(Problem::isError);
    }

    public long passed() {
      return asked.stream().filter(each -> each.outcome().holds()).count();
    }

    public boolean passes() {
      return !isInvalid() && passed() == asked.size();
    }
  }

  /**
   * Asks all checks of a lab.
   *
   * @param name by which the report calls it
   */
  public static Report of(String name, LabFolder folder, Kernels kernels) {
    LabFolder.Read read = folder.read();
    LabChecks checks = LabChecks.read(folder, read.lab());
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(checks.problems());
    if (problems.stream().anyMatch(Problem::isError) || read.lab().isEmpty()) {
      return new Report(name, problems, List.of());
    }
    Lab lab = read.lab().get();
    SimulatedLab built = SimulatedLab.of(lab);
    problems.addAll(folder.refused(built.refusals()));
    SimStates simulated = new SimStates(built.world(), checks);
    List<Asked> asked =
        built.refusals().isEmpty()
            ? ask(
                checks,
                kernels == Kernels.REAL ? new RealStates(lab, checks, simulated) : simulated)
            : List.of();
    Report report = new Report(name, problems, asked);
    return report.passes() ? report : new Report(name, problems, asked, hints(lab, built, checks));
  }

  private static List<Remark> hints(Lab lab, SimulatedLab built, LabChecks checks) {
    return SetupDifference.missing(lab, built.world(), checks.script().setup()).stream()
        .limit(MOST_HINTS)
        .map(op -> Remark.of("setup.more", Commands.text(op).lines().findFirst().orElse("")))
        .toList();
  }

  private static List<Asked> ask(LabChecks checks, States states) {
    Map<Check, Outcome> outcomes = new LinkedHashMap<>();
    checks.checks().forEach(check -> outcomes.put(check, Outcome.fails("not-asked", "")));
    try (states) {
      for (Check check : checks.checks().stream().sorted(states.order()).toList()) {
        outcomes.put(check, ask(check, states));
      }
    } catch (IOException _) {
      return asked(outcomes); // a sandbox that does not close is gone with this process
    }
    return asked(outcomes);
  }

  private static List<Asked> asked(Map<Check, Outcome> outcomes) {
    List<Asked> asked = new ArrayList<>();
    outcomes.forEach((check, outcome) -> asked.add(new Asked(check, outcome)));
    return asked;
  }

  private static Outcome ask(Check check, States states) {
    try {
      return states.ask(check);
    } catch (IOException e) {
      return Outcome.fails("not-asked", String.valueOf(e.getMessage()));
    }
  }
}
