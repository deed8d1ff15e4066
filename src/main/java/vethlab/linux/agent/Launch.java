package vethlab.linux.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.linux.libc.Libc;

/** The command line that starts an agent in namespaces of its own. */
public final class Launch {
  private static final List<String> ROOT =
      List.of(
          "unshare",
          "--net",
          "--mount",
          "--pid",
          "--fork",
          "--kill-child",
          "--mount-proc",
          "--propagation",
          "private");

  private static final List<String> USER =
      List.of(
          "unshare",
          "--user",
          "--map-current-user",
          "--keep-caps",
          "--net",
          "--mount",
          "--pid",
          "--fork",
          "--kill-child",
          "--mount-proc");

  private Launch() {}

  public static boolean root() {
    return Libc.getuid() == 0;
  }

  /** The command that makes the namespaces: with root's rights, or with a user namespace. */
  static List<String> unshare() {
    return root() ? ROOT : USER;
  }

  /** Why this user can't have a sandbox on this machine; empty when one can be had. */
  public static Optional<String> obstacle() {
    List<String> probe = new ArrayList<>(unshare());
    probe.add("true");
    try {
      Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said);
    } catch (IOException e) {
      return Optional.of("unshare, of util-linux, is missing: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** This very program, to be started once more as an agent. */
  static ProcessBuilder agent(List<String> options) {
    ProcessBuilder builder = new ProcessBuilder(command(options));
    TEMPORARY.forEach(name -> builder.environment().put(name, "/dev/shm"));
    return builder;
  }

  /**
   * Where libffi keeps a file open for writing, which would keep the file system that it is on from
   * being made read-only.
   */
  static final List<String> TEMPORARY = List.of("LIBFFI_TMPDIR", "TMPDIR");

  private static List<String> command(List<String> options) {
    List<String> words = new ArrayList<>(unshare());
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED"));
    words.addAll(cache());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), AgentMain.class.getName()));
    words.addAll(options);
    return words;
  }

  /** The cache that the build has made for this very command line, beside the program. */
  private static List<String> cache() {
    Path program = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
    Path cache = program.resolveSibling("agent.aot");
    return cache.toFile().lastModified() > program.toFile().lastModified()
        ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable")
        : List.of();
  }
}
