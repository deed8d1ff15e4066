package vethlab.linux;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import vethlab.linux.agent.Launch;

/**
 * A machine of its own made of namespaces, on which {@code vethlab} is a command: {@code
 * src/test/sh/private-machine}.
 */
public final class PrivateMachine {
  private static final long MINUTES = 10;

  private PrivateMachine() {}

  /** How a script ended, and what it printed on both streams. */
  public record Outcome(int status, String printed) {}

  /** Skips the test where only root can read the program. */
  public static void needsReaders() throws IOException, InterruptedException {
    String validate =
        "setpriv --reuid 65534 --regid 65534 --clear-groups vethlab validate labs/bridge";
    Assumptions.assumeTrue(run(validate).status() == 0, "others than root can't read the program");
  }

  /** The tests' own, with libraries from the build's folder: root's repository is root's alone. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(each -> {
          Path built = Path.of("target/app/lib").resolve(Path.of(each).getFileName());
          return Files.exists(built) ? built.toAbsolutePath().toString() : each;
        })
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Runs a script of bash there; skips the test where the system allows no such machine. */
  public static Outcome run(String script) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Launch.root(), "a machine of namespaces needs root");
    Assumptions.assumeTrue(Launch.obstacle().isEmpty(), "no namespaces can be made here");
    ProcessBuilder builder =
        new ProcessBuilder("src/test/sh/private-machine", "bash", "-c", script);
    builder.environment().put("VETHLAB_CLASSPATH", classPath());
    builder
        .environment()
        .put("VETHLAB_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), printed);
  }
}
