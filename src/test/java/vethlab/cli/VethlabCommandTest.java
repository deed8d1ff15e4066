package vethlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class VethlabCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine vethlab = VethlabCommand.commandLine();

  @Test
  void help_is_data() {
    assertThat(execute("--help")).isEqualTo(ExitCodes.OK);
    assertThat(out.toString()).startsWith("Usage: vethlab");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void an_unknown_verb_is_a_wrong_command_line() {
    assertThat(execute("frobnicate")).isEqualTo(ExitCodes.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("vethlab: ", "frobnicate", "See 'vethlab --help'.");
  }

  @Test
  void a_failure_is_one_sentence_and_its_exit_code() {
    vethlab.addSubcommand(new Failing());

    assertThat(execute("failing")).isEqualTo(ExitCodes.NEEDS_PRIVILEGE);
    assertThat(err.toString()).isEqualToNormalizingNewlines("vethlab: This needs root.\n");
  }

  private int execute(String... args) {
    vethlab.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return vethlab.execute(args);
  }

  @Command(name = "failing")
  private static final class Failing implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new Failure(ExitCodes.NEEDS_PRIVILEGE, "This needs root.");
    }
  }
}
