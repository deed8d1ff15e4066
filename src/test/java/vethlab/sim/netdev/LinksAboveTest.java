package vethlab.sim.netdev;

import static org.assertj.core.api.Assertions.assertThat;
import static vethlab.sim.bridge.Wires.mac;

import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.sim.bridge.Wires;
import vethlab.wire.Mac;

/** VLANs and macvlans on one end of a pair, by what the other end sends. */
class LinksAboveTest {
  private final Wires wires = new Wires();

  private LinksAboveTest() {
    wires.add("x", new LinkKind.Veth("y", List.of()));
    wires.set("x", new LinkChange.Up());
    wires.set("y", new LinkChange.Up());
  }

  private void above(String name, LinkKind kind) {
    wires.add(name, kind);
    wires.set(name, new LinkChange.Up());
  }

  private long heard(String name) {
    return wires.dev(name).rxPackets;
  }

  @Test
  void a_tagged_frame_is_for_the_vlan_of_its_id() {
    above("x.10", new LinkKind.Vlan("x", 10, 0x8100));
    above("x.20", new LinkKind.Vlan("x", 20, 0x8100));
    wires.send("y", mac(1), Mac.BROADCAST, 20);
    wires.send("y", mac(1), Mac.BROADCAST);
    assertThat(List.of(heard("x.10"), heard("x.20"))).containsExactly(0L, 1L);
  }

  @Test
  void a_macvlan_hears_broadcasts_and_its_own_address() {
    above("m1", new LinkKind.Macvlan("x", "bridge"));
    above("m2", new LinkKind.Macvlan("x", "bridge"));
    wires.send("y", mac(1), Mac.BROADCAST);
    wires.run(0.1);
    wires.send("y", mac(1), wires.link("m2").address());
    wires.send("y", mac(1), mac(77));
    assertThat(List.of(heard("m1"), heard("m2"))).containsExactly(1L, 2L);
  }

  @Test
  void a_link_with_macvlans_takes_only_one_that_passes_everything_through() {
    above("m1", new LinkKind.Macvlan("x", "private"));
    assertThat(
            wires
                .apply(
                    new vethlab.op.Op.LinkAdd(
                        vethlab.op.Ns.HOST, "m2", new LinkKind.Macvlan("x", "passthru"), List.of()))
                .ok())
        .isFalse();
  }
}
