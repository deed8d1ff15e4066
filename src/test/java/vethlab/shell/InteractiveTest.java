package vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vethlab.shell.Transcript.Stream;
import vethlab.shell.lang.BashCommand;
import vethlab.sim.World;

/** A shell at a terminal: lines are typed one by one. */
class InteractiveTest {
  private final World world = new World();
  private final int task;

  InteractiveTest() {
    Session session =
        new Session(
            BashCommand.interactive(), List.of("bash"), StandardCommands.table(), Limits.USUAL);
    task = world.spawn(session);
    wake();
    world.runUntil(0);
  }

  private Session session() {
    return Sessions.session(world, task);
  }

  private void wake() {
    world.wakeAt(world.now(), task, 0);
  }

  private void type(String line) {
    session().feed(line);
    wake();
    world.runUntil(world.now() + 10_000_000);
  }

  private String printed() {
    return session().transcript().text();
  }

  @Test
  void commands_run_as_they_are_typed() {
    assertThat(session().prompt()).contains("root@vethlab:~# ");
    type("x=5; echo hello $x");
    type("cd /tmp; pwd");
    assertThat(printed()).isEqualTo("hello 5\n/tmp\n");
    assertThat(session().prompt()).contains("root@vethlab:/tmp# ");
  }

  @Test
  void an_unfinished_command_waits_for_its_end() {
    type("for i in 1 2; do");
    assertThat(session().prompt()).contains("> ");
    type("echo $i");
    type("done");
    assertThat(printed()).isEqualTo("1\n2\n");
    type("echo 'a");
    type("b'");
    assertThat(session().transcript().text(Stream.OUT)).isEqualTo("1\n2\na\nb\n");
    assertThat(session().prompt()).contains("root@vethlab:~# ");
  }

  @Test
  void mistakes_do_not_end_it() {
    type("fi");
    type("nosuch");
    type("echo ${x:?gone}; echo no");
    type("echo $((1/0))");
    type("echo still here $?");
    assertThat(printed())
        .isEqualTo(
            """
            bash: syntax error near unexpected token `fi'
            bash: `fi'
            bash: nosuch: command not found
            bash: x: gone
            bash: 1/0: division by 0 (error token is "0")
            still here 1
            """);
  }

  @Test
  void ctrl_c_interrupts_the_foreground_only() {
    type("sleep 100 &");
    type("sleep 50; echo not reached");
    assertThat(session().prompt()).isEqualTo(Optional.empty());
    assertThat(session().waitsFor()).contains("sleep 50");
    session().interrupt();
    wake();
    world.runUntil(world.now() + 1_000_000);
    assertThat(session().prompt()).isPresent();
    type("echo $?; jobs");
    assertThat(session().transcript().text(Stream.OUT))
        .isEqualTo("130\n[1]+  Running                 sleep 100 &\n");
  }

  @Test
  void a_program_reads_what_is_typed_for_it() {
    type("cat > /tmp/f");
    type("one");
    type("two");
    type("read x");
    session().interrupt();
    wake();
    world.runUntil(world.now() + 1_000_000);
    type("cat /tmp/f");
    assertThat(session().transcript().text(Stream.OUT)).isEqualTo("one\ntwo\nread x\n");
  }

  @Test
  void it_ends_with_its_input_or_by_exit() {
    type("false");
    session().endInput();
    wake();
    world.runUntil(world.now() + 1_000_000);
    assertThat(session().exitStatus()).hasValue(1);
  }
}
