package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vethlab.lab.yaml.Problems;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.sim.World;

/** Checks that complete by themselves while somebody works. */
class LiveAskingTest {
  private final World world = new World();

  private boolean holds(String asks) {
    Problems problems = new Problems("checks.yaml");
    List<Check> checks =
        ChecksReader.read(
            "vethlab: 1\nchecks: [{id: it, after: session, " + asks + "}]\n",
            Optional.empty(),
            problems);
    assertThat(problems.all()).isEmpty();
    return LiveAsking.ask(checks.getFirst(), world, Answers.NONE).holds();
  }

  @Test
  void the_state_at_hand_is_asked() {
    String asks = "reach: {from: host, to: 127.0.0.1, within: 1}";
    assertThat(holds(asks)).isTrue();
    world.kernel().apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Down())));
    assertThat(holds(asks)).isFalse();
  }

  @Test
  void asking_leaves_the_world_as_it_was() {
    long now = world.now();
    long steps = world.steps();
    assertThat(holds("reach: {from: host, to: 127.0.0.1, times: 5}")).isTrue();
    assertThat(world.now()).isEqualTo(now);
    assertThat(world.steps()).isEqualTo(steps);
    assertThat(world.frames()).isZero();
  }

  @Test
  void a_check_that_would_hold_up_the_window_fails() {
    long start = System.nanoTime();
    assertThat(holds("output: {ns: host, run: 'while :; do sleep 0; done', status: 0}")).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }
}
