package vethlab.lab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.observe.Observer;
import vethlab.op.Kernel;
import vethlab.op.Op;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

/**
 * What must be done to a network that stands so that it is as a lab says: only what differs. The
 * changes are tried on the simulated kernel, as one may take with it what another needs: a link
 * takes its addresses, an address its routes.
 */
public final class Reconcile {
  private static final int ROUNDS = 5;

  private Reconcile() {}

  /**
   * The changes, in an order in which each one can succeed; none where nothing differs.
   *
   * @param now what was observed
   */
  public static List<Op> plan(Lab now, Lab wanted) {
    Kernel goal = built(wanted);
    Kernel trial = built(now);
    Lab target = Observer.lab(goal, wanted);
    List<Op> plan = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Op> changes = new Changes(Observer.lab(trial, wanted), target, goal).all();
      if (changes.isEmpty()) {
        break;
      }
      done(trial, changes).forEach(plan::add);
    }
    return plan;
  }

  /** What is refused waits for something that comes with a later round. */
  private static Stream<Op> done(Kernel trial, List<Op> changes) {
    return changes.stream().filter(op -> trial.apply(op).ok());
  }

  private static Kernel built(Lab lab) {
    SimKernel kernel = new SimKernel(new World());
    kernel.applyAll(LabOps.build(lab));
    return kernel;
  }
}
