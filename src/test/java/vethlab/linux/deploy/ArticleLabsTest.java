package vethlab.linux.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vethlab.linux.PrivateMachine;

/**
 * The labs of the articles on a real kernel: deployed, deployed again, their session run for real
 * and compared with the simulator's, destroyed. The machine is then as it was, letter for letter.
 */
class ArticleLabsTest {
  private static final String SCRIPT =
      """
      set -e
      machine() {
        ip -d link | sed 's/^[0-9]*: //'
        ip -o addr | sed 's/^[0-9]*: //'
        ip route show table all
        ip rule
        ip neigh
        ip netns
        iptables-save | grep -v '^#' || true
        sysctl -a 2>/dev/null | grep -E '^net\\.(ipv4\\.(conf|ip|icmp|neigh)|bridge)'
        cut -d' ' -f4- /proc/self/mountinfo
        find /run | sort
        ps -e -o args | grep '[v]ethlab.cli' || true
      }
      ip netns add before
      ip link add eth9 type veth peer name other netns before
      ip addr add 192.0.2.9/24 dev eth9
      ip link set eth9 up
      ip route add 203.0.113.0/24 dev eth9
      ip rule add from 192.0.2.77 lookup 77
      touch /run/before /run/after
      machine >/run/before
      for where in '' --host; do
        vethlab deploy $where labs/LAB
        vethlab deploy $where labs/LAB
        vethlab status
        [ -n "$where" ] || vethlab verify labs/LAB
        vethlab destroy LAB
        machine >/run/after
        diff /run/before /run/after
      done
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bridge",
        "container-to-container",
        "container-to-internet",
        "dnat",
        "masquerade",
        "netlink",
        "routes",
        "veth-pair"
      })
  void a_lab_comes_runs_as_simulated_and_goes(String lab) throws Exception {
    PrivateMachine.Outcome outcome = PrivateMachine.run(SCRIPT.replace("LAB", lab));
    assertThat(outcome.printed())
        .matches(
            """
            LAB is deployed: .* operations
            LAB is deployed already; nothing to change
            LAB  sandbox, process .*  as deployed
            labs/LAB: equal
            LAB is destroyed
            LAB is on the machine: .* operations
            LAB is on the machine already.*
            LAB  on the machine  as deployed
            LAB is destroyed\
            """
                .replace("LAB", lab));
    assertThat(outcome.status()).isZero();
  }
}
