package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.SimulatedLab;
import vethlab.lab.yaml.Problem;

/** All checks of one lab. */
public final class LabTest {
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
   */
  public record Report(String lab, List<Problem> problems, List<Asked> asked) {
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
    if (!built.refusals().isEmpty()) {
      return new Report(name, problems, List.of());
    }
    SimStates simulated = new SimStates(built.world(), checks);
    return switch (kernels) {
      case SIMULATED -> new Report(name, problems, ask(checks, simulated));
      case REAL -> new Report(name, problems, ask(checks, new RealStates(lab, checks, simulated)));
    };
  }

  private static List<Asked> ask(LabChecks checks, States states) {
    List<Asked> asked = new ArrayList<>();
    try (states) {
      for (Check check : checks.checks()) {
        asked.add(new Asked(check, ask(check, states)));
      }
    } catch (IOException _) {
      return asked; // a sandbox that does not close is gone with this process
    }
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
