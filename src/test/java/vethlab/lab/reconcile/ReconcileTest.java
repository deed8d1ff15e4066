package vethlab.lab.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.observe.Observer;
import vethlab.lab.read.LabReader;
import vethlab.lab.write.LabText;
import vethlab.lab.yaml.Problems;
import vethlab.op.Commands;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

class ReconcileTest {
  private static final String LAB =
      """
      vethlab: 1
      name: t
      namespaces:
        host:
          sysctls: {net.ipv4.ip_forward: 1}
          interfaces:
            br0: {kind: bridge, addresses: [10.0.0.1/24]}
            v1: {master: br0}
          iptables: |
            *nat
            :POSTROUTING ACCEPT
            -A POSTROUTING -s 10.0.0.0/24 -j MASQUERADE
            COMMIT
        n1:
          interfaces:
            eth0: {addresses: [10.0.0.11/24]}
          routes: [{to: default, via: 10.0.0.1}]
      links:
        - endpoints: ["host:v1", "n1:eth0"]
      """;

  private static Lab lab(String text) {
    Problems problems = new Problems("");
    Lab lab = LabReader.read(text, "t", problems).orElseThrow();
    assertThat(problems.all()).isEmpty();
    return lab;
  }

  private static SimKernel built(Lab lab) {
    SimKernel kernel = new SimKernel(new World());
    kernel.applyAll(LabOps.build(lab));
    return kernel;
  }

  private static List<String> plan(String now, String wanted) {
    return Reconcile.plan(lab(now), lab(wanted)).stream().map(Commands::text).toList();
  }

  /** What must be done when this part of the lab has been changed. */
  private static List<String> undo(String part, String changed) {
    assertThat(LAB).contains(part);
    return plan(LAB.replace(part, changed), LAB);
  }

  @Test
  void nothing_is_done_where_nothing_differs() {
    assertThat(plan(LAB, LAB)).isEmpty();
  }

  @Test
  void an_address_that_was_added_is_deleted() {
    assertThat(undo("[10.0.0.11/24]", "[10.0.0.11/24, 10.9.9.9/24]"))
        .containsExactly("ip -n n1 addr del 10.9.9.9/24 dev eth0");
  }

  @Test
  void with_an_address_that_was_deleted_its_routes_come_back() {
    assertThat(
            undo(
                "eth0: {addresses: [10.0.0.11/24]}\n    routes: [{to: default, via: 10.0.0.1}]",
                "eth0: {}"))
        .containsExactly(
            "ip -n n1 addr add 10.0.0.11/24 dev eth0", "ip -n n1 route add default via 10.0.0.1");
  }

  @Test
  void a_link_that_was_set_down_is_set_up() {
    assertThat(undo("v1: {master: br0}", "v1: {master: br0, state: down}"))
        .containsExactly("ip link set v1 up");
  }

  @Test
  void a_port_that_was_taken_out_is_put_back() {
    assertThat(undo("v1: {master: br0}", "v1: {}")).containsExactly("ip link set v1 master br0");
  }

  @Test
  void a_sysctl_gets_its_value_back_and_one_that_was_set_its_default() {
    assertThat(undo("net.ipv4.ip_forward: 1", "net.ipv4.conf.all.rp_filter: 2"))
        .containsExactlyInAnyOrder(
            "sysctl -w net.ipv4.conf.all.rp_filter=0", "sysctl -w net.ipv4.ip_forward=1");
  }

  @Test
  void an_mtu_is_set_not_the_link_made_anew() {
    assertThat(undo("eth0: {addresses", "eth0: {mtu: 1400, addresses"))
        .containsExactly("ip -n n1 link set eth0 mtu 1500");
  }

  @Test
  void a_namespace_that_was_added_goes_with_its_links() {
    String more =
        LAB.replace("links:\n", "  n2:\n    interfaces: {eth0: {}}\nlinks:\n")
            + "  - endpoints: [\"host:v2\", \"n2:eth0\"]\n";
    assertThat(plan(more, LAB)).containsExactly("ip link del v2", "ip netns del n2");
  }

  static List<List<Path>> pairs() throws IOException {
    List<Path> labs;
    try (Stream<Path> folders = Files.list(Path.of("labs"))) {
      labs = folders.filter(Files::isDirectory).sorted().limit(12).toList();
    }
    List<List<Path>> pairs = new ArrayList<>();
    for (int i = 0; i < labs.size(); i++) {
      pairs.add(List.of(labs.get(i), labs.get((i + 1) % labs.size())));
      pairs.add(List.of(labs.get(i), labs.get((i + 5) % labs.size())));
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void any_lab_becomes_any_other(List<Path> pair) {
    Lab from = LabFolder.at(pair.get(0)).read().lab().orElseThrow();
    Lab to = LabFolder.at(pair.get(1)).read().lab().orElseThrow();
    SimKernel kernel = built(from);
    for (Op op : Reconcile.plan(Observer.lab(kernel, to), to)) {
      assertThat(kernel.apply(op)).as(Commands.text(op)).isEqualTo(Result.OK);
    }
    assertThat(LabText.of(Observer.lab(kernel, to)))
        .isEqualTo(LabText.of(Observer.lab(built(to), to)));
  }
}
