package vethlab.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vethlab.lab.write.LabText;
import vethlab.linux.deploy.LabFolders;
import vethlab.linux.deploy.SandboxDeployment;

/**
 * What the AOT cache is made from: runs the verbs as people do and drops what they print. The only
 * argument is the project's folder.
 */
final class Training {
  static final String DEPLOYED = "labs/container-to-internet";

  private Training() {}

  public static void main(String[] args) throws IOException {
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(silent);
    System.setErr(silent);
    Main.execute("--version");
    Main.execute("--help");
    Path capture = Files.createTempFile("training", ".pcapng");
    try {
      for (Path script : sessions(Path.of(args[0], "labs"))) {
        Main.execute("run", script.toString());
        Main.execute(
            "run", "--explain", "--stats", "--capture", capture.toString(), script.toString());
      }
    } finally {
      Files.delete(capture);
    }
    Main.execute("validate", Path.of(args[0], "labs").toString());
    Main.execute("test", Path.of(args[0], "labs").toString());
    Main.execute("doctor");
    Path labs = Files.createTempDirectory("training");
    try {
      deploy(new SandboxDeployment(new LabFolders(labs), RunningLab::changes), Path.of(args[0]));
    } catch (IOException _) {
      return; // no sandboxes here: nobody will wait for one
    }
  }

  /** What {@code deploy} does, in a place of its own. */
  private static void deploy(SandboxDeployment sandboxes, Path project) throws IOException {
    LabChoice lab = LabChoice.at(project.resolve(DEPLOYED));
    sandboxes.deploy(
        lab.name(),
        lab.ops(),
        LabText.of(lab.lab()),
        kernel -> lab.drift(kernel).map(DeployCommand::sentence),
        _ -> {});
    sandboxes.destroy(lab.name());
  }

  private static List<Path> sessions(Path labs) throws IOException {
    if (!Files.isDirectory(labs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(labs)) {
      return folders
          .map(folder -> folder.resolve("session.sh"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }
}
