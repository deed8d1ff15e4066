package vethlab.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What the AOT cache is made from: runs each verb once, as people do, and drops what it prints. The
 * only argument is the project's folder.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) {
    Path root = Path.of(args[0]);
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    System.setOut(silent);
    System.setErr(silent);
    Main.execute("--version");
    Main.execute("--help");
    Main.execute("run", root.resolve("labs/veth-pair/session.sh").toString());
  }
}
