package vethlab.sim.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static vethlab.sim.bridge.Wires.mac;
import static vethlab.sim.bridge.Wires.setting;

import org.junit.jupiter.api.Test;
import vethlab.op.BridgeAttr;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.wire.Mac;

class VlanFilteringTest {
  private static Op vlan(String dev, int id, boolean access) {
    return new Op.BridgeVlanAdd(Ns.HOST, dev, new Op.BridgeVlan(id, id, access, access, false));
  }

  private static Op without(String dev, int id) {
    return new Op.BridgeVlanDel(Ns.HOST, dev, new Op.BridgeVlan(id, id, false, false, false));
  }

  /** Ports 1 and 2 in VLAN 10, 3 in 20, 4 a trunk of both. */
  private static Wires twoNetworks() {
    Wires wires = new Wires();
    wires.bridge("br0", setting(BridgeAttr.VLAN_FILTERING, 1));
    for (int i = 1; i <= 4; i++) {
      wires.port("br0", "p" + i, "f" + i);
      wires.must(without("p" + i, 1));
    }
    wires.must(vlan("p1", 10, true));
    wires.must(vlan("p2", 10, true));
    wires.must(vlan("p3", 20, true));
    wires.must(vlan("p4", 10, false));
    wires.must(vlan("p4", 20, false));
    wires.run(0.1);
    return wires;
  }

  @Test
  void a_broadcast_stays_within_its_vlan() {
    Wires wires = twoNetworks();
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).containsExactly("f2", "f4");
    assertThat(wires.send("f3", mac(3), Mac.BROADCAST)).containsExactly("f4");
  }

  @Test
  void a_trunk_takes_tagged_frames_of_its_vlans_only() {
    Wires wires = twoNetworks();
    assertThat(wires.send("f4", mac(4), Mac.BROADCAST, 20)).containsExactly("f3");
    assertThat(wires.send("f4", mac(4), Mac.BROADCAST, 30)).isEmpty();
    assertThat(wires.send("f4", mac(4), Mac.BROADCAST)).isEmpty();
  }

  @Test
  void an_address_is_learnt_in_each_vlan_for_itself() {
    Wires wires = twoNetworks();
    wires.send("f4", mac(4), Mac.BROADCAST, 10);
    wires.send("f3", mac(4), Mac.BROADCAST);
    assertThat(wires.learnt()).containsExactly(mac(4) + " p3 vlan 20", mac(4) + " p4 vlan 10");
  }

  @Test
  void a_bridge_that_does_not_filter_passes_tags_as_they_are() {
    Wires wires = new Wires();
    wires.bridge("br0");
    wires.port("br0", "p1", "f1");
    wires.port("br0", "p2", "f2");
    wires.run(0.1);
    assertThat(wires.send("f1", mac(1), mac(2), 77)).containsExactly("f2");
  }

  @Test
  void ids_outside_1_to_4094_are_refused() {
    Wires wires = twoNetworks();
    assertThat(wires.apply(vlan("p1", 0, false)).ok()).isFalse();
    assertThat(wires.apply(vlan("p1", 4095, false)).ok()).isFalse();
    assertThat(wires.apply(vlan("p1", 4094, false)).ok()).isTrue();
  }
}
