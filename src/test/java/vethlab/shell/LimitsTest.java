package vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vethlab.shell.Limits.Limit;
import vethlab.sim.World;

/** Scripts that would never end, or use up the machine, end with one clear message. */
class LimitsTest {
  private static Sessions.Outcome run(String script, Limits limits) {
    World world = new World();
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    int task = world.spawn(Scripts.session("s.sh", bytes, limits));
    world.wakeAt(0, task, 0);
    return Sessions.finish(world, task);
  }

  private static Sessions.Outcome run(String script) {
    return run(script, Limits.USUAL.with(Limit.COMMANDS, 20_000));
  }

  private static void endsAt(Sessions.Outcome outcome, String limit) {
    assertThat(outcome.err()).contains("the limit \"" + limit + "\"").hasLineCount(1);
    assertThat(outcome.status()).isEqualTo(Session.ENDED_STATUS);
  }

  @Test
  void an_endless_loop_of_commands() {
    endsAt(run("while true; do :; done"), "commands");
    endsAt(run("while true; do true | false; done"), "commands");
  }

  @Test
  void an_endless_loop_that_sleeps() {
    endsAt(run("while sleep 10; do :; done"), "virtual-seconds");
  }

  @Test
  void a_fork_bomb() {
    endsAt(run(":() { : | : & }; :; wait", Limits.USUAL.with(Limit.PROCESSES, 500)), "processes");
  }

  @Test
  void a_function_that_calls_itself() {
    endsAt(run("f() { f; }; f"), "nesting");
    endsAt(run("eval 'f() { eval f; }'; f"), "nesting");
  }

  @Test
  void a_value_that_doubles() {
    endsAt(run("x=0123456789; while :; do x=$x$x; done"), "value-bytes");
  }

  @Test
  void endless_output() {
    endsAt(run("yes", Limits.USUAL.with(Limit.OUTPUT_BYTES, 100_000)), "output-bytes");
    endsAt(run("yes > file", Limits.USUAL.with(Limit.FILE_BYTES, 100_000)), "file-bytes");
  }

  @Test
  void a_limit_can_be_raised() {
    String script = "for i in {1..3000}; do :; done; echo done";
    endsAt(run(script, Limits.USUAL.with(Limit.COMMANDS, 1000)), "commands");
    assertThat(run(script, Limits.USUAL.with(Limit.COMMANDS, 10_000)).out()).isEqualTo("done\n");
  }

  @Test
  void a_line_that_is_too_long() {
    Sessions.Outcome outcome = run("echo a\necho " + "x".repeat(10_000_000) + "\n");
    assertThat(outcome.err()).startsWith("s.sh: line 2: longer than").hasLineCount(1);
    assertThat(outcome.status()).isEqualTo(126);
  }

  @Test
  void a_binary_file() {
    Sessions.Outcome outcome = run("\u007fELF\u0002\u0001\u0001\0\0\0\0\n\0");
    assertThat(outcome.err()).isEqualTo("s.sh: cannot execute binary file\n");
    assertThat(outcome.status()).isEqualTo(126);
  }

  @Test
  void commands_nested_too_deep() {
    Sessions.Outcome outcome = run("{ ".repeat(5000) + "echo" + "; }".repeat(5000));
    assertThat(outcome.err()).contains("nested more than").hasLineCount(1);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(run("echo " + "$(echo ".repeat(3000)).status()).isEqualTo(2);
    assertThat(run("echo $((" + "(".repeat(20_000) + "1))").status()).isNotZero();
  }

  @Test
  void a_chain_without_end() {
    assertThat(run(":" + " && :".repeat(100_000)).err()).contains("nested too deeply");
  }

  @Test
  void a_wait_for_what_never_comes() {
    Sessions.Outcome outcome = run("cat <(sleep infinity) & wait");
    assertThat(outcome.status()).isEqualTo(Session.ENDED_STATUS);
  }
}
