package vethlab.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.RealServices;
import vethlab.lab.compare.Difference;
import vethlab.lab.write.LabEditor;
import vethlab.lab.write.LabText;
import vethlab.op.Commands;
import vethlab.op.Kernel;
import vethlab.op.Op;

/** {@code vethlab deploy}: a lab on the real kernel. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description = {
      "Build a lab on the real kernel, in a sandbox that stays until it is destroyed. What was"
          + " built",
      "is read back and compared. A failure takes everything back. A lab that runs is changed into",
      "what the lab says now; what somebody else has changed in it is not overwritten unasked."
    })
final class DeployCommand implements Callable<Integer> {
  @Parameters(paramLabel = "LAB", description = "The lab's folder.")
  private Path lab = Path.of("");

  @Option(
      names = "--host",
      description = "On the machine's own network. Refuses to touch what Vethlab did not make.")
  private boolean host;

  @ArgGroup private Drift drift = new Drift();

  /** What to do with changes that somebody else has made to a lab that runs. */
  private static final class Drift {
    @Option(names = "--undo", description = "Take back what somebody has changed in a running lab.")
    private boolean undo;

    @Option(
        names = "--adopt",
        description = "Write what somebody has changed in a running lab into the lab.")
    private boolean adopt;
  }

  @Override
  public Integer call() throws Exception {
    LabChoice choice = LabChoice.at(lab);
    return RealMode.guarded(() -> host ? onHost(choice.forMachine()) : inSandbox(choice));
  }

  private int inSandbox(LabChoice choice) throws IOException {
    Optional<RunningLab> running = RunningLab.of(choice.name());
    if (running.isPresent()) {
      try (RunningLab open = running.get()) {
        return drift.adopt ? adopt(choice, open) : change(choice, open);
      }
    }
    RealMode.needSandbox();
    RealMode.sandboxes()
        .deploy(
            choice.name(),
            choice.ops(),
            LabText.of(choice.lab()),
            kernel -> wrong(choice, kernel),
            sandbox -> RealServices.listen(sandbox, choice.lab()));
    System.err.println(choice.name() + " is deployed: " + choice.ops().size() + " operations");
    return ExitCodes.OK;
  }

  private int change(LabChoice choice, RunningLab running) throws IOException {
    List<Op> changes = running.changesTo(choice.lab());
    if (changes.isEmpty() && RealServices.same(running.deployed(), choice.lab())) {
      System.err.println(choice.name() + " is deployed already; nothing to change");
      return ExitCodes.OK;
    }
    List<Op> byOthers = drift.undo ? List.of() : running.drift();
    if (!byOthers.isEmpty()) {
      throw changed(choice.name() + " runs", byOthers);
    }
    RealMode.sandboxes()
        .change(
            choice.name(),
            changes,
            LabText.of(running.now(running.deployed())),
            LabText.of(choice.lab()),
            kernel -> wrong(choice, kernel),
            sandbox -> RealServices.change(sandbox, running.deployed(), choice.lab()));
    System.err.println(choice.name() + " is changed: " + changes.size() + " operations");
    return ExitCodes.OK;
  }

  private int adopt(LabChoice choice, RunningLab running) throws IOException {
    Path file = LabFolder.at(lab).file(LabFolder.LAB);
    Lab now = running.now(choice.lab());
    Files.writeString(file, LabEditor.update(Files.readString(file), now));
    RealMode.sandboxes().adopt(choice.name(), LabText.of(now));
    System.err.println(file + " says what " + choice.name() + " is now");
    return ExitCodes.OK;
  }

  private static Optional<String> wrong(LabChoice choice, Kernel kernel) {
    return choice.drift(kernel).map(DeployCommand::notAsItShouldBe);
  }

  private static String notAsItShouldBe(Difference d) {
    return "what was built is not as it should be: " + sentence(d);
  }

  static String sentence(Difference d) {
    return "there is `" + d.actual().strip() + "` and should be `" + d.expected().strip() + "`";
  }

  private int onHost(LabChoice choice) throws IOException {
    return RealMode.onHost((deployment, kernel) -> {
      Optional<MachineLab> there = MachineLab.of(choice.name(), deployment, kernel);
      if (there.isPresent()) {
        return again(choice, there.get());
      }
      deployment.deploy(
          choice.name(),
          choice.ops(),
          LabText.of(choice.lab()),
          built -> choice.driftInside(built).map(DeployCommand::notAsItShouldBe));
      System.err.println(
          choice.name() + " is on the machine: " + choice.ops().size() + " operations");
      return ExitCodes.OK;
    });
  }

  private int again(LabChoice choice, MachineLab there) throws IOException {
    if (drift.adopt) {
      Path file = LabFolder.at(lab).file(LabFolder.LAB);
      Files.writeString(file, LabEditor.update(Files.readString(file), there.adopt(choice.lab())));
      System.err.println(file + " says what " + choice.name() + " is now");
      return ExitCodes.OK;
    }
    if (there.isAnother(choice.lab())) {
      throw new Failure(
          ExitCodes.DIFFERS,
          "the lab has changed since "
              + choice.name()
              + " was put on the machine; destroy it first");
    }
    List<Op> byOthers = there.drift();
    if (byOthers.isEmpty()) {
      System.err.println(choice.name() + " is on the machine already");
    } else if (drift.undo) {
      System.err.println(choice.name() + " is as it was: " + there.undo() + " operations");
    } else {
      throw changed(choice.name() + " is on the machine", byOthers);
    }
    return ExitCodes.OK;
  }

  private static Failure changed(String where, List<Op> byOthers) {
    return new Failure(
        ExitCodes.DIFFERS,
        where
            + ", and somebody has changed it:\n"
            + byOthers.stream().map(op -> "  " + Commands.text(op) + "\n").collect(joining())
            + "--undo takes that back, --adopt writes it into the lab");
  }
}
