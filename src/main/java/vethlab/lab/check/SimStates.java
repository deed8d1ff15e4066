package vethlab.lab.check;

import java.io.IOException;
import java.util.Optional;
import vethlab.lab.check.Check.Moment;
import vethlab.sim.World;

/** Asks the simulator. The session runs once, and only if somebody asks for what it leaves. */
final class SimStates implements States {
  private final World built;
  private final LabChecks checks;
  private Optional<World> afterwards = Optional.empty();
  private Optional<IOException> unfinished = Optional.empty();

  SimStates(World built, LabChecks checks) {
    this.built = built;
    this.checks = checks;
  }

  @Override
  public Outcome ask(Check check) throws IOException {
    return new Asking(at(check.when()), checks.answers()).ask(check);
  }

  SimNetwork at(Moment moment) throws IOException {
    return new SimNetwork(moment == Moment.BUILT ? built : afterwards());
  }

  private World afterwards() throws IOException {
    if (unfinished.isPresent()) {
      throw unfinished.get();
    }
    if (afterwards.isEmpty()) {
      World world = built.copy();
      try {
        SimNetwork.play(world, checks.script().session());
      } catch (IOException e) {
        unfinished = Optional.of(e);
        throw e;
      }
      afterwards = Optional.of(world);
    }
    return afterwards.get();
  }
}
