package vethlab.shell.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.shell.Sessions;

/**
 * The scripts beside this class print here what they print in bash 5.2: the expected output is kept
 * with them, and where the machine has that bash it is asked again.
 */
class LikeBashTest {
  private static final Path SCRIPTS = Path.of("src/test/shell");

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> all = Files.list(SCRIPTS)) {
      List<Path> scripts = all.filter(p -> p.toString().endsWith(".sh")).sorted().toList();
      return scripts.stream();
    }
  }

  private static Path expected(Path script) {
    return Path.of(script.toString().replaceFirst("\\.sh$", ".out"));
  }

  private static String shown(String out, String err, int status) {
    return out + "--- stderr\n" + err + "--- exit " + status + "\n";
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void the_simulated_shell_prints_what_bash_prints(Path script) throws IOException {
    String name = String.valueOf(script.getFileName());
    Sessions.Outcome outcome = Sessions.runNamed(name, Files.readString(script));
    assertThat(shown(outcome.out(), outcome.err(), outcome.status()))
        .isEqualTo(Files.readString(expected(script)));
  }

  /** Those whose output depends on bash alone, not on which awk or sed there is. */
  static Stream<Path> pureScripts() throws IOException {
    return scripts().filter(script -> !script.getFileName().toString().startsWith("text-"));
  }

  @ParameterizedTest
  @MethodSource("pureScripts")
  void what_is_expected_is_what_the_machines_bash_prints(Path script, @TempDir Path directory)
      throws IOException, InterruptedException {
    assumeTrue(hasBash52());
    String name = String.valueOf(script.getFileName());
    Files.copy(script, directory.resolve(name));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", name)
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HOME", "/root");
    Process bash = builder.start();
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(shown(Files.readString(out), Files.readString(err), bash.exitValue()))
        .isEqualTo(Files.readString(expected(script)));
  }

  private static boolean hasBash52() throws InterruptedException {
    try {
      Process bash = new ProcessBuilder("bash", "--version").redirectErrorStream(true).start();
      String version = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return bash.waitFor() == 0 && version.contains("version 5.2");
    } catch (IOException e) {
      return false;
    }
  }
}
