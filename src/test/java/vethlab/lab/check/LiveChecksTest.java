package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vethlab.lab.SessionScript;
import vethlab.lab.yaml.Problems;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.sim.World;

/** Checks that complete by themselves while somebody works. */
class LiveChecksTest {
  private static LiveChecks checks(String... each) {
    Problems problems = new Problems("checks.yaml");
    List<Check> checks =
        ChecksReader.read(
            "vethlab: 1\nchecks:\n" + String.join("", each), Optional.empty(), problems);
    assertThat(problems.all()).isEmpty();
    return new LiveChecks(
        new LabChecks(checks, Answers.NONE, new SessionScript("", ""), List.of()));
  }

  @Test
  void a_check_is_done_once_the_state_fulfils_it_and_stays_done() {
    LiveChecks checks =
        checks("  - {id: down, no-reach: {from: host, to: 127.0.0.1, within: 1}}\n");
    World world = new World();
    assertThat(checks.ask(world)).isEmpty();
    assertThat(checks.outcome("down")).get().isInstanceOf(Outcome.Fails.class);

    world.kernel().apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Down())));
    assertThat(checks.ask(world)).extracting(Check::id).containsExactly("down");

    world.kernel().apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
    assertThat(checks.ask(world)).isEmpty();
    assertThat(checks.isDone("down")).isTrue();
  }

  @Test
  void asking_leaves_the_world_as_it_was() {
    World world = new World();
    long now = world.now();
    long steps = world.steps();
    checks("  - {id: self, reach: {from: host, to: 127.0.0.1, times: 5}}\n").ask(world);
    assertThat(world.now()).isEqualTo(now);
    assertThat(world.steps()).isEqualTo(steps);
    assertThat(world.frames()).isZero();
  }

  @Test
  void a_check_that_would_hold_up_the_window_fails() {
    LiveChecks checks =
        checks("  - {id: loop, output: {ns: host, run: 'while :; do sleep 0; done', status: 0}}\n");
    long start = System.nanoTime();
    assertThat(checks.ask(new World())).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }
}
