package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;
import vethlab.linux.agent.Launch;

/** Checks asked of this machine's kernel give what the simulator gives. */
class RealLabTest {
  @TempDir Path folder;

  @BeforeEach
  void possible() {
    assumeThat(Launch.obstacle()).as("no sandbox on this machine").isEmpty();
    for (String program : List.of("ping", "nc", "iptables-save")) {
      assumeThat(
              Stream.of("/bin", "/usr/bin", "/sbin", "/usr/sbin")
                  .anyMatch(bin -> Files.isExecutable(Path.of(bin, program))))
          .as(program + " is not installed")
          .isTrue();
    }
  }

  @Test
  void probes_tables_ways_and_commands() throws IOException {
    Files.writeString(
        folder.resolve("lab.yaml"),
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
              b: {addresses: [10.0.2.1/24, 10.0.3.1/24]}
            iptables: |
              *filter
              -A FORWARD -p tcp --dport 81 -j DROP
              COMMIT
            listen: [udp/53]
          h2:
            interfaces: {eth0: {addresses: [10.0.2.2/24]}}
            routes: [{to: default, via: 10.0.2.1}]
            listen: [tcp/80, tcp/81]
        links:
          - endpoints: ["h1:eth0", "router:a"]
          - endpoints: ["h2:eth0", "router:b"]
        """);
    Files.writeString(folder.resolve("session.sh"), "ip -n h1 link set eth0 down\n");
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        vethlab: 1
        checks:
          - {id: icmp, reach: {from: h1, to: 10.0.2.2, times: 2, size: 1472}}
          - {id: tcp, reach: {from: h1, to: 10.0.2.2, protocol: tcp/80}}
          - {id: udp-by-another-address, reach: {from: h1, to: 10.0.3.1, protocol: udp/53}}
          - {id: refused, no-reach: {from: h1, to: 10.0.2.2, protocol: tcp/82}}
          - {id: way, trace: {from: h1, to: 10.0.2.2, passes: [node == router and stage == FORWARD]}}
          - {id: line, frames: {from: h1, to: 10.0.2.2, on: router/b, has: [ARP who-has 10.0.2.2]}}
          - {id: rule, table: {ns: router, table: iptables, has: [-A FORWARD --dport 81 -j DROP]}}
          - {id: clean, table: {ns: h1, table: neighbours, lacks: [10.0.1.1]}}
          - {id: changes, output: {ns: h1, run: ip addr flush dev eth0, status: 0}}
          - {id: afterwards, after: session, no-reach: {from: h1, to: 10.0.2.2, within: 1}}
          - {id: dropped, reach: {from: h1, to: 10.0.2.2, protocol: tcp/81, within: 1}}
        """);
    LabTest.Report report = LabTest.of("lab", LabFolder.at(folder), LabTest.Kernels.REAL);

    assertThat(report.problems()).isEmpty();
    assertThat(report.asked().stream().filter(each -> !each.outcome().holds()))
        .extracting(each -> each.check().id())
        .containsExactly("dropped");
    CheckSentences sentences = CheckSentences.in(Locale.ENGLISH);
    assertThat(((Outcome.Fails) report.asked().getLast().outcome()).seen())
        .extracting(sentences::text)
        .first()
        .isEqualTo("h1 cannot reach 10.0.2.2 tcp/81.");
    assertThat(((Outcome.Fails) report.asked().getLast().outcome()).seen())
        .extracting(sentences::text)
        .anyMatch(
            text -> text.startsWith("router, FORWARD") && text.contains("--dport 81 -j DROP"));
  }
}
