package vethlab.lab.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;
import vethlab.lab.yaml.Problem;

/** Every mistake of a lab, and what will not work in one without mistakes, with its place. */
class ValidationTest {
  private static final String LAB =
      """
      vethlab: 1
      namespaces:
        h1:
          interfaces: {eth0: {addresses: [10.0.1.2/24]}}
          routes: [{to: default, via: 10.0.1.1}]
        router:
          sysctls: {net.ipv4.ip_forward: 1}
          interfaces:
            a: {addresses: [10.0.1.1/24]}
            b: {addresses: [10.0.2.1/24]}
        h2:
          interfaces: {eth0: {addresses: [10.0.2.2/24]}}
          routes: [{to: default, via: 10.0.2.1}]
      links:
        - endpoints: ["h1:eth0", "router:a"]
        - endpoints: ["h2:eth0", "router:b"]
      """;

  @TempDir Path folder;

  private List<String> said(String lab) throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), lab);
    return Validation.of(LabFolder.at(folder)).stream()
        .map(Problem::toString)
        .map(text -> text.substring(folder.toString().length() + 1))
        .toList();
  }

  private List<String> saidWithRule(String rule) throws IOException {
    return said(
        LAB.replace(
            "    interfaces:\n      a:",
            "    iptables: |\n      *filter\n      :OWN - [0:0]\n      "
                + rule
                + "\n      COMMIT\n    interfaces:\n      a:"));
  }

  @Test
  void of_a_sound_lab_nothing_is_said() throws IOException {
    assertThat(said(LAB)).isEmpty();
  }

  @Test
  void what_will_not_work_is_told_where_it_stands() throws IOException {
    assertThat(said(LAB.replace("    routes: [{to: default, via: 10.0.1.1}]\n", "")))
        .containsExactly(
            "lab.yaml:3:3: warning: h1 has no route back to 10.0.2.0/24; via 10.0.1.1 would lead"
                + " there");
    assertThat(said(LAB.replace("ip_forward: 1", "ip_forward: 0")))
        .containsExactly(
            "lab.yaml:6:3: warning: router stands between subnets and does not forward:"
                + " net.ipv4.ip_forward is 0");
    assertThat(
            said(LAB.replace("10.0.2.1/24", "10.0.1.3/24").replace("via: 10.0.2.1", "dev: eth0")))
        .anyMatch(line -> line.startsWith("lab.yaml:10:7: warning: a (10.0.1.1/24) and b"));
    assertThat(said(LAB.replace("b: {addresses", "b: {mtu: 1400, addresses")))
        .containsExactly(
            "lab.yaml:10:7: warning: b of router takes packets up to 1400 bytes, h2:eth0 at its"
                + " other end sends up to 1500");
  }

  @Test
  void a_rule_that_iptables_restore_or_the_kernel_refuses_is_told_at_its_line() throws IOException {
    assertThat(saidWithRule("-A FORWARD -j OWN")).isEmpty();
    assertThat(saidWithRule("-A FORWARD -s 10.0.1.2,10.0.1.3 -j ACCEPT")).isEmpty();
    assertThat(saidWithRule("-A FORWARD -j NOWHERE"))
        .containsExactly(
            "lab.yaml:11:1: iptables: there is neither a target nor a chain NOWHERE in table"
                + " filter");
    assertThat(saidWithRule("-A INPUT -o b -j ACCEPT"))
        .containsExactly("lab.yaml:11:1: iptables: Can't use -o with INPUT");
    assertThat(saidWithRule("-A FORWARD -j MASQUERADE"))
        .containsExactly("lab.yaml:11:1: iptables: -A FORWARD -j MASQUERADE: Invalid argument");
    assertThat(saidWithRule("-A FORWARD -j OWN\n      -A OWN -j OWN"))
        .containsExactly("lab.yaml:12:1: iptables: -A OWN -j OWN: Too many links");
    assertThat(saidWithRule("-A FORWARD -h"))
        .containsExactly("lab.yaml:11:1: iptables: not a rule: -h");
  }

  @Test
  void mistakes_of_all_its_files_are_told_at_once() throws IOException {
    Files.writeString(folder.resolve("checks.yaml"), "vethlab: 1\nchecks: [{id: x}]\n");
    Files.writeString(folder.resolve("answers.yaml"), "- no mapping\n");
    assertThat(said(LAB.replace("routes:", "rotes:")))
        .containsExactly(
            "lab.yaml:5:5: unknown key \"rotes\" in namespace h1; did you mean \"routes\"?",
            "lab.yaml:13:5: unknown key \"rotes\" in namespace h2; did you mean \"routes\"?",
            "checks.yaml:2:10: a check asks one thing: one of reach, no-reach, trace, frames,"
                + " table, output, answer",
            "answers.yaml:1:1: answers must be a mapping (key: value)");
  }
}
