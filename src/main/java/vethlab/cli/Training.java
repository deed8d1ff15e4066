package vethlab.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the AOT cache is made from: runs the verbs as people do and drops what they print. The only
 * argument is the project's folder.
 */
final class Training {
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
