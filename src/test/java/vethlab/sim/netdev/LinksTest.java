package vethlab.sim.netdev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.op.Errno;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.OperState;
import vethlab.op.Result;
import vethlab.op.view.LinkView;
import vethlab.sim.bridge.Wires;
import vethlab.wire.Mac;

class LinksTest {
  private static final Ns A = new Ns("a");

  private final Wires wires = new Wires();

  private void pair(String one, String other, LinkChange... others) {
    wires.add(one, new LinkKind.Veth(other, List.of(others)));
  }

  private void namespace(String name) {
    wires.must(new Op.NetnsAdd(name));
  }

  private List<String> names(Ns ns) {
    return wires.world.kernel().links(ns).stream().map(LinkView::name).toList();
  }

  private static Errno errno(Result result) {
    return ((Result.Refused) result).errno();
  }

  private Result addPair(String one, String other, LinkChange... others) {
    return wires.apply(
        new Op.LinkAdd(Ns.HOST, one, new LinkKind.Veth(other, List.of(others)), List.of()));
  }

  @Test
  void the_peer_is_made_first_and_has_the_lower_index() {
    pair("x", "y");
    assertThat(wires.link("y").index()).isLessThan(wires.link("x").index());
    assertThat(wires.link("x").address()).isEqualTo(Mac.parse("02:00:00:00:00:01"));
    assertThat(wires.link("y").address()).isEqualTo(Mac.parse("02:00:00:00:00:02"));
  }

  @Test
  void a_name_is_taken_once() {
    pair("x", "y");
    assertThat(errno(addPair("x", "z"))).isEqualTo(Errno.EEXIST);
    assertThat(errno(addPair("z", "y"))).isEqualTo(Errno.EEXIST);
    assertThat(names(Ns.HOST)).containsExactly("lo", "y", "x");
  }

  @Test
  void a_pattern_takes_the_lowest_free_number() {
    pair("v%d", "w%d");
    pair("v%d", "w%d");
    wires.must(new Op.LinkDel(Ns.HOST, "v0"));
    pair("v%d", "w%d");
    assertThat(names(Ns.HOST)).containsExactly("lo", "w1", "v1", "w0", "v0");
  }

  @Test
  void the_peer_cannot_be_made_up() {
    assertThat(errno(addPair("x", "y", new LinkChange.Up()))).isEqualTo(Errno.ENOTCONN);
    assertThat(names(Ns.HOST)).containsExactly("lo");
  }

  @Test
  void deleting_one_end_deletes_the_other() {
    namespace("a");
    pair("x", "y", new LinkChange.MoveTo(A));
    wires.must(new Op.LinkDel(A, "y"));
    assertThat(names(Ns.HOST)).containsExactly("lo");
  }

  @Test
  void a_namespace_takes_its_pairs_with_it() {
    namespace("a");
    pair("x", "y", new LinkChange.MoveTo(A));
    wires.must(new Op.NetnsDel("a"));
    wires.run(0.1);
    assertThat(names(Ns.HOST)).containsExactly("lo");
  }

  @Test
  void a_link_that_moves_goes_down() {
    namespace("a");
    pair("x", "y");
    wires.set("x", new LinkChange.Up());
    wires.set("x", new LinkChange.MoveTo(A));
    assertThat(names(A)).containsExactly("lo", "x");
    assertThat(wires.world.kernel().link(A, "x").get().has(LinkFlags.UP)).isFalse();
  }

  @Test
  void a_name_taken_at_the_target_keeps_the_link_at_home() {
    namespace("a");
    pair("x", "y");
    pair("z", "x", new LinkChange.MoveTo(A));
    assertThat(errno(wires.set("x", new LinkChange.MoveTo(A)))).isEqualTo(Errno.EEXIST);
    assertThat(wires.set("x", new LinkChange.MoveTo(A), new LinkChange.Rename("q")).ok()).isTrue();
  }

  @Test
  void lo_and_bridges_do_not_move() {
    namespace("a");
    wires.bridge("br0");
    assertThat(errno(wires.set("lo", new LinkChange.MoveTo(A)))).isEqualTo(Errno.EINVAL);
    assertThat(errno(wires.apply(new Op.LinkDel(Ns.HOST, "lo")))).isEqualTo(Errno.EOPNOTSUPP);
  }

  @Test
  void both_ends_have_carrier_while_both_are_up() {
    pair("x", "y");
    wires.set("x", new LinkChange.Up());
    assertThat(wires.link("x").has(LinkFlags.LOWER_UP)).isFalse();
    wires.set("y", new LinkChange.Up());
    wires.run(1.5);
    assertThat(wires.link("x").state()).isEqualTo(OperState.UP);
    wires.set("y", new LinkChange.Down());
    wires.run(1.5);
    assertThat(wires.link("x").state()).isEqualTo(OperState.LOWERLAYERDOWN);
  }

  @Test
  void of_up_and_down_in_one_request_the_last_counts() {
    pair("x", "y");
    wires.set("x", new LinkChange.Up(), new LinkChange.Down());
    assertThat(wires.link("x").has(LinkFlags.UP)).isFalse();
    wires.set("x", new LinkChange.Down(), new LinkChange.Up());
    assertThat(wires.link("x").has(LinkFlags.UP)).isTrue();
  }

  @Test
  void an_mtu_has_bounds() {
    pair("x", "y");
    Result.Refused refused = (Result.Refused) wires.set("x", new LinkChange.Mtu(67));
    assertThat(refused.message()).isEqualTo("mtu less than device minimum");
    assertThat(wires.set("x", new LinkChange.Mtu(68)).ok()).isTrue();
    assertThat(wires.set("x", new LinkChange.Mtu(65536)).ok()).isFalse();
  }

  @Test
  void a_bridge_is_no_port_of_a_bridge_and_a_link_has_one_master() {
    wires.bridge("br0");
    wires.bridge("br1");
    pair("x", "y");
    assertThat(errno(wires.set("br1", new LinkChange.Master("br0")))).isEqualTo(Errno.ELOOP);
    assertThat(errno(wires.set("lo", new LinkChange.Master("br0")))).isEqualTo(Errno.EINVAL);
    wires.set("x", new LinkChange.Master("br0"));
    wires.set("x", new LinkChange.Master("br1"));
    assertThat(wires.link("x").master()).isEqualTo("br1");
    wires.must(new Op.LinkDel(Ns.HOST, "br1"));
    assertThat(wires.link("x").master()).isEmpty();
  }

  @Test
  void a_vlan_has_its_parents_address_and_goes_with_it() {
    pair("x", "y");
    wires.add("x.10", new LinkKind.Vlan("x", 10, 0x8100));
    assertThat(wires.link("x.10").address()).isEqualTo(wires.link("x").address());
    assertThat(
            errno(
                wires.apply(
                    new Op.LinkAdd(
                        Ns.HOST, "again", new LinkKind.Vlan("x", 10, 0x8100), List.of()))))
        .isEqualTo(Errno.EEXIST);
    wires.must(new Op.LinkDel(Ns.HOST, "x"));
    assertThat(names(Ns.HOST)).containsExactly("lo");
  }

  @Test
  void many_links_are_found_by_name() {
    for (int i = 0; i < 40; i++) {
      pair("x" + i, "y" + i);
    }
    wires.must(new Op.LinkDel(Ns.HOST, "x7"));
    wires.set("x8", new LinkChange.Rename("x7"));
    assertThat(wires.link("x7").address()).isEqualTo(Mac.parse("02:00:00:00:00:11"));
    assertThat(wires.world.kernel().link(Ns.HOST, "x8")).isEmpty();
  }
}
