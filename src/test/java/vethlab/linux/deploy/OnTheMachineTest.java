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
}
