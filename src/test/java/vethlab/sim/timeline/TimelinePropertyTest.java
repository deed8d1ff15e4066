package vethlab.sim.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.cli.fuzz.ScriptGenerator;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.FrameTap;
import vethlab.sim.World;

/** Going back and forward again equals never having gone, for every table, timer and output. */
class TimelinePropertyTest {
  private static final long MOST_STEPS = 20_000;
  private static final int PLACES = 12;

  /** TCP finds out what was lost, and sends it again. */
  private static final String LOSSES =
      """
      ip netns add a
      ip link add va type veth peer name eth0 netns a
      ip addr add 10.0.1.1/24 dev va
      ip link set va up
      ip -n a addr add 10.0.1.2/24 dev eth0
      ip -n a link set eth0 up
      iptables -A INPUT -p tcp --dport 80 -m statistic --mode nth --every 4 --packet 2 -j DROP
      nc -l -p 80 >/tmp/received &
      sleep 0.3
      head -c 300000 /dev/zero | ip netns exec a nc -N 10.0.1.1 80
      wait
      wc -c </tmp/received
      """;

  /** A script that is run; its name is what a failure shows. */
  private record Run(String name, String script) {
    World started() {
      World world = new World();
      Session session =
          Scripts.session("random.sh", script.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
      world.wakeAt(0, world.spawn(session), 0);
      return world;
    }

    Random random() {
      return new Random(name.hashCode());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** New seeds: {@code -Dvethlab.seed=N}. */
  static Stream<Run> runs() {
    long first = Long.getLong("vethlab.seed", 1);
    return Stream.concat(
        Stream.of(new Run("a transfer with losses", LOSSES)),
        LongStream.range(first, first + Long.getLong("vethlab.seeds", 12))
            .mapToObj(seed -> new Run("seed " + seed, random(seed))));
  }

  private static String random(long seed) {
    return String.join("\n", ScriptGenerator.script(seed)) + "\n";
  }

  @Test
  void what_was_lost_on_the_way_arrives_in_the_end() {
    World world = new Run("a transfer with losses", LOSSES).started();
    world.runUntil(60_000_000_000L);
    assertThat(((Session) world.task(0)).transcript().text()).isEqualTo("300000\n");
  }

  /** What is printed and sent up to a place, and the state there. */
  private record Moment(long state, String output, List<String> frames) {
    static Moment of(World world, List<String> frames) {
      String output = ((Session) world.task(0)).transcript().text();
      return new Moment(StateDigest.of(world), output, List.copyOf(frames));
    }
  }

  /** Every frame with its time, device and direction. */
  private static FrameTap into(List<String> frames) {
    return (world, dev, direction, frame) ->
        frames.add(world.frameTime(direction) + " " + dev + " " + direction + " " + frame);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void going_back_and_forward_again_equals_never_having_gone(Run run) {
    Random random = run.random();
    Timeline timeline = new Timeline(run.started());
    timeline.run(w -> w.steps() >= MOST_STEPS);
    long end = timeline.position();
    TreeMap<Long, Moment> straight = straight(run, random, end);
    List<Long> places = List.copyOf(straight.keySet());
    for (int i = 0; i < 2 * PLACES; i++) {
      int from = random.nextInt(places.size());
      int to = from + random.nextInt(places.size() - from);
      Moment before = straight.get(places.get(from));
      timeline.goTo(places.get(from));
      assertThat(Moment.of(timeline.world(), before.frames()))
          .as("at %d", places.get(from))
          .isEqualTo(before);
      List<String> frames = new ArrayList<>(before.frames());
      World onward = timeline.world().copy();
      onward.tap(into(frames));
      stepTo(onward, places.get(to));
      assertThat(Moment.of(onward, frames))
          .as("at %d, from %d", places.get(to), places.get(from))
          .isEqualTo(straight.get(places.get(to)));
    }
  }

  /** Some places of a run that never goes back, and its end. */
  private static TreeMap<Long, Moment> straight(Run run, Random random, long end) {
    TreeMap<Long, Moment> moments = new TreeMap<>();
    World world = run.started();
    List<String> frames = new ArrayList<>();
    world.tap(into(frames));
    long[] places = random.longs(PLACES, 0, end).sorted().toArray();
    for (long place : places) {
      stepTo(world, place);
      moments.put(place, Moment.of(world, frames));
    }
    stepTo(world, end);
    moments.put(end, Moment.of(world, frames));
    return moments;
  }

  private static void stepTo(World world, long place) {
    while (world.steps() < place) {
      world.step();
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void a_copy_shares_nothing_that_changes_with_its_original(Run run) {
    World world = run.started();
    Random random = run.random();
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
