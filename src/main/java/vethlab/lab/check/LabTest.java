package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.SimulatedLab;
import vethlab.lab.check.Check.Moment;
import vethlab.lab.yaml.Problem;
import vethlab.sim.World;

/** All checks of one lab. */
public final class LabTest {
  private LabTest() {}

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

  /** Where the states of a lab come from that are asked. */
  public interface Networks {
    Network at(Moment moment) throws IOException;
  }

  /**
   * Asks all checks of a lab in the simulator.
   *
   * @param name by which the report calls it
   */
  public static Report simulated(String name, LabFolder folder) {
    LabFolder.Read read = folder.read();
    LabChecks checks = LabChecks.read(folder, read.lab());
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(checks.problems());
    if (!read.isSound() || problems.stream().anyMatch(Problem::isError)) {
      return new Report(name, problems, List.of());
    }
    Lab lab = read.lab().orElseThrow();
    SimulatedLab built = SimulatedLab.of(lab);
    problems.addAll(folder.refused(built.refusals()));
    if (!built.refusals().isEmpty()) {
      return new Report(name, problems, List.of());
    }
    return new Report(name, problems, ask(checks, new Simulated(built.world(), checks.session())));
  }

  static List<Asked> ask(LabChecks checks, Networks networks) {
    List<Asked> asked = new ArrayList<>();
    for (Check check : checks.checks()) {
      Outcome outcome;
      try {
        outcome = new Asking(networks.at(check.when()), checks.answers()).ask(check);
      } catch (IOException e) {
        outcome = Outcome.fails("not-asked", String.valueOf(e.getMessage()));
      }
      asked.add(new Asked(check, outcome));
    }
    return asked;
  }

  /** The session runs once, and only if somebody asks for what it leaves. */
  private static final class Simulated implements Networks {
    private final World built;
    private final String session;
    private Optional<World> afterwards = Optional.empty();

    Simulated(World built, String session) {
      this.built = built;
      this.session = session;
    }

    @Override
    public Network at(Moment moment) {
      return new SimNetwork(moment == Moment.BUILT ? built : afterwards());
    }

    private World afterwards() {
      if (afterwards.isEmpty()) {
        World world = built.copy();
        SimNetwork.play(world, session);
        afterwards = Optional.of(world);
      }
      return afterwards.get();
    }
  }
}
