package vethlab.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.observe.Observer;
import vethlab.lab.read.LabReader;
import vethlab.lab.reconcile.Reconcile;
import vethlab.lab.yaml.Problems;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.deploy.SandboxDeployment;
import vethlab.op.Kernel;
import vethlab.op.Op;

/** A lab that runs in a sandbox, as it is and as it was deployed. */
record RunningLab(Sandbox sandbox, Lab deployed) implements AutoCloseable {

  /** The running lab of that name, to be closed again; empty where it is not running. */
  static Optional<RunningLab> of(String name) throws IOException {
    SandboxDeployment sandboxes = RealMode.sandboxes();
    Optional<Lab> deployed =
        sandboxes.isRunning(name)
            ? sandboxes.deployed(name).flatMap(text -> read(name, text))
            : Optional.empty();
    return deployed.isEmpty()
        ? Optional.empty()
        : sandboxes.connect(name).map(sandbox -> new RunningLab(sandbox, deployed.get()));
  }

  /** As the lab is now; names, order and what nobody can see are another lab's. */
  Lab now(Lab like) {
    return Observer.lab(sandbox.kernel(), like);
  }

  /** What somebody has done to it since it was deployed. */
  List<Op> drift() {
    return Reconcile.plan(deployed, now(deployed));
  }

  /** What would make it as a lab says. */
  List<Op> changesTo(Lab wanted) {
    return changesTo(wanted, sandbox.kernel());
  }

  private static List<Op> changesTo(Lab wanted, Kernel kernel) {
    return Reconcile.plan(Observer.lab(kernel, wanted), wanted);
  }

  /** What would make a sandbox as the text of a lab says. */
  static List<Op> changes(Kernel kernel, String text) {
    return read("lab", text).map(lab -> changesTo(lab, kernel)).orElse(List.of());
  }

  static Optional<Lab> read(String name, String text) {
    return LabReader.read(text, name, new Problems(name));
  }

  @Override
  public void close() throws IOException {
    sandbox.close();
  }
}
