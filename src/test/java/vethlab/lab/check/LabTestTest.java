package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;
import vethlab.lab.yaml.Problem;

/** A lab of two hosts and a router, and what its checks say when something is amiss. */
class LabTestTest {
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
          iptables: |
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -p icmp -j ACCEPT
            -A FORWARD -p tcp --dport 80 -j ACCEPT
            -A FORWARD -p tcp --sport 80 -j ACCEPT
            COMMIT
        h2:
          interfaces: {eth0: {addresses: [10.0.2.2/24]}}
          routes: [{to: default, via: 10.0.2.1}]
          listen: [tcp/80, tcp/81, udp/53]
      links:
        - endpoints: ["h1:eth0", "router:a"]
        - endpoints: ["h2:eth0", "router:b"]
      """;

  @TempDir Path folder;

  @BeforeEach
  void sound() throws IOException {
    write("lab.yaml", LAB);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void without(String line) throws IOException {
    assertThat(LAB).contains(line);
    write("lab.yaml", LAB.replace(line, ""));
  }

  private LabTest.Report report(String... checks) throws IOException {
    write("checks.yaml", "vethlab: 1\nchecks:\n" + String.join("", checks));
    return LabTest.of("lab", LabFolder.at(folder), LabTest.Kernels.SIMULATED);
  }

  private static String check(String asks) {
    return "  - {id: it, say: it holds, " + asks + "}\n";
  }

  /** What is said of a lab's only check; nothing where it holds. */
  private String said(String asks) throws IOException {
    LabTest.Report report = report(check(asks));
    assertThat(report.problems()).isEmpty();
    CheckSentences sentences = CheckSentences.in(Locale.ENGLISH);
    return switch (report.asked().getFirst().outcome()) {
      case Outcome.Holds _ -> "";
      case Outcome.Fails(List<Outcome.Remark> seen) ->
          String.join("\n", seen.stream().map(sentences::text).toList());
    };
  }

  private List<String> problems(String... checks) throws IOException {
    return report(checks).problems().stream()
        .map(Problem::toString)
        .map(text -> text.substring(folder.toString().length() + 1))
        .toList();
  }

  // --- reachability ------------------------------------------------------------------------------

  @Test
  void who_is_answered_reaches() throws IOException {
    assertThat(said("reach: {from: h1, to: 10.0.2.2, times: 3}")).isEmpty();
    assertThat(said("reach: {from: h1, to: 10.0.2.2, protocol: tcp/80, times: 2}")).isEmpty();
    assertThat(said("reach: {from: router, to: 10.0.2.2, protocol: udp/53}")).isEmpty();
    assertThat(said("reach: {from: h1, to: 10.0.2.2, size: 1472}")).isEmpty();
  }

  @Test
  void a_drop_is_named_with_its_place_and_its_rule() throws IOException {
    assertThat(said("reach: {from: h1, to: 10.0.2.2, protocol: tcp/81}"))
        .startsWith("h1 cannot reach 10.0.2.2 tcp/81.")
        .contains("router, FORWARD")
        .contains("The policy DROP ends it here. [-P FORWARD DROP]");
    without("      -A FORWARD -p icmp -j ACCEPT\n");
    assertThat(said("reach: {from: h1, to: 10.0.2.2}")).contains("router, FORWARD");
  }

  @Test
  void who_should_not_reach_and_does_is_told_with_what_let_it_through() throws IOException {
    assertThat(said("no-reach: {from: h1, to: 10.0.2.2, protocol: tcp/81, within: 1}")).isEmpty();
    assertThat(said("no-reach: {from: h1, to: 10.0.2.2, protocol: tcp/80}"))
        .startsWith("h1 reaches 10.0.2.2 tcp/80 and should not")
        .contains("-A FORWARD -p tcp -m tcp --dport 80 -j ACCEPT");
  }

  @Test
  void a_missing_route_is_named() throws IOException {
    without("    routes: [{to: default, via: 10.0.1.1}]\n");
    assertThat(said("reach: {from: h1, to: 10.0.2.2}")).contains("h1 has no route to 10.0.2.2");
  }

  @Test
  void a_missing_way_back_is_named() throws IOException {
    without("    routes: [{to: default, via: 10.0.2.1}]\n");
    assertThat(said("reach: {from: h1, to: 10.0.2.2}"))
        .contains("h2, ")
        .contains("No route leads back to 10.0.1.2");
  }

  @Test
  void forwarding_off_is_named() throws IOException {
    without("    sysctls: {net.ipv4.ip_forward: 1}\n");
    assertThat(said("reach: {from: h1, to: 10.0.2.2}"))
        .contains("router, ROUTE_INPUT")
        .contains("forwarding is 0");
  }

  @Test
  void a_port_that_nobody_listens_on_is_named() throws IOException {
    assertThat(said("reach: {from: router, to: 10.0.2.2, protocol: tcp/82}"))
        .contains("h2, TRANSPORT")
        .contains("82");
  }

  // --- the way, frames, tables, outputs, answers -------------------------------------------------

  @Test
  void the_way_passes_filters_in_their_order_and_avoids_others() throws IOException {
    String probe = "from: h1, to: 10.0.2.2";
    assertThat(
            said(
                "trace: {"
                    + probe
                    + ", passes: [node == router and stage == FORWARD, node == h2 and icmp]}"))
        .isEmpty();
    assertThat(said("trace: {" + probe + ", passes: [node == router and nat]}"))
        .contains("nothing matches: node == router and nat");
    assertThat(said("trace: {" + probe + ", avoids: [node == router and stage == ROUTE_INPUT]}"))
        .contains("something matches that should not")
        .contains("router, ROUTE_INPUT");
  }

  @Test
  void frames_are_seen_as_lines_on_their_interface() throws IOException {
    String probe = "from: h1, to: 10.0.2.2, on: router/b";
    assertThat(said("frames: {" + probe + ", has: [\"10.0.1.2 > 10.0.2.2\"], lacks: [TCP]}"))
        .isEmpty();
    assertThat(said("frames: {" + probe + ", has: [\"10.0.2.1 > 10.0.2.2\"]}"))
        .contains("No frame on router/b says: 10.0.2.1 > 10.0.2.2")
        .contains("Seen on router/b: ARP who-has 10.0.2.2");
    assertThat(said("frames: {" + probe + ", lacks: [\"10.0.1.2 >\"]}"))
        .contains("A frame on router/b says what it should not");
  }

  @Test
  void a_table_has_rows_with_these_words_in_this_order() throws IOException {
    assertThat(said("table: {ns: h1, table: routes, has: [default via 10.0.1.1]}")).isEmpty();
    assertThat(said("table: {ns: h1, table: routes, has: [default dev eth0]}")).isEmpty();
    assertThat(said("table: {ns: h1, table: routes, has: [default via 10.0.1.9]}"))
        .contains("No row of h1 routes says: default via 10.0.1.9")
        .contains("The row most like it: default via 10.0.1.1 dev eth0");
    assertThat(said("table: {ns: router, table: iptables, lacks: [-A FORWARD -p icmp]}"))
        .contains("-A FORWARD -p icmp -j ACCEPT");
    assertThat(said("table: {ns: router, table: sysctls, has: [net.ipv4.ip_forward = 1]}"))
        .isEmpty();
    assertThat(said("table: {ns: h2, table: addresses, has: [inet 10.0.2.2/24]}")).isEmpty();
    assertThat(said("table: {ns: h2, table: links, has: [eth0 vxlan]}"))
        .contains("No row of h2 links");
    assertThat(said("table: {ns: h1, table: neighbours, lacks: [10.0.1.1]}")).isEmpty();
  }

  @Test
  void a_command_prints_what_it_should() throws IOException {
    String run = "output: {ns: h1, run: \"ip route | grep default\", ";
    assertThat(
            said(run + "has: [via 10.0.1.1], lacks: [10.0.2], matches: '^def.*eth0', status: 0}"))
        .isEmpty();
    assertThat(said(run + "has: [via 10.0.1.9]}"))
        .contains("does not print: via 10.0.1.9")
        .contains("prints: default via 10.0.1.1 dev eth0");
    assertThat(said("output: {ns: h1, run: 'false', status: 0}")).contains("ends with status 1");
  }

  @Test
  void an_answer_is_right_whatever_its_case() throws IOException {
    String asks = "answer: {question: \"Who forwards?\", right: [router, the router]}";
    assertThat(said(asks)).contains("No answer yet");
    write("answers.yaml", "it: h2\n");
    assertThat(said(asks)).contains("The answer \"h2\" is not right");
    write("answers.yaml", "it: The  Router\n");
    assertThat(said(asks)).isEmpty();
  }

  // --- the session, the solution -----------------------------------------------------------------

  @Test
  void what_the_session_does_is_there_only_after_the_session() throws IOException {
    write("session.sh", "#: setup\nexit 1\n#: session\nip -n h1 link set eth0 down\n");
    assertThat(said("reach: {from: h1, to: 10.0.2.2}")).isEmpty();
    assertThat(said("after: session, reach: {from: h1, to: 10.0.2.2}"))
        .contains("h1 has no route to 10.0.2.2");
  }

  @Test
  void no_check_sees_what_another_did() throws IOException {
    String neighbour = "table: {ns: h1, table: neighbours, lacks: [10.0.1.1]}";
    LabTest.Report report =
        report(
            "  - {id: probe, reach: {from: h1, to: 10.0.2.2}}\n",
            "  - {id: clean, " + neighbour + "}\n",
            "  - {id: breaks, output: {ns: h1, run: ip link set eth0 down, status: 0}}\n",
            "  - {id: whole, reach: {from: h1, to: 10.0.2.2}}\n");
    assertThat(report.passed()).isEqualTo(4);
  }

  @Test
  void a_session_that_never_ends_is_named_and_the_other_checks_are_asked() throws IOException {
    String reach = "reach: {from: h1, to: 10.0.2.2}";
    write("session.sh", "ip netns exec h2 nc -l 90\n");
    assertThat(said("after: session, " + reach))
        .isEqualTo("It could not be asked: session.sh: it does not end (nc -l 90)");
    assertThat(said(reach)).isEmpty();
    write("session.sh", "while :; do :; done\n");
    assertThat(said("after: session, " + reach))
        .contains("session.sh: the script has run 200000 commands");
  }

  @Test
  void a_pattern_that_never_ends_is_not_found() throws IOException {
    assertThat(
            said(
                "output: {ns: h1, run: 'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', matches:"
                    + " '^(a+)+$'}"))
        .contains("prints nothing that matches");
  }

  @Test
  void the_solutions_files_lie_over_the_labs_own() throws IOException {
    without("    routes: [{to: default, via: 10.0.2.1}]\n");
    write("solution/lab.yaml", LAB);
    write("checks.yaml", "vethlab: 1\nchecks:\n" + check("reach: {from: h1, to: 10.0.2.2}"));
    LabFolder lab = LabFolder.at(folder);
    assertThat(LabTest.of("lab", lab, LabTest.Kernels.SIMULATED).passes()).isFalse();
    assertThat(LabTest.of("lab", lab.solved(), LabTest.Kernels.SIMULATED).passes()).isTrue();
  }

  // --- mistakes ----------------------------------------------------------------------------------

  @Test
  void mistakes_in_checks_yaml_are_told_all_at_once_with_their_places() throws IOException {
    assertThat(
            problems(
                "  - {id: a, reach: {form: h1, to: 10.0.2.2}}\n",
                "  - {id: b, reach: {from: h9, to: 10.0.2.2}}\n",
                "  - {id: c, trace: {from: h1, to: 10.0.2.2, passes: [nod == h1]}}\n",
                "  - {id: c, table: {ns: h1, table: route, has: [x]}}\n",
                "  - {id: e e, reach: {from: h1, to: 10.0.2.2}}\n",
                "  - {id: f}\n",
                "  - {id: g, reach: {from: h1, to: 10.0.2}}\n"))
        .containsExactly(
            "checks.yaml:3:21: unknown key \"form\" in reach; did you mean \"from\"?",
            "checks.yaml:3:20: reach needs from",
            "checks.yaml:4:27: from: lab.yaml has no namespace h9; did you mean \"h1\"?",
            "checks.yaml:5:54: in \"nod == h1\": unknown word \"nod\"; known are arp, icmp, udp,"
                + " tcp, ip, drop, nat, queued, sent, node, iface, stage, src, dst, addr, port,"
                + " reason, packet, table",
            "checks.yaml:6:36: table must be one of links, addresses, routes, rules, neighbours,"
                + " fdb, iptables, conntrack, sysctls, not \"route\"; did you mean \"routes\"?",
            "checks.yaml:7:10: an id is letters, digits and dashes, not \"e e\"",
            "checks.yaml:8:5: a check asks one thing: one of reach, no-reach, trace, frames, table,"
                + " output, answer",
            "checks.yaml:9:35: to must be an IPv4 address such as 10.0.0.1, not \"10.0.2\"");
  }

  @Test
  void a_later_format_is_refused_by_its_number_and_left_as_it_is() throws IOException {
    String later = LAB.replace("vethlab: 1", "vethlab: 2").replace("namespaces:", "spaces:");
    write("lab.yaml", later);
    assertThat(problems(check("reach: {from: h1, to: 10.0.2.2}")))
        .containsExactly("lab.yaml:1:10: this has format 2; this Vethlab knows formats up to 1");
    assertThat(folder.resolve("lab.yaml")).hasContent(later);

    write("lab.yaml", LAB);
    write("checks.yaml", "vethlab: 3\nchecks: {}\n");
    assertThat(LabTest.of("lab", LabFolder.at(folder), LabTest.Kernels.SIMULATED).problems())
        .singleElement()
        .asString()
        .endsWith("checks.yaml:1:10: this has format 3; this Vethlab knows formats up to 1");
  }

  @Test
  void what_the_kernel_refuses_is_told_at_its_place() throws IOException {
    write("lab.yaml", LAB.replace("via: 10.0.1.1", "via: 10.0.9.9"));
    assertThat(problems())
        .containsExactly(
            "lab.yaml:5:5: ip -n h1 route add default via 10.0.9.9: Nexthop has invalid gateway");
  }
}
