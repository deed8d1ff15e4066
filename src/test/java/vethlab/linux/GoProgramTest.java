package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabText;
import vethlab.linux.golang.GoProgram;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.Transport;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.sim.SimKernel;
import vethlab.sim.World;

class GoProgramTest {
  private static final String EVERYTHING =
      """
      vethlab: 1
      name: everything
      namespaces:
        ns1:
          sysctls: {net.ipv4.ip_forward: 1, net.ipv4.conf.eth0.rp_filter: 2}
          interfaces:
            eth0: {addresses: [10.0.0.2/24, 10.0.0.3/24], mtu: 1400, mac: "02:00:00:00:00:22"}
            eth1: {state: down}
          routes:
            - {to: default, via: 10.0.0.1, metric: 50}
            - {to: 192.0.2.0/24, dev: eth0}
            - {to: 198.51.100.0/24, via: 10.0.0.1, table: 100, mtu: 1300}
            - {to: 203.0.113.0/24, type: blackhole}
            - {to: 172.16.0.0/16, via: 10.9.9.9, dev: eth0, onlink: true}
          rules:
            - {priority: 100, from: 10.0.0.3/32, table: 100}
            - {priority: 101, mark: 7, table: 100}
          neighbours:
            - {to: 10.0.0.77, dev: eth0, mac: "02:00:00:00:00:77"}
        host:
          interfaces:
            br0: {kind: bridge, addresses: [10.0.0.1/24], bridge: {ageing_time: 1000, forward_delay: 400}}
            v1: {master: br0, port: {hairpin: 1}}
            v2: {master: br0, port: {isolated: 1}}
            mv0: {kind: macvlan, parent: br0, mode: bridge}
            vx0: {kind: vxlan, id: 42, local: 10.0.0.1, dstport: 4789}
          fdb:
            - {mac: "02:00:00:00:00:99", dev: v1}
          iptables: |
            *nat
            :POSTROUTING ACCEPT
            -A POSTROUTING -s 10.0.0.0/24 ! -o br0 -j MASQUERADE
            COMMIT
      links:
        - endpoints: ["host:v1", "ns1:eth0"]
        - endpoints: ["host:v2", "ns1:eth1"]
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void needsGo() {
    GoTools.assumeInstalled();
  }

  @Test
  void theProgramMakesTheInternetLab() throws Exception {
    makesTheSameAsTheOperations(Path.of("labs/container-to-internet"));
  }

  @Test
  void theProgramMakesEverythingThatALabCanSay() throws Exception {
    Path lab = Files.createDirectory(folder.resolve("everything"));
    Files.writeString(lab.resolve("lab.yaml"), EVERYTHING);
    makesTheSameAsTheOperations(lab);
  }

  private void makesTheSameAsTheOperations(Path of) throws Exception {
    LabFolder.Read read = LabFolder.at(of).read();
    assertThat(read.problems()).isEmpty();
    Lab lab = read.lab().orElseThrow();
    List<Op> ops = LabOps.build(lab);
    Path program = GoTools.build(folder, GoProgram.of("A lab.", ops));
    PrivateHost.with((host, names) -> {
      assertThat(Libc.mount("none", "/run/netns", "tmpfs", 0, null)).isZero();
      host.apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
      assertThat(GoTools.output(new ProcessBuilder(program.toString()))).isEmpty();
      SimKernel model = new SimKernel(new World());
      model.applyAll(ops);
      Namespaces made =
          new Namespaces(Path.of("/run/netns"), Naming.SYMBOLIC_LINK, Transport.KERNEL);
      try (LinuxKernel kernel = new LinuxKernel(made)) {
        // A new namespace of the kernel's own has it on; a lab's has it as a fresh machine does.
        for (Lab.Namespace each : lab.namespaces()) {
          kernel.apply(new Op.SysctlSet(each.ns(), "net.bridge.bridge-nf-call-iptables", "0"));
        }
        assertThat(seen(kernel, lab)).isEqualTo(seen(model, lab));
      }
    });
  }

  private static String seen(Kernel kernel, Lab lab) {
    List<Ns> all = new ArrayList<>(lab.namespaces().stream().map(Lab.Namespace::ns).toList());
    return LabText.of(Observer.lab(kernel, all, lab));
  }
}
