package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.LabFolder;
import vethlab.lab.check.LabTest.Report;

/**
 * The checks of the labs under labs/: they hold, but in the find-the-fault labs, where they hold
 * once the fault is gone, however it went.
 */
class ShippedChecksTest {
  /**
   * Somebody's cure of a find-the-fault lab.
   *
   * @param was a piece of its lab.yaml
   * @param becomes what is written there instead
   */
  record Cure(String lab, String was, String becomes) {
    @Override
    public String toString() {
      return lab + ": " + becomes.strip();
    }
  }

  @TempDir Path folder;

  static List<Path> labs() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("labs"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  static List<Path> riddles() throws IOException {
    return labs().stream().filter(lab -> LabFolder.at(lab).isRiddle()).toList();
  }

  private static Report test(LabFolder lab) {
    Report report = LabTest.of(lab.name(), lab, LabTest.Kernels.SIMULATED);
    assertThat(report.isInvalid()).as("%s", report.problems()).isFalse();
    return report;
  }

  @ParameterizedTest
  @MethodSource("labs")
  void the_checks_of_a_lab_fail_where_there_is_a_fault_to_find_and_nowhere_else(Path lab) {
    LabFolder read = LabFolder.at(lab);

    assertThat(test(read).passes()).isNotEqualTo(read.isRiddle());
    assertThat(test(read.solved()).passes()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("riddles")
  void the_file_of_a_riddle_does_not_comment_on_its_fault(Path lab) throws IOException {
    assertThat(Files.readString(lab.resolve("lab.yaml"))).doesNotContain("#");
  }

  @ParameterizedTest
  @MethodSource("cures")
  void another_cure_is_as_good(Cure cure) throws IOException {
    assertThat(cured(cure).passes()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void what_breaks_something_else_is_no_cure(Cure cure) throws IOException {
    assertThat(cured(cure).passes()).isFalse();
  }

  private Report cured(Cure cure) throws IOException {
    Path lab = Path.of("labs", "fault-" + cure.lab());
    String text = Files.readString(lab.resolve("lab.yaml"));
    assertThat(text).contains(cure.was());
    Files.writeString(folder.resolve("lab.yaml"), text.replace(cure.was(), cure.becomes()));
    Files.copy(lab.resolve("checks.yaml"), folder.resolve("checks.yaml"));
    return test(LabFolder.at(folder));
  }

  static List<Cure> cures() {
    String server = "    routes: [{to: default, via: 10.1.0.1}]\n";
    String last = "      -A FORWARD -i docker0 -j ACCEPT\n";
    String toDc = "    routes: [{to: 10.80.0.0/24, via: 10.255.0.2}]\n";
    return List.of(
        new Cure(
            "second-card",
            server,
            """
                routes: [{to: default, via: 10.1.0.1}, {to: default, via: 10.2.0.1, table: 102}]
                rules: [{from: 10.2.0.10, table: 102}]
            """),
        new Cure("second-card", "rp_filter: 1", "rp_filter: 0"),
        new Cure("same-bridge", last, last + "      -A FORWARD -i br0 -o br0 -j ACCEPT\n"),
        new Cure(
            "same-bridge",
            last,
            last + "      -A FORWARD -m physdev --physdev-is-bridged -j ACCEPT\n"),
        new Cure(
            "page-never-comes",
            toDc,
            toDc
                + """
                    iptables: |
                      *mangle
                      -A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
                      COMMIT
                """),
        new Cure("page-never-comes", "via: 10.80.0.1}", "via: 10.80.0.1, mtu: 1400}"),
        new Cure("page-never-comes", "[10.80.0.80/24]}", "[10.80.0.80/24], mtu: 1400}"),
        new Cure(
            "page-never-comes",
            "      -A INPUT -p tcp -j ACCEPT\n",
            """
                  -A INPUT -p tcp -j ACCEPT
                  -A INPUT -p icmp -m icmp --icmp-type 3/4 -j ACCEPT
            """),
        new Cure(
            "half-the-time",
            "via: 10.0.1.1}]\n    listen: [tcp/80]\nlinks",
            "via: 10.0.1.1}, {to: 10.0.7.0/24, via: 10.0.1.1}]\n    listen: [tcp/80]\nlinks"),
        new Cure(
            "works-from-outside",
            "ip_forward: 1}",
            "ip_forward: 1, net.bridge.bridge-nf-call-iptables: 1}"),
        new Cure("new-uplink", "-o eth0 -j", "-o eth1 -j"),
        new Cure("half-a-minute", "stp_state: 1", "stp_state: 1, forward_delay: 200"),
        new Cure("all-but-one", "00:30\", dev", "00:31\", dev"),
        new Cure(
            "silent-database",
            "    listen:",
            "    routes: [{to: 10.20.0.0/24, via: 10.30.0.1}]\n    listen:"));
  }

  static List<Cure> mistakes() {
    return List.of(
        new Cure("same-bridge", ":FORWARD DROP", ":FORWARD ACCEPT"),
        new Cure("page-never-comes", ":INPUT DROP", ":INPUT ACCEPT"),
        new Cure("works-from-outside", "-s 192.168.1.0/24 -o eth0 -j", "-j"),
        new Cure(
            "second-card",
            "{to: default, via: 10.1.0.1}",
            "{to: default, via: 10.1.0.1}, {to: 10.9.0.0/24, via: 10.2.0.1}"),
        new Cure("half-the-time", "-m statistic --mode nth --every 2 --packet 0 ", ""));
  }
}
