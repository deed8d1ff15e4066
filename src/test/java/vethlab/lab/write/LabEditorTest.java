package vethlab.lab.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.read.LabReader;
import vethlab.lab.yaml.Problems;

class LabEditorTest {
  private static final String TEXT =
      """
      vethlab: 1
      name: nat-basics       # the name
      namespaces:
        ns1:                 # a client
          interfaces:
            eth0: {addresses: [10.0.0.2/24]}   # its only link
          routes: [{to: default, via: 10.0.0.1}]
          listen: [tcp/80]                      # something that answers there
        # the machine itself
        host:
          sysctls: {net.ipv4.ip_forward: 1}
          interfaces:
            br0:   {kind: bridge, addresses: [10.0.0.1/24]}
            # into the bridge
            veth1: {master: br0}
          iptables: |                           # as people paste it
            *nat
            -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
            COMMIT
      links:
        - endpoints: ["ns1:eth0", "host:veth1"]
      """;

  private static Lab read(String text) {
    Problems problems = new Problems("lab.yaml");
    Lab lab = LabReader.read(text, "lab", problems).orElseThrow();
    assertThat(problems.all()).isEmpty();
    return lab;
  }

  @Test
  void a_lab_that_has_not_changed_keeps_every_letter() {
    assertThat(LabEditor.update(TEXT, read(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void a_new_lab_text_reads_as_the_same_lab() {
    Lab lab = read(TEXT);
    assertThat(read(LabText.of(lab))).isEqualTo(lab);
  }

  @Test
  void a_changed_part_is_written_anew_and_the_comments_around_it_stay() {
    Lab changed = read(TEXT.replace("via: 10.0.0.1", "via: 10.0.0.254"));
    String text = LabEditor.update(TEXT, changed);
    assertThat(read(text)).isEqualTo(changed);
    assertThat(text)
        .contains("# a client", "# its only link", "# something that answers there")
        .contains("# the machine itself", "# into the bridge", "# as people paste it")
        .contains("routes: [{to: default, via: 10.0.0.254}]");
  }

  @Test
  void a_namespace_that_is_gone_takes_its_lines_with_it_and_no_others() {
    Lab lab = read(TEXT);
    List<Namespace> rest = new ArrayList<>(lab.namespaces());
    rest.removeFirst();
    Lab less = new Lab(lab.name(), lab.title(), lab.description(), rest, List.of(), lab.notes());
    String text = LabEditor.update(TEXT, less);
    assertThat(text).doesNotContain("ns1").contains("# the machine itself", "br0:");
  }

  @Test
  void unknown_keys_stay() {
    String odd = TEXT.replace("    listen:", "    x-colour: blue\n    listen:");
    Problems problems = new Problems("lab.yaml");
    Lab lab = LabReader.read(odd.replace("10.0.0.2/24", "10.0.0.3/24"), "lab", problems).get();
    assertThat(problems.all()).hasSize(1);
    assertThat(LabEditor.update(odd, lab)).contains("x-colour: blue", "10.0.0.3/24");
  }
}
