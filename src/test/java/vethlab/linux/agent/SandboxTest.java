package vethlab.linux.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vethlab.linux.RealRun;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.op.view.LinkView;
import vethlab.wire.pcapng.CapturedFrame;

class SandboxTest {
  private static final Ns NS1 = new Ns("ns1");

  @BeforeAll
  static void allowed() {
    assumeThat(Launch.obstacle()).as("no sandbox on this machine").isEmpty();
  }

  @Test
  void its_host_has_lo_up_and_the_kernels_own_defaults() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.WRITABLE)) {
      List<LinkView> links = sandbox.kernel().links(Ns.HOST);
      assertThat(links).extracting(LinkView::name).containsExactly("lo");
      assertThat(links.getFirst().has(LinkFlags.UP)).isTrue();
      assertThat(sandbox.kernel().sysctl(Ns.HOST, "net.ipv4.conf.all.rp_filter")).contains("0");
      assertThat(sandbox.kernel().apply(new Op.NetnsAdd("ns1"))).isEqualTo(Result.OK);
      assertThat(sandbox.kernel().sysctl(NS1, "net.ipv4.conf.default.rp_filter")).contains("0");
      assertThat(sandbox.kernel().sysctl(NS1, "net.ipv6.conf.all.disable_ipv6")).contains("1");
      assertThat(Files.exists(Path.of("/run/netns/ns1"))).isFalse();
    }
  }

  @Test
  void its_kernel_answers_as_a_kernel_does() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.WRITABLE)) {
      Kernel kernel = sandbox.kernel();
      LinkKind veth = new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(NS1)));
      List<Result> results =
          kernel.applyAll(
              List.of(
                  new Op.NetnsAdd("ns1"),
                  new Op.LinkAdd(Ns.HOST, "veth1", veth, List.of()),
                  new Op.LinkDel(Ns.HOST, "nowhere"),
                  new Op.IptAppend(
                      NS1, "filter", "INPUT", CommandLine.rule("-p tcp --dport 80 -j DROP"))));
      assertThat(results)
          .containsExactly(Result.OK, Result.OK, Result.refused(Errno.ENODEV), Result.OK);
      assertThat(kernel.links(NS1)).extracting(LinkView::name).containsExactly("lo", "eth0");
      assertThat(kernel.iptables(NS1).text()).contains("-A INPUT -p tcp -m tcp --dport 80 -j DROP");
      assertThatThrownBy(() -> kernel.links(new Ns("nowhere")))
          .isInstanceOf(Kernel.NoSuchNamespace.class);
    }
  }

  @Test
  void a_script_runs_with_a_real_bash_and_is_recorded_from_its_first_frame() throws Exception {
    String script =
        """
        ip netns add ns1
        ip link add veth1 type veth peer name eth0 netns ns1
        ip addr add 10.0.0.1/24 dev veth1
        ip link set veth1 up
        ip -n ns1 addr add 10.0.0.2/24 dev eth0
        ip -n ns1 link set eth0 up
        cat /sys/class/net/veth1/address
        ping -c 1 -W 1 10.0.0.2 >/dev/null && echo answered
        echo wrong >&2
        touch /etc/vethlab-was-here 2>/dev/null || echo protected
        exit 3
        """;
    RealRun run = RealRun.of("t.sh", script.getBytes(StandardCharsets.UTF_8), Talk.Streams.APART);
    assertThat(new String(run.out())).isEqualTo("02:00:00:00:00:01\nanswered\nprotected\n");
    assertThat(new String(run.err())).isEqualTo("wrong\n");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.lostFrames()).isZero();
    assertThat(run.capture().frames())
        .extracting(CapturedFrame::device)
        .startsWith("host/veth1", "ns1/eth0", "ns1/eth0", "host/veth1");
    assertThat(run.capture().interfaces())
        .anyMatch(
            i -> i.name().equals("ns1/eth0") && i.mac().toString().equals("02:00:00:00:00:02"));
  }

  @Test
  void the_frames_of_its_namespaces_come_live() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.WRITABLE)) {
      List<CapturedFrame> frames = Collections.synchronizedList(new ArrayList<>());
      sandbox.capture(frames::add);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      sandbox.run(
          "t.sh",
          "ping -c 2 -i 0.2 127.0.0.1".getBytes(StandardCharsets.UTF_8),
          Talk.Streams.MERGED,
          printed -> out.writeBytes(printed.bytes()));
      sandbox.settle();
      assertThat(out.toString()).contains("2 received");
      assertThat(frames).hasSize(8).allMatch(f -> f.device().equals("host/lo"));
    }
  }

  @Test
  void a_killed_agent_leaves_no_process() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.WRITABLE)) {
      long pid = sandbox.pid().orElseThrow();
      ProcessHandle agent = ProcessHandle.of(pid).orElseThrow();
      agent.destroyForcibly();
      agent.onExit().get(5, TimeUnit.SECONDS);
      assertThatThrownBy(() -> sandbox.kernel().links(Ns.HOST)).isNotNull();
    }
  }
}
