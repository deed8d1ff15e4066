package vethlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vethlab.lab.compare.Difference;
import vethlab.linux.LinuxKernel;
import vethlab.linux.PrivateHost;
import vethlab.linux.Saboteur;
import vethlab.linux.deploy.DeployException;
import vethlab.linux.deploy.HostDeployment;
import vethlab.linux.deploy.LabFolders;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.KernelRefusal;
import vethlab.op.Kernel;
import vethlab.op.Ns;

/**
 * Messages to the kernel of a deploy and of a destroy fail, one at a time: all is taken back, and
 * the object is named. {@code -Dvethlab.every=1} has each of them fail, which takes minutes.
 */
class KernelErrorsTest {
  private static final int EVERY = Integer.getInteger("vethlab.every", 29);

  private static final Path LAB = Path.of("src/test/resources/vethlab/linux/nat-20");

  /** An object and its name, or what was asked of a namespace. */
  private static final String NAMED =
      "(namespace|bridge|veth|link|address|route to|neighbour|sysctl|iptables table) \\S+.*"
          + "|policy rule.*|.* of (the host|namespace \\S+) can't be read.*";

  private final LabChoice lab = LabChoice.at(LAB);

  @TempDir private Path folder;

  private Optional<String> wrong(Kernel kernel) {
    Optional<Difference> drift = lab.driftInside(kernel);
    return drift.map(DeployCommand::sentence);
  }

  private void deploy(LinuxKernel kernel) throws IOException {
    host(kernel).deploy(lab.name(), lab.ops(), "", this::wrong);
  }

  private HostDeployment host(LinuxKernel kernel) {
    return new HostDeployment(new LabFolders(folder.resolve("labs")), kernel);
  }

  /** All that a lab could leave on the machine. */
  private List<String> machine(LinuxKernel kernel, Path names) throws IOException {
    List<String> all = new ArrayList<>();
    kernel.links(Ns.HOST).forEach(l -> all.add(l.name() + " " + l.flags() + " " + l.group()));
    kernel.addresses(Ns.HOST).forEach(a -> all.add(a.toString()));
    kernel.routes(Ns.HOST).forEach(r -> all.add(r.toString()));
    kernel.rules(Ns.HOST).forEach(r -> all.add(r.toString()));
    kernel.neighbours(Ns.HOST).forEach(n -> all.add(n.toString()));
    all.add(kernel.iptables(Ns.HOST).text());
    TreeMap<String, String> sysctls = new TreeMap<>();
    for (String key : List.of("net.ipv4.ip_forward", "net.ipv4.ip_default_ttl")) {
      sysctls.put(key, kernel.sysctl(Ns.HOST, key).orElse(""));
    }
    all.add(sysctls.toString());
    for (Path directory : List.of(folder, names)) {
      try (var files = Files.walk(directory)) {
        files.map(Path::toString).sorted().forEach(all::add);
      }
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(Saboteur.Way.class)
  void a_deploy_takes_everything_back_and_names_the_object(Saboteur.Way way) {
    Saboteur saboteur = new Saboteur();
    PrivateHost.with(
        Naming.BIND_MOUNT,
        saboteur,
        (kernel, names) -> {
          List<String> before = machine(kernel, names);
          int number = 1;
          while (true) {
            saboteur.aim(way, number);
            Optional<String> said = tryDeploy(kernel);
            boolean fired = saboteur.fired();
            saboteur.aim(way, 0);
            if (!fired) {
              break;
            }
            if (said.isPresent()) {
              assertThat(said.get()).as("message %d fails", number).matches(NAMED);
            } else { // a question that need not be answered
              assertThat(wrong(kernel)).as("message %d fails", number).isEmpty();
              assertThat(host(kernel).destroy(lab.name())).isTrue();
            }
            assertThat(machine(kernel, names)).as("message %d failed", number).isEqualTo(before);
            number += EVERY;
          }
          assertThat(number).isGreaterThan(150);
          assertThat(wrong(kernel)).isEmpty();
          assertThat(host(kernel).destroy(lab.name())).isTrue();
          assertThat(machine(kernel, names)).isEqualTo(before);
        });
  }

  /** What the refusal says; empty where the lab was deployed. */
  private Optional<String> tryDeploy(LinuxKernel kernel) throws IOException {
    try {
      deploy(kernel);
      return Optional.empty();
    } catch (DeployException | KernelRefusal e) {
      return Optional.of(e.getMessage());
    }
  }

  @ParameterizedTest
  @EnumSource(Saboteur.Way.class)
  void a_destroy_goes_on_or_names_the_object_and_can_be_done_again(Saboteur.Way way) {
    Saboteur saboteur = new Saboteur();
    PrivateHost.with(
        Naming.BIND_MOUNT,
        saboteur,
        (kernel, names) -> {
          List<String> before = machine(kernel, names);
          boolean fired = true;
          for (int number = 1; fired; number += EVERY) {
            deploy(kernel);
            saboteur.aim(way, number);
            Optional<String> said = tryDestroy(kernel);
            fired = saboteur.fired();
            saboteur.aim(way, 0);
            if (said.isPresent()) {
              assertThat(said.get())
                  .as("message %d fails", number)
                  .matches("(could not take back )?" + NAMED);
              assertThat(host(kernel).destroy(lab.name())).isTrue();
            }
            assertThat(machine(kernel, names)).as("message %d failed", number).isEqualTo(before);
          }
        });
  }

  private Optional<String> tryDestroy(LinuxKernel kernel) {
    try {
      host(kernel).destroy(lab.name());
      return Optional.empty();
    } catch (IOException | KernelRefusal e) {
      return Optional.of(e.getMessage());
    }
  }
}
