package vethlab.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.observe.HostPart;
import vethlab.lab.reconcile.HostReconcile;
import vethlab.lab.write.LabText;
import vethlab.linux.deploy.HostDeployment;
import vethlab.op.Commands;
import vethlab.op.Kernel;
import vethlab.op.Op;

/** A lab that is on the machine's own network, as it is and as it was deployed. */
record MachineLab(String name, HostDeployment machine, Kernel kernel, Lab deployed) {

  /** The lab of that name; empty where it is not there. */
  static Optional<MachineLab> of(String name, HostDeployment machine, Kernel kernel)
      throws IOException {
    return machine.isDeployed(name)
        ? RealMode.sandboxes()
            .deployed(name)
            .flatMap(text -> RunningLab.read(name, text))
            .map(lab -> new MachineLab(name, machine, kernel, lab))
        : Optional.empty();
  }

  /** As the lab is now; names, order and what nobody can see are another lab's. */
  Lab now(Lab like) throws IOException {
    return HostPart.of(kernel, like, machine.links(name));
  }

  /** What somebody has done to it since it was deployed. */
  List<Op> drift() throws IOException {
    return HostReconcile.plan(deployed, now(deployed));
  }

  /** What would make it again as it was deployed. */
  List<Op> wayBack() throws IOException {
    return HostReconcile.plan(now(deployed), deployed);
  }

  /** Does a lab say something else than what was deployed? */
  boolean isAnother(Lab lab) {
    return !HostReconcile.plan(deployed, lab).isEmpty();
  }

  /** Takes back what somebody has done; says how many operations that took. */
  int undo() throws IOException {
    Lab before = now(deployed);
    return machine.repair(name, this::wayBack, _ -> left(), () -> wayTo(before));
  }

  private Optional<String> left() throws IOException {
    return drift().stream()
        .findFirst()
        .map(op -> "what was built is not as it should be: " + Commands.text(op));
  }

  private List<Op> wayTo(Lab lab) throws IOException {
    return HostReconcile.plan(now(deployed), lab);
  }

  /** What somebody has done is the lab's from now on. */
  Lab adopt(Lab like) throws IOException {
    Lab now = now(like);
    machine.adopt(name, LabText.of(now));
    return now;
  }
}
