package vethlab.sim.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.cli.fuzz.ScriptGenerator;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;
import vethlab.op.view.PortView;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.World;

/** As long as the revision stays, nothing has changed that lasts. */
class RevisionTest {
  private static final long MOST_STEPS = 20_000;

  /** Two bridges with two links between them: a port is blocked, then a carrier goes. */
  private static final String SPANNING_TREE =
      """
      ip netns add a
      ip netns add b
      ip -n a link add br0 type bridge stp_state 1
      ip -n b link add br0 type bridge stp_state 1
      for i in 1 2; do
        ip -n a link add p$i type veth peer name p$i netns b
        for n in a b; do
          ip -n $n link set p$i master br0
          ip -n $n link set p$i up
        done
      done
      ip -n a link set br0 up
      ip -n b link set br0 up
      sleep 60
      ip -n a link set p1 down
      sleep 60
      ip netns del b
      sleep 5
      """;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  private static Timeline running(String script) {
    World world = new World();
    Session session =
        Scripts.session("a.sh", script.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    world.wakeAt(0, world.spawn(session), 0);
    return new Timeline(world);
  }

  /** What a drawing shows of a network and what is said to be wrong with it. */
  private static List<Object> lasting(Kernel kernel) {
    List<Object> all = new ArrayList<>();
    List<Ns> everywhere = new ArrayList<>(kernel.namespaces());
    everywhere.add(Ns.HOST);
    for (Ns ns : everywhere) {
      all.add(ns);
      kernel.links(ns).forEach(link -> all.add(lasting(link)));
      all.add(kernel.addresses(ns));
      all.add(kernel.routes(ns));
      all.add(kernel.rules(ns));
      all.add(kernel.sysctl(ns, "net.ipv4.ip_forward"));
    }
    return all;
  }

  private static List<Object> lasting(LinkView link) {
    return List.of(
        link.name(),
        link.kind(),
        link.address(),
        link.mtu(),
        link.flags(),
        link.state(),
        link.link(),
        link.master(),
        link.port().map(PortView::state));
  }

  private static int changes(Timeline timeline) {
    int changes = 0;
    Timeline.Revision before = timeline.revision();
    List<Object> was = lasting(timeline.world().kernel());
    while (timeline.position() < MOST_STEPS && timeline.advance()) {
      List<Object> is = lasting(timeline.world().kernel());
      if (timeline.revision().equals(before)) {
        assertThat(is).as("at position %s", timeline.position()).isEqualTo(was);
      } else if (!is.equals(was)) {
        changes++;
      }
      before = timeline.revision();
      was = is;
    }
    return changes;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_lasting_changes_in_a_random_run_without_another_revision(long seed) {
    String script = String.join("\n", ScriptGenerator.script(seed)) + "\n";
    assertThat(changes(running(script))).isGreaterThan(5);
  }

  @Test
  void nor_where_spanning_tree_and_carriers_decide() {
    assertThat(changes(running(SPANNING_TREE))).isGreaterThan(20);
  }

  @Test
  void frames_leave_it_as_it_is() {
    Timeline timeline =
        running(
            """
            ip netns add a
            ip netns add b
            ip -n a link add eth0 type veth peer name eth0 netns b
            ip -n a addr add 10.0.0.1/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            sleep 3
            ip netns exec a ping -c 5 10.0.0.2
            """);
    timeline.run(world -> world.now() > 3_500_000_000L);
    Timeline.Revision before = timeline.revision();
    long frames = timeline.world().frames();
    timeline.run(world -> world.now() > 6_500_000_000L);
    assertThat(timeline.world().frames()).isGreaterThan(frames + 4);
    assertThat(timeline.revision()).isEqualTo(before);
  }

  @Test
  void what_is_done_in_the_past_is_another_revision() {
    Timeline timeline = running("ip netns add a\nip netns add b\n");
    timeline.runTo(1_000_000_000L);
    timeline.goTo(1);
    Timeline.Revision before = timeline.revision();
    timeline.inject(world -> {});
    assertThat(timeline.revision()).isNotEqualTo(before);
  }
}
