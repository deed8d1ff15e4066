package vethlab.sim.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.cli.fuzz.ScriptGenerator;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.World;

/** Going back and forward again equals never having gone, for every table, timer and output. */
class TimelinePropertyTest {
  private static final long MOST_STEPS = 20_000;
  private static final int PLACES = 12;

  /** New seeds: {@code -Dvethlab.seed=N}. */
  static LongStream seeds() {
    long first = Long.getLong("vethlab.seed", 1);
    return LongStream.range(first, first + Long.getLong("vethlab.seeds", 12));
  }

  private static World started(long seed) {
    String script = String.join("\n", ScriptGenerator.script(seed)) + "\n";
    World world = new World();
    Session session =
        Scripts.session("random.sh", script.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    world.wakeAt(0, world.spawn(session), 0);
    return world;
  }

  private static String output(World world) {
    return ((Session) world.task(0)).transcript().text();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void going_back_and_forward_again_equals_never_having_gone(long seed) {
    Random random = new Random(seed);
    Timeline timeline = new Timeline(started(seed));
    timeline.run(w -> w.steps() >= MOST_STEPS);
    long end = timeline.position();
    Map<Long, Long> digests = new TreeMap<>();
    Map<Long, String> outputs = new TreeMap<>();
    for (int i = 0; i < PLACES; i++) {
      digests.put(random.nextLong(end), 0L);
    }
    digests.put(end, 0L);
    World straight = started(seed);
    for (long place : digests.keySet()) {
      while (straight.steps() < place) {
        straight.step();
      }
      digests.put(place, StateDigest.of(straight));
      outputs.put(place, output(straight));
    }
    for (int i = 0; i < 2 * PLACES; i++) {
      long place = digests.keySet().stream().skip(random.nextInt(digests.size())).findFirst().get();
      timeline.goTo(place);
      assertThat(StateDigest.of(timeline.world()))
          .as("state at %d", place)
          .isEqualTo(digests.get(place));
      assertThat(output(timeline.world())).isEqualTo(outputs.get(place));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_copy_shares_nothing_that_changes_with_its_original(long seed) {
    World world = started(seed);
    Random random = new Random(seed);
    long stop = 200 + random.nextInt(2_000);
    while (world.steps() < stop && world.hasWork(Long.MAX_VALUE)) {
      world.step();
    }
    World copy = world.copy();
    long before = StateDigest.of(world);
    assertThat(StateDigest.of(copy)).isEqualTo(before);
    for (int i = 0; i < 5_000 && copy.hasWork(Long.MAX_VALUE); i++) {
      copy.step();
    }
    assertThat(StateDigest.of(world)).isEqualTo(before);
  }
}
