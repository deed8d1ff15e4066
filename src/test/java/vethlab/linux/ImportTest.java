package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.SimulatedLab;
import vethlab.lab.observe.Photograph;
import vethlab.lab.write.LabText;
import vethlab.linux.netns.NetnsSearch;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;

class ImportTest {
  private static final String WEB = "0123456789abcdef".repeat(4);
  private static final String JOB = "fedcba9876543210".repeat(4);

  @TempDir private Path folder;

  @Test
  void aMachineWithContainersBecomesALabThatStandsOnItsOwn() {
    List<Op> ops =
        LabOps.build(
            LabFolder.at(Path.of("labs/container-to-internet")).read().lab().orElseThrow());
    PrivateHost.with((kernel, names) -> {
      kernel.apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
      assertThat(kernel.applyAll(ops)).noneMatch(Result.Refused.class::isInstance);
      kernel.apply(new Op.SysctlSet(Ns.HOST, "net.bridge.bridge-nf-call-iptables", "0"));

      Photograph.Taken taken =
          Photograph.of(kernel, List.of(Ns.HOST, new Ns("c1"), new Ns("c2")), "seen");

      assertThat(taken.remarks())
          .containsExactly(
              "host/eth0: its other end is not in the picture; a namespace stands for it");
      assertThat(LabText.of(taken.lab()).strip())
          .isEqualTo(
              """
              vethlab: 1
              name: seen
              namespaces:
                host:
                  sysctls: {net.ipv4.ip_forward: 1}
                  interfaces:
                    docker0: {kind: bridge, addresses: [172.17.0.1/16]}
                    eth0: {addresses: [172.28.128.1/20]}
                    veth1: {master: docker0}
                    veth2: {master: docker0}
                  routes: [{to: default, via: 172.28.143.253, metric: 100}]
                  iptables: |
                    *nat
                    :POSTROUTING ACCEPT
                    -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
                    COMMIT
                c1:
                  interfaces:
                    eth0: {addresses: [172.17.0.2/16]}
                  routes: [{to: default, via: 172.17.0.1}]
                c2:
                  interfaces:
                    eth0: {addresses: [172.17.0.3/16]}
                  routes: [{to: default, via: 172.17.0.1}]
                internet:
                  interfaces:
                    to-eth0: {addresses: [172.28.143.253/20]}
              links:
                - endpoints: ["host:veth1", "c1:eth0"]
                - endpoints: ["host:veth2", "c2:eth0"]
                - {endpoints: ["host:eth0", "internet:to-eth0"], type: uplink}
              """
                  .strip());
      assertThat(SimulatedLab.of(taken.lab()).refusals()).isEmpty();
      Files.writeString(folder.resolve(LabFolder.LAB), LabText.of(taken.lab()));
      assertThat(LabFolder.at(folder).read().problems()).isEmpty();
    });
  }

  @Test
  void containersAreFoundByTheirNamesWhoeverRunsThem() {
    PrivateHost.with((kernel, names) -> {
      kernel.applyAll(List.of(new Op.NetnsAdd("a"), new Op.NetnsAdd("b"), new Op.NetnsAdd("lost")));
      process(1001, "nginx", "0::/system.slice/docker-" + WEB + ".scope\n", names.resolve("a"));
      process(1002, "sleep", "0::/machine.slice/libpod-" + JOB + ".scope\n", names.resolve("b"));
      process(1003, "odd program", "0::/user.slice\n", names.resolve("lost"));
      write("var/lib/docker/containers/" + WEB + "/config.v2.json", "{\"Name\":\"/web\"}");
      write(
          "var/lib/containers/storage/overlay-containers/containers.json",
          "[{\"id\":\"" + JOB + "\",\"names\":[\"a-job-with-a-long-name\"]}]");

      assertThat(NetnsSearch.all(folder))
          .extracting(found -> found.name() + " " + found.origin())
          .containsExactly("web container", "a-job-with-a-lo container", "odd-program process");
    });
  }

  private void process(int pid, String program, String cgroup, Path netns) throws Exception {
    write("proc/" + pid + "/comm", program + "\n");
    write("proc/" + pid + "/cgroup", cgroup);
    Path link = folder.resolve("proc/" + pid + "/ns/net");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, netns);
  }

  private void write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
