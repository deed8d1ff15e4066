package vethlab.app.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vethlab.app.doc.Document;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.scene.Scene.WireKind;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.Ns;

/** Drawings without a layout are easy to read: no link runs through what it does not lead to. */
class LayoutOfManyTest {
  private static Kernel network(String script) {
    Document document = new Document("many");
    assertThat(document.command("make", Ns.HOST, script)).as("what it complains of").isEmpty();
    return document.kernel();
  }

  private static String star(int leaves) {
    StringBuilder script = new StringBuilder("ip link add br0 type bridge; ip link set br0 up;");
    for (int i = 1; i <= leaves; i++) {
      script.append(
          "ip netns add web%d; ip link add veth%d type veth peer name eth0 netns web%d;"
              .formatted(i, i, i));
      script.append("ip link set veth%d master br0 up;".formatted(i));
    }
    return script.toString();
  }

  private static final String UPLINK =
      "ip netns add internet; ip link add eth0 type veth peer name up0 netns internet;";

  @ParameterizedTest
  @ValueSource(ints = {3, 9, 10, 23, 50, 120})
  void links_of_a_bridge_run_straight_and_past_the_namespaces(int leaves) {
    Scene scene = SceneBuilder.build(network(star(leaves)), Layout.EMPTY);
    assertThat(scene.nodes()).hasSize(leaves + 1);
    assertThat(throughOthers(scene)).isEmpty();
    assertThat(overlapping(scene.nodes())).isEmpty();
    assertThat(veths(scene)).allSatisfy(wire -> assertThat(wire.points()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 50})
  void the_outside_world_lies_beyond_them(int leaves) {
    Scene scene = SceneBuilder.build(network(star(leaves) + UPLINK), Layout.EMPTY);
    assertThat(throughOthers(scene)).isEmpty();
    assertThat(overlapping(scene.nodes())).isEmpty();
    double outside = scene.node(new Ns("internet")).orElseThrow().box().x();
    assertThat(scene.nodes())
        .filteredOn(node -> !node.ns().name().equals("internet"))
        .allSatisfy(node -> assertThat(node.box().right()).isLessThan(outside));
  }

  @Test
  void fifty_fit_a_screen_at_a_fifth_of_their_size() {
    Box all = SceneBuilder.build(network(star(50)), Layout.EMPTY).bounds();
    assertThat(all.width() / all.height()).isBetween(0.8, 2.4);
    assertThat(all.height()).isLessThan(2_400);
  }

  @Test
  void what_was_arranged_stays_when_it_is_drawn_again() {
    Kernel kernel = network(star(50));
    Layout arranged = SceneBuilder.arrange(kernel, Layout.EMPTY);
    Scene again = SceneBuilder.build(kernel, arranged);
    assertThat(throughOthers(again)).isEmpty();
    assertThat(veths(again)).allSatisfy(wire -> assertThat(wire.points()).hasSize(2));
  }

  @Test
  void what_is_saved_with_a_drawing_shows_it_the_same_again() {
    Document document = new Document("many");
    assertThat(document.command("make", Ns.HOST, star(50))).isEmpty();
    Scene again = SceneBuilder.build(document.kernel(), document.settledLayout());
    assertThat(again.bounds()).isEqualTo(document.scene().bounds());
    assertThat(veths(again)).allSatisfy(wire -> assertThat(wire.points()).hasSize(2));
  }

  @Test
  void a_port_beyond_the_way_is_led_around_it() {
    Kernel kernel =
        network(
            "ip netns add app; ip netns add db; ip link add br0 type bridge;"
                + "ip link add toapp type veth peer name eth0 netns app;"
                + "ip link add todb type veth peer name eth0 netns db;"
                + "ip link set toapp master br0; ip link set todb master br0");
    Layout layout =
        new Layout(
            Map.of(
                "app", Layout.Place.at(0, 0),
                "host", Layout.Place.at(300, 0),
                "db", Layout.Place.at(700, 0)));
    Scene opened = SceneBuilder.build(kernel, layout, Map.of(), Set.of(Ns.HOST));
    NodeBox host = opened.node(Ns.HOST).orElseThrow();
    Box way = host.way().orElseThrow();
    Box drawn = new Box(way.x(), way.y(), way.width(), way.height() - 20);
    List<Wire> members =
        opened.wires().stream().filter(wire -> wire.kind() == WireKind.MEMBER).toList();
    assertThat(members).hasSize(2);
    assertThat(members).noneMatch(wire -> crosses(wire, drawn));
  }

  // --- geometry --------------------------------------------------------------------------------

  private static List<Wire> veths(Scene scene) {
    return scene.wires().stream().filter(wire -> wire.kind() == WireKind.VETH).toList();
  }

  private static List<String> throughOthers(Scene scene) {
    return scene.wires().stream()
        .filter(wire -> wire.kind() == WireKind.VETH || wire.kind() == WireKind.UPLINK)
        .flatMap(wire ->
            scene.nodes().stream()
                .filter(
                    node -> !node.ns().equals(wire.a().ns()) && !node.ns().equals(wire.b().ns()))
                .filter(node -> crosses(wire, node.box()))
                .map(node -> wire.a() + " to " + wire.b() + " through " + node.ns()))
        .toList();
  }

  private static List<String> overlapping(List<NodeBox> nodes) {
    return nodes.stream()
        .flatMap(a ->
            nodes.stream()
                .filter(b -> a != b && common(a.box(), b.box()))
                .map(b -> a.ns() + " over " + b.ns()))
        .toList();
  }

  /** Wires run level or upright. */
  private static boolean crosses(Wire wire, Box box) {
    for (int i = 1; i < wire.points().size(); i++) {
      double[] a = wire.points().get(i - 1);
      double[] b = wire.points().get(i);
      Box line =
          new Box(
              Math.min(a[0], b[0]),
              Math.min(a[1], b[1]),
              Math.abs(a[0] - b[0]),
              Math.abs(a[1] - b[1]));
      if (common(line, box)) {
        return true;
      }
    }
    return false;
  }

  private static boolean common(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }
}
