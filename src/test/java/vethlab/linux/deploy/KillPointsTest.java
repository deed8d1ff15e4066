package vethlab.linux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.linux.PrivateMachine;

/** A few of the points at which {@code src/test/sh/kill-points} kills vethlab. */
class KillPointsTest {
  private static final int POINTS = 12;

  @Test
  void a_kill_at_any_point_of_a_deploy_or_destroy_leaves_nothing() throws Exception {
    PrivateMachine.Outcome outcome = PrivateMachine.run("src/test/sh/kill-points inside " + POINTS);
    assertThat(outcome.printed()).contains(POINTS + " points, 0 left something");
    assertThat(outcome.status()).isZero();
  }
}
