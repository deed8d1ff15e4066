package vethlab.linux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.linux.PrivateMachine;

/** A lab that runs, and somebody who changes it; a lab that is changed while it runs. */
class DriftTest {
  /** A copy of a shipped lab, deployed; {@code inside} does something in its sandbox. */
  private static final String DEPLOYED =
      """
      cp -r labs/container-to-internet /run/lab
      sed -i 's/^name:.*/name: lab/' /run/lab/lab.yaml
      vethlab deploy /run/lab 2>/dev/null
      inside() { nsenter -t $(cat /run/vethlab/lab/agent.pid) -n -m -p "$@"; }
      """;

  private static String printed(String script) throws Exception {
    return PrivateMachine.run(DEPLOYED + script).printed().replaceAll("process \\d+", "process N");
  }

  @Test
  void deploying_again_changes_nothing() throws Exception {
    String script =
        """
        inside ip -n c1 -d link >/run/before
        vethlab plan /run/lab
        vethlab deploy /run/lab
        inside ip -n c1 -d link | cmp - /run/before && vethlab status
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            lab is deployed already; nothing to change
            lab is deployed already; nothing to change
            lab  sandbox, process N  as deployed\
            """);
  }

  @Test
  void a_changed_lab_changes_only_that_in_the_running_one() throws Exception {
    String script =
        """
        index() { inside ip -n c1 -o link show eth0 | cut -d: -f1; }
        before=$(index)
        sed -i 's|172.17.0.2/16|172.17.0.22/16|' /run/lab/lab.yaml
        vethlab plan /run/lab
        vethlab deploy /run/lab
        [ $before = $(index) ] && inside ip netns exec c1 ping -c 1 -W 1 220.181.38.148 | grep -o '1 received'
        vethlab deploy /run/lab
        vethlab status
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            ip -n c1 addr del 172.17.0.2/16 dev eth0
            ip -n c1 addr add 172.17.0.22/16 dev eth0
            ip -n c1 route add default via 172.17.0.1
            lab is changed: 3 operations
            1 received
            lab is deployed already; nothing to change
            lab  sandbox, process N  as deployed\
            """);
  }

  private static final String SOMEBODY =
      """
      inside ip -n c2 addr add 10.9.9.9/24 dev eth0
      inside ip link set veth2 nomaster
      inside sysctl -qw net.ipv4.ip_forward=0
      inside ip netns add more
      inside iptables -t nat -F
      """;

  @Test
  void what_somebody_changed_is_told_and_not_overwritten_unasked() throws Exception {
    String printed = printed(SOMEBODY + "vethlab status\nvethlab deploy /run/lab; echo $?");
    assertThat(printed.lines())
        .contains("lab  sandbox, process N  changed", "  ip -n c2 addr add 10.9.9.9/24 dev eth0")
        .contains("  ip link set veth2 nomaster", "  ip netns add more")
        .contains("  sysctl -w net.ipv4.ip_forward=0")
        .contains("vethlab: lab runs, and somebody has changed it:")
        .contains("--undo takes that back, --adopt writes it into the lab", "6");
    assertThat(printed).containsPattern("iptables-restore.*\n?.*\\*nat");
  }

  @Test
  void what_somebody_changed_is_taken_back() throws Exception {
    String script =
        SOMEBODY
            + """
            vethlab deploy --undo /run/lab 2>/dev/null
            vethlab status
            inside ip netns exec c2 ping -c 1 -W 1 220.181.38.148 | grep -o '1 received'
            """;
    assertThat(printed(script)).isEqualTo("lab  sandbox, process N  as deployed\n1 received");
  }

  @Test
  void what_somebody_changed_is_written_into_the_lab() throws Exception {
    String script =
        """
        inside ip -n c2 addr add 10.9.9.9/24 dev eth0
        inside ip -n c2 route add 10.8.0.0/16 via 172.17.0.1
        cp /run/lab/lab.yaml /run/before
        vethlab deploy --adopt /run/lab
        diff /run/before /run/lab/lab.yaml
        vethlab status
        vethlab deploy /run/lab
        vethlab validate /run/lab
        """;
    assertThat(printed(script))
        .contains("10.9.9.9/24")
        .contains("10.8.0.0/16")
        .contains("lab  sandbox, process N  as deployed\nlab is deployed already");
  }

  @Test
  void a_change_that_the_kernel_refuses_leaves_all_as_it_was() throws Exception {
    String script =
        """
        sed -i 's|172.17.0.2/16|172.17.0.22/16|; s|-j MASQUERADE|-m nonsense -j MASQUERADE|' /run/lab/lab.yaml
        vethlab deploy /run/lab 2>&1 | head -1
        vethlab status
        """;
    assertThat(printed(script))
        .contains("nonsense")
        .endsWith("lab  sandbox, process N  as deployed");
  }

  @Test
  void a_change_that_is_killed_is_taken_back_by_whatever_comes_next() throws Exception {
    String script =
        """
        sed -i 's|172.17.0.2/16|172.17.0.22/16|' /run/lab/lab.yaml
        for next in status 'plan /run/lab' 'deploy /run/lab'; do
          vethlab deploy /run/lab >/dev/null 2>&1 &
          disown
          until [ -e /run/vethlab/lab/change ]; do :; done
          kill -9 $!
          vethlab $next
          ls /run/vethlab/lab
        done
        inside ip netns exec c1 ping -c 1 -W 1 220.181.38.148 | grep -o '1 received'
        vethlab status
        """;
    String files = "agent.log\nagent.pid\nagent.sock\nlab.yaml\n";
    assertThat(printed(script))
        .isEqualTo(
            """
            lab  sandbox, process N  as deployed
            %sip -n c1 addr del 172.17.0.2/16 dev eth0
            ip -n c1 addr add 172.17.0.22/16 dev eth0
            ip -n c1 route add default via 172.17.0.1
            %slab is changed: 3 operations
            %s1 received
            lab  sandbox, process N  as deployed\
            """
                .formatted(files, files, files));
  }

  @Test
  void what_answers_comes_and_goes_with_what_the_lab_says() throws Exception {
    String script =
        """
        sed -i 's|^  c1:|  c1:\\n    listen: [tcp/7]|' /run/lab/lab.yaml
        vethlab deploy /run/lab
        inside ip netns exec c1 ss -Hltn | grep -c :7
        sed -i 's|tcp/7|udp/9|' /run/lab/lab.yaml
        vethlab deploy /run/lab
        inside ip netns exec c1 ss -Hltn | grep -c :7
        inside ip netns exec c1 ss -Hlun | grep -c '0.0.0.0:9'
        vethlab status
        """;
    assertThat(printed(script))
        .isEqualTo(
            """
            lab is changed: 0 operations
            1
            lab is changed: 0 operations
            0
            1
            lab  sandbox, process N  as deployed\
            """);
  }
}
