package vethlab.sim.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static vethlab.sim.bridge.Wires.mac;
import static vethlab.sim.bridge.Wires.port;
import static vethlab.sim.bridge.Wires.setting;

import org.junit.jupiter.api.Test;
import vethlab.op.BridgeAttr;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.wire.Mac;

class ForwardingTest {
  private static Wires threePorts(LinkChange.BridgeSetting... settings) {
    Wires wires = new Wires();
    wires.bridge("br0", settings);
    wires.port("br0", "p1", "f1");
    wires.port("br0", "p2", "f2");
    wires.port("br0", "p3", "f3");
    wires.run(0.1);
    return wires;
  }

  @Test
  void an_unknown_address_is_flooded_to_all_ports_but_its_own() {
    assertThat(threePorts().send("f1", mac(1), mac(2))).containsExactly("f2", "f3");
  }

  @Test
  void a_learnt_address_gets_its_frames_alone() {
    Wires wires = threePorts();
    wires.send("f2", mac(2), mac(9));
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2");
    assertThat(wires.learnt()).containsExactly(mac(1) + " p1", mac(2) + " p2");
  }

  @Test
  void a_station_that_moves_is_found_at_its_new_port() {
    Wires wires = threePorts();
    wires.send("f2", mac(2), mac(9));
    wires.send("f3", mac(2), mac(9));
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f3");
  }

  @Test
  void a_frame_for_its_own_port_goes_nowhere_unless_the_port_is_a_hairpin() {
    Wires wires = threePorts();
    wires.send("f1", mac(1), mac(9));
    assertThat(wires.send("f1", mac(2), mac(1))).isEmpty();
    wires.set("p1", port(PortAttr.HAIRPIN, 1));
    wires.send("f1", mac(2), mac(1));
    assertThat(wires.dev("f1").rxPackets).isEqualTo(1);
  }

  @Test
  void isolated_ports_do_not_hear_each_other() {
    Wires wires = threePorts();
    wires.set("p1", port(PortAttr.ISOLATED, 1));
    wires.set("p2", port(PortAttr.ISOLATED, 1));
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).contains("f3").doesNotContain("f2");
    assertThat(wires.send("f3", mac(3), Mac.BROADCAST)).contains("f1", "f2");
  }

  @Test
  void each_kind_of_flood_can_be_switched_off() {
    Wires wires = threePorts();
    wires.set("p2", port(PortAttr.FLOOD, 0));
    wires.set("p3", port(PortAttr.BCAST_FLOOD, 0));
    assertThat(wires.send("f1", mac(1), mac(9))).containsExactly("f3");
    assertThat(wires.send("f1", mac(1), Mac.BROADCAST)).contains("f2").doesNotContain("f3");
    wires.set("p2", port(PortAttr.MCAST_FLOOD, 0));
    Mac group = new Mac(0x0100_5e01_0203L);
    assertThat(wires.send("f1", mac(1), group)).contains("f3").doesNotContain("f2");
  }

  @Test
  void what_was_learnt_is_forgotten_after_the_ageing_time() {
    Wires wires = threePorts(setting(BridgeAttr.AGEING_TIME, 1000));
    wires.send("f2", mac(2), mac(9));
    wires.run(9.5);
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2");
    wires.run(1);
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2", "f3");
  }

  @Test
  void a_frame_keeps_its_sender_known() {
    Wires wires = threePorts(setting(BridgeAttr.AGEING_TIME, 1000));
    for (int i = 0; i < 4; i++) {
      wires.send("f2", mac(2), mac(9));
      wires.run(6);
    }
    assertThat(wires.learnt()).containsExactly(mac(2) + " p2");
  }

  @Test
  void with_no_ageing_time_nothing_is_learnt() {
    Wires wires = threePorts(setting(BridgeAttr.AGEING_TIME, 0));
    wires.send("f2", mac(2), mac(9));
    assertThat(wires.learnt()).isEmpty();
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2", "f3");
  }

  @Test
  void a_static_entry_stays_where_it_was_put_until_frames_come_from_elsewhere() {
    Wires wires = threePorts();
    wires.must(wires.fdb(mac(2), "p2", FdbSpec.State.STATIC));
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2");
    wires.run(1000);
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f2");
    assertThat(wires.apply(wires.fdb(mac(2), "p3", FdbSpec.State.STATIC)).ok()).isFalse();
  }

  @Test
  void a_port_that_goes_down_forgets_and_neither_hears_nor_speaks() {
    Wires wires = threePorts();
    wires.send("f2", mac(2), mac(9));
    wires.set("p2", new LinkChange.Down());
    assertThat(wires.learnt()).isEmpty();
    assertThat(wires.send("f1", mac(1), mac(2))).containsExactly("f3");
  }

  @Test
  void flushing_spares_what_is_static() {
    Wires wires = threePorts();
    wires.send("f1", mac(1), mac(9));
    wires.send("f2", mac(2), mac(9));
    wires.must(wires.fdb(mac(3), "p3", FdbSpec.State.STATIC));
    wires.set("p1", new LinkChange.FlushFdb(true));
    assertThat(wires.learnt()).containsExactly(mac(2) + " p2", mac(3) + " p3");
    wires.set("br0", new LinkChange.FlushFdb(false));
    assertThat(wires.learnt()).containsExactly(mac(3) + " p3");
  }

  @Test
  void frames_for_bridges_themselves_are_not_forwarded_unless_the_mask_says_so() {
    Wires wires = threePorts();
    Mac lldp = new Mac(0x0180_c200_000eL);
    assertThat(wires.send("f1", mac(1), lldp)).doesNotContain("f2", "f3");
    wires.set("br0", setting(BridgeAttr.GROUP_FWD_MASK, 0x4000));
    assertThat(wires.send("f1", mac(1), lldp)).contains("f2", "f3");
  }

  @Test
  void a_port_that_does_not_learn_is_flooded_to() {
    Wires wires = threePorts();
    wires.set("p2", port(PortAttr.LEARNING, 0));
    wires.send("f2", mac(2), mac(9));
    assertThat(wires.learnt()).isEmpty();
  }

  @Test
  void the_bridge_has_the_lowest_address_of_its_ports_and_the_least_mtu() {
    Wires wires = threePorts();
    assertThat(wires.link("br0").address()).isEqualTo(wires.link("p1").address());
    wires.set("p2", new LinkChange.Mtu(1400));
    assertThat(wires.link("br0").mtu()).isEqualTo(1400);
    wires.set("p1", new LinkChange.NoMaster());
    assertThat(wires.link("br0").address()).isEqualTo(wires.link("p2").address());
    wires.must(new Op.LinkDel(Ns.HOST, "p2"));
    assertThat(wires.link("br0").mtu()).isEqualTo(1500);
  }

  @Test
  void an_mtu_that_was_chosen_stays() {
    Wires wires = threePorts();
    wires.set("br0", new LinkChange.Mtu(1300));
    wires.set("p2", new LinkChange.Mtu(1400));
    assertThat(wires.link("br0").mtu()).isEqualTo(1300);
  }
}
