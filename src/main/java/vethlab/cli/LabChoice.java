package vethlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.compare.Difference;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabText;
import vethlab.lab.yaml.Problem;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

/** A lab that a verb of real mode was given: read, and turned into what must be done and found. */
record LabChoice(String name, Lab lab, List<Op> ops) {

  /**
   * Reads a lab's folder.
   *
   * @throws Failure with all its mistakes
   */
  static LabChoice at(Path folder) {
    LabFolder.Read read = LabFolder.at(folder).read();
    if (!read.isSound()) {
      read.problems().stream().filter(Problem::isError).forEach(System.err::println);
      throw new Failure(ExitCodes.INVALID_LAB, folder + " is no sound lab");
    }
    Lab lab = read.lab().orElseThrow();
    return new LabChoice(name(folder), lab, LabOps.build(lab));
  }

  /** The name of a lab that is given as a folder or, once it runs, by its name. */
  static String name(Path folder) {
    return Files.isDirectory(folder)
        ? LabFolder.at(folder).name()
        : folder.getFileName().toString();
  }

  /**
   * As it can be put on the machine's own network: where a daemon of ours would outlive a kill,
   * nothing is started.
   *
   * @throws Failure where something listens in it
   */
  LabChoice forMachine() {
    for (Lab.Namespace each : lab.namespaces()) {
      if (!each.listen().isEmpty()) {
        throw new Failure(
            ExitCodes.FAILED,
            each.ns()
                + " listens on "
                + each.listen().getFirst()
                + ": on the machine's own network nothing is started that answers; deploy without"
                + " --host, or take listen out of the lab");
      }
    }
    return this;
  }

  /** The lab's namespaces, the host among them. */
  List<Ns> namespaces() {
    List<Ns> all = new ArrayList<>();
    lab.namespaces().forEach(each -> all.add(each.ns()));
    if (!all.contains(Ns.HOST)) {
      all.addFirst(Ns.HOST);
    }
    return all;
  }

  /** Where a sandbox's kernel is not as the lab's operations make it. */
  Optional<Difference> drift(Kernel kernel) {
    return drift(kernel, namespaces());
  }

  /** As {@link #drift}, without the host: on a machine there is more than the lab. */
  Optional<Difference> driftInside(Kernel kernel) {
    return drift(kernel, namespaces().stream().filter(ns -> !ns.isHost()).toList());
  }

  private Optional<Difference> drift(Kernel kernel, List<Ns> compared) {
    SimKernel model = new SimKernel(new World());
    model.applyAll(ops);
    return Difference.between(tables(model, compared), tables(kernel, compared));
  }

  private String tables(Kernel kernel, List<Ns> compared) {
    List<Ns> there = new ArrayList<>(compared);
    there.removeIf(ns -> !ns.isHost() && !kernel.namespaces().contains(ns));
    return withoutIdleChains(LabText.of(Observer.lab(kernel, there, lab)));
  }

  /** Built-in chains that let all pass say nothing: looking at a table makes them. */
  static String withoutIdleChains(String text) {
    return text.replaceAll("(?m)^ *:(PREROUTING|INPUT|FORWARD|OUTPUT|POSTROUTING) ACCEPT.*\n", "");
  }
}
