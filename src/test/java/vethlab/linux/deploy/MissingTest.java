package vethlab.linux.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.linux.LinuxKernel;
import vethlab.linux.PrivateHost;
import vethlab.linux.PrivateMachine;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.Transport;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/** Machines that lack something: it is told, and a deploy that needs it touches nothing. */
class MissingTest {
  @TempDir private Path folder;

  @Test
  void without_iptables_only_labs_with_rules_are_refused() throws Exception {
    String script =
        """
        mount --bind /dev/null $(readlink -f $(command -v iptables-restore))
        ip netns add before; ip netns del before
        machine() { ip -o link; ip netns; find /run; pgrep -c java; }
        before=$(machine)
        vethlab doctor | grep -E 'iptables-restore|Labs can'
        for where in '' --host; do
          vethlab deploy $where labs/container-to-internet; echo $?
        done
        [ "$before" = "$(machine)" ] && echo untouched
        vethlab deploy labs/bridge
        vethlab destroy bridge
        """;
    String missing =
        "vethlab: iptables rules need iptables-restore (of iptables), which is missing"
            + " (see vethlab doctor)\n5\n";
    assertThat(PrivateMachine.run(script).printed())
        .startsWith("no  iptables-restore  iptables-restore (of iptables) is missing;")
        .contains("Labs can be deployed here; what they can't use:")
        .contains(missing + missing + "untouched\nbridge is deployed")
        .endsWith("bridge is destroyed");
  }

  @Test
  void without_root_and_without_user_namespaces_nothing_can_be_deployed() throws Exception {
    String script =
        """
        mkdir -m 777 /run/user
        cat >/run/limited <<'END'
        echo 0 >/proc/sys/user/max_user_namespaces
        export XDG_RUNTIME_DIR=/run/user
        vethlab doctor | grep -E '^no|simulated'; echo ${PIPESTATUS[0]}
        vethlab deploy labs/bridge; echo $?
        vethlab deploy --host labs/bridge; echo $?
        vethlab run labs/bridge/session.sh >/dev/null 2>&1; echo $?
        find /run/user
        END
        setpriv --reuid 65534 --regid 65534 --clear-groups \\
          unshare --user --map-current-user --keep-caps bash /run/limited
        """;
    PrivateMachine.needsReaders();
    PrivateMachine.Outcome outcome = PrivateMachine.run(script);
    assertThat(outcome.printed().lines())
        .anyMatch(l -> l.startsWith("no  namespaces") && l.contains("needs sudo here"))
        .contains("Labs can be drawn and simulated here, but not deployed.")
        .anyMatch(l -> l.startsWith("vethlab: no sandbox can be made here: unshare:"))
        .anyMatch(l -> l.startsWith("vethlab: the machine's own network needs root"))
        .filteredOn(l -> l.matches("\\d"))
        .containsExactly("5", "5", "5", "0");
    assertThat(outcome.printed()).endsWith("0\n/run/user");
  }

  @Test
  void without_bridges_a_lab_with_one_is_refused_before_anything_is_made() {
    WithoutBridges kernelWithout = new WithoutBridges();
    PrivateHost.with(
        Naming.SYMBOLIC_LINK,
        kernelWithout,
        (kernel, names) -> {
          List<Op> ops =
              List.of(
                  new Op.NetnsAdd("n1"),
                  new Op.LinkAdd(Ns.HOST, "br0", new LinkKind.Bridge(List.of()), List.of()));
          LabFolders folders = new LabFolders(folder.resolve("labs"));
          assertThatThrownBy(() -> deploy(folders, kernel, ops))
              .isInstanceOfSatisfying(
                  DeployException.class,
                  e -> assertThat(e.reason()).isEqualTo(DeployException.Reason.NOT_ALLOWED))
              .hasMessage(
                  "bridge br0: this kernel has no links of kind bridge (it says: Unknown device"
                      + " type) (see vethlab doctor)");
          assertThat(kernel.namespaces()).isEmpty();
          assertThat(kernel.links(Ns.HOST)).hasSize(1);
          assertThat(Files.exists(folder.resolve("labs"))).isFalse();
          deploy(folders, kernel, ops.subList(0, 1));
          assertThat(kernel.namespaces()).containsExactly(new Ns("n1"));
          assertThat(new HostDeployment(folders, kernel).destroy("t")).isTrue();
        });
  }

  private static void deploy(LabFolders folders, LinuxKernel kernel, List<Op> ops)
      throws Exception {
    new HostDeployment(folders, kernel).deploy("t", ops, "", _ -> Optional.empty());
  }

  /** A kernel to which {@code bridge} is a word without a meaning. */
  private static final class WithoutBridges implements Transport {
    private static final byte[] WORD = "bridge\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    public long send(int fd, ByteBuffer messages) {
      for (int at = 0; at + WORD.length <= messages.limit(); at++) {
        byte[] there = new byte[WORD.length];
        messages.get(at, there);
        if (java.util.Arrays.equals(there, WORD)) {
          messages.put(at, (byte) 'B');
        }
      }
      return KERNEL.send(fd, messages);
    }

    @Override
    public long receive(int fd, ByteBuffer into, int flags) {
      return KERNEL.receive(fd, into, flags);
    }
  }
}
