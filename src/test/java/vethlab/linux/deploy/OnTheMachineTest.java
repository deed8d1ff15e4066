package vethlab.linux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.linux.PrivateMachine;

/** Labs pushed to a machine's own network. */
class OnTheMachineTest {

  @Test
  void namespaces_start_with_the_kernels_own_defaults() throws Exception {
    String script =
        """
        ip netns add other
        vethlab deploy --host labs/container-to-internet 2>/dev/null
        for ns in other c1; do ip netns exec $ns sysctl -n net.ipv6.conf.default.disable_ipv6; done
        sysctl -n net.ipv6.conf.default.disable_ipv6
        """;
    assertThat(PrivateMachine.run(script).printed()).isEqualTo("0\n1\n0");
  }

  @Test
  void a_lab_is_in_a_sandbox_or_on_the_machine_but_not_both() throws Exception {
    String script =
        """
        vethlab deploy labs/masquerade 2>/dev/null
        vethlab deploy --host labs/masquerade
        vethlab destroy masquerade 2>/dev/null
        vethlab deploy --host labs/masquerade 2>/dev/null
        vethlab deploy labs/masquerade
        vethlab destroy masquerade
        pgrep -c java
        """;
    assertThat(PrivateMachine.run(script).printed())
        .isEqualTo(
            """
            vethlab: masquerade runs in a sandbox; destroy it first
            vethlab: masquerade is on the machine; destroy it first
            masquerade is destroyed
            0\
            """);
  }

  @Test
  void a_lab_in_which_something_listens_is_refused_before_anything_is_touched() throws Exception {
    String script =
        """
        machine() { ip -o link; ip netns; find /run; pgrep -c java; }
        machine >/run/before; machine >/run/before
        vethlab plan --host labs/fault-silent-database; echo $?
        vethlab deploy --host labs/fault-silent-database; echo $?
        machine | diff /run/before -
        """;
    String refused =
        "vethlab: db listens on tcp/5432: on the machine's own network nothing is started that"
            + " answers; deploy without --host, or take listen out of the lab\n1";
    assertThat(PrivateMachine.run(script).printed()).isEqualTo(refused + "\n" + refused);
  }

  /** A copy of a shipped lab on a machine that has a bridge, a route and a rule of its own. */
  private static final String DEPLOYED =
      """
      cp -r labs/container-to-internet /run/lab
      sed -i 's/^name:.*/name: lab/' /run/lab/lab.yaml
      ip link add other type bridge; ip link set other up; ip addr add 10.77.0.1/24 dev other
      ip route add 10.66.0.0/16 via 10.77.0.9
      iptables -t nat -A POSTROUTING -s 10.77.0.0/24 -j MASQUERADE
      ip netns add more
      machine() {
        ip -o link | sed 's/^[0-9]*://'; ip route; ip rule; ip netns; sysctl net.ipv4.ip_forward
        iptables-save | grep -v '^[#:]'
      }
      machine >/run/before
      vethlab deploy --host /run/lab 2>/dev/null
      """;

  private static final String SOMEBODY =
      """
      ip -n c2 addr add 10.9.9.9/24 dev eth0
      ip link set veth2 nomaster
      ip netns del c1
      sysctl -qw net.ipv4.ip_forward=0
      iptables -t nat -D POSTROUTING 2
      """;

  private static String printed(String script) throws Exception {
    return PrivateMachine.run(DEPLOYED + script).printed();
  }

  @Test
  void what_somebody_changed_is_told_and_only_what_is_the_labs() throws Exception {
    String script =
        """
        ip link add third type bridge
        iptables -t nat -A POSTROUTING -s 10.78.0.0/24 -j MASQUERADE
        vethlab status
        """
            + SOMEBODY
            + "vethlab status\nvethlab deploy --host /run/lab 2>/dev/null; echo $?";
    assertThat(printed(script))
        .isEqualTo(
            """
            lab  on the machine  as deployed
            lab  on the machine  changed
              ip link set veth2 nomaster
              ip link del veth1
              ip netns del c1
              sysctl -w net.ipv4.ip_forward=0
              ip -n c2 addr add 10.9.9.9/24 dev eth0
              iptables -t nat -D POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
            6\
            """);
  }

  @Test
  void what_somebody_changed_is_taken_back() throws Exception {
    String script =
        SOMEBODY
            + """
            vethlab deploy --host --undo /run/lab
            vethlab status
            for c in c1 c2; do ip netns exec $c ping -c 1 -W 1 220.181.38.148 | grep -o '1 received'; done
            vethlab destroy lab
            machine | diff /run/before -
            """;
    assertThat(printed(script))
        .isEqualTo(
            """
            lab is as it was: 12 operations
            lab  on the machine  as deployed
            1 received
            1 received
            lab is destroyed\
            """);
  }

  @Test
  void a_neighbour_that_the_bridge_forgets_on_the_way_is_there_again() throws Exception {
    String script =
        """
        vethlab destroy lab 2>/dev/null
        sed -i 's|^    routes: .{to: default, via: 172.28|    neighbours: [{to: 172.17.0.9, mac: "02:00:00:00:09:09", dev: docker0}]\\n&|' /run/lab/lab.yaml
        vethlab deploy --host /run/lab 2>/dev/null
        ip link set veth2 nomaster
        ip link set veth2 address 02:00:00:00:00:00
        ip neigh replace 172.17.0.9 lladdr 02:00:00:00:09:09 dev docker0 nud permanent
        vethlab deploy --host --undo /run/lab
        ip neigh show 172.17.0.9 | grep -c PERMANENT
        vethlab status
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            lab is as it was: 2 operations
            1
            lab  on the machine  as deployed\
            """);
  }

  @Test
  void what_somebody_changed_is_written_into_the_lab() throws Exception {
    String script =
        """
        ip -n c2 addr add 10.9.9.9/24 dev eth0
        ip addr add 172.17.9.1/16 dev docker0
        ip netns del c1
        vethlab deploy --host --adopt /run/lab
        vethlab status
        vethlab deploy --host /run/lab
        grep -c -e 10.9.9.9/24 -e 172.17.9.1/16 /run/lab/lab.yaml
        grep -c c1: /run/lab/lab.yaml
        vethlab destroy lab
        machine | diff /run/before -
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            /run/lab/lab.yaml says what lab is now
            lab  on the machine  as deployed
            lab is on the machine already
            2
            0
            lab is destroyed\
            """);
  }

  @Test
  void a_name_that_somebody_has_taken_is_not_taken_back() throws Exception {
    String script =
        """
        ip link del veth2
        ip link add veth2 type bridge
        ip -n c1 addr add 10.9.9.9/24 dev eth0
        vethlab deploy --host --undo /run/lab; echo $?
        ip -n c1 addr show dev eth0 | grep -c 10.9.9.9
        vethlab destroy lab
        ip -o link show veth2 | grep -c veth2
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            vethlab: there is a link veth2 already
            7
            1
            lab is destroyed
            1\
            """);
  }
}
