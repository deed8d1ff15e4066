package vethlab.sim.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static vethlab.sim.bridge.Wires.mac;
import static vethlab.sim.bridge.Wires.port;
import static vethlab.sim.bridge.Wires.setting;

import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.PortAttr;
import vethlab.wire.Mac;

class SpanningTreeTest {
  private static final LinkChange.BridgeSetting STP = setting(BridgeAttr.STP_STATE, 1);
  private static final LinkChange.BridgeSetting QUICK = setting(BridgeAttr.FORWARD_DELAY, 200);

  private static void cable(Wires wires, String one, String bridge, String other, String far) {
    wires.add(one, new LinkKind.Veth(other, List.of()));
    wires.set(one, new LinkChange.Master(bridge), new LinkChange.Up());
    wires.set(other, new LinkChange.Master(far), new LinkChange.Up());
  }

  private static Wires triangle() {
    Wires wires = new Wires();
    wires.bridge("bra", STP, QUICK, setting(BridgeAttr.PRIORITY, 4096));
    wires.bridge("brb", STP, QUICK, setting(BridgeAttr.PRIORITY, 8192));
    wires.bridge("brc", STP, QUICK);
    cable(wires, "ab", "bra", "ba", "brb");
    cable(wires, "bc", "brb", "cb", "brc");
    cable(wires, "ca", "brc", "ac", "bra");
    return wires;
  }

  @Test
  void a_port_listens_then_learns_then_forwards() {
    Wires wires = new Wires();
    wires.bridge("br0", STP, QUICK);
    wires.port("br0", "p1", "f1");
    wires.run(1);
    assertThat(wires.states("p1")).isEqualTo("1");
    wires.run(2);
    assertThat(wires.states("p1")).isEqualTo("2");
    wires.run(2);
    assertThat(wires.states("p1")).isEqualTo("3");
  }

  @Test
  void a_learning_port_learns_and_forwards_nothing() {
    Wires wires = new Wires();
    wires.bridge("br0", STP, QUICK);
    wires.port("br0", "p1", "f1");
    wires.port("br0", "p2", "f2");
    wires.run(1);
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).isEmpty();
    assertThat(wires.learnt()).isEmpty();
    wires.run(2);
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).isEmpty();
    assertThat(wires.learnt()).containsExactly(mac(1) + " p1");
    wires.run(2);
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).contains("f2");
  }

  @Test
  void in_a_triangle_the_port_farthest_from_the_root_blocks() {
    Wires wires = triangle();
    wires.run(8);
    assertThat(wires.states("ab", "ba", "bc", "cb", "ca", "ac")).isEqualTo("3 3 3 4 3 3");
    assertThat(wires.link("brc").bridge().get().designatedRoot() >>> 48).isEqualTo(4096);
  }

  @Test
  void a_triangle_does_not_carry_a_frame_in_circles() {
    Wires wires = triangle();
    wires.port("bra", "p1", "f1");
    wires.port("brb", "p2", "f2");
    wires.run(10);
    long before = wires.world.frames();
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).contains("f2");
    assertThat(wires.world.frames() - before).isLessThan(12);
  }

  @Test
  void when_the_way_to_the_root_breaks_the_blocked_port_takes_over() {
    Wires wires = triangle();
    wires.run(8);
    wires.set("ba", new LinkChange.Down());
    wires.run(8);
    assertThat(wires.states("bc", "cb", "ca")).as("what was heard is too young").isEqualTo("3 4 3");
    wires.run(18);
    assertThat(wires.states("bc", "cb", "ca")).isEqualTo("3 3 3");
    assertThat(wires.link("brb").bridge().get().rootPathCost()).isEqualTo(4);
  }

  @Test
  void a_lower_priority_makes_another_bridge_the_root() {
    Wires wires = triangle();
    wires.run(8);
    wires.set("brc", setting(BridgeAttr.PRIORITY, 0));
    wires.run(8);
    assertThat(wires.link("bra").bridge().get().designatedRoot() >>> 48).isZero();
    assertThat(wires.link("brc").bridge().get().rootPort()).isZero();
  }

  @Test
  void a_dearer_cable_is_the_one_that_blocks() {
    Wires wires = triangle();
    wires.run(8);
    wires.set("ca", port(PortAttr.COST, 50));
    wires.run(8);
    assertThat(wires.states("ab", "ba", "bc", "cb", "ca", "ac")).isEqualTo("3 3 3 3 4 3");
  }

  @Test
  void a_guarded_port_that_hears_another_bridge_is_shut() {
    Wires wires = new Wires();
    wires.bridge("bra", STP, QUICK);
    wires.bridge("brb", STP, QUICK);
    wires.add("ab", new LinkKind.Veth("ba", List.of()));
    wires.set("ab", new LinkChange.Master("bra"));
    wires.set("ba", new LinkChange.Master("brb"));
    wires.set("ab", port(PortAttr.GUARD, 1));
    wires.set("ab", new LinkChange.Up());
    wires.set("ba", new LinkChange.Up());
    wires.run(5);
    assertThat(wires.states("ab")).isEqualTo("0");
  }

  @Test
  void times_outside_the_standard_are_refused() {
    Wires wires = new Wires();
    wires.bridge("br0", STP);
    assertThat(wires.set("br0", setting(BridgeAttr.FORWARD_DELAY, 100)).ok()).isFalse();
    assertThat(wires.set("br0", setting(BridgeAttr.HELLO_TIME, 1100)).ok()).isFalse();
    assertThat(wires.set("br0", setting(BridgeAttr.MAX_AGE, 500)).ok()).isFalse();
    assertThat(wires.set("br0", setting(BridgeAttr.MAX_AGE, 600)).ok()).isTrue();
  }
}
