package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vethlab.linux.capture.LiveCapture;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;
import vethlab.wire.pcapng.CapturedFrame;
import vethlab.wire.pcapng.Direction;

class LiveCaptureTest {
  private static final Ns A = new Ns("a");
  private static final Ns R = new Ns("r");
  private static final Ns B = new Ns("b");

  private static void ok(LinuxKernel kernel, Op op) {
    assertThat(kernel.apply(op)).as(op.toString()).isEqualTo(Result.OK);
  }

  /** a -- r -- b. */
  private static void build(LinuxKernel kernel) {
    for (Ns ns : List.of(A, R, B)) {
      ok(kernel, new Op.NetnsAdd(ns.name()));
    }
    pair(kernel, A, "10.0.1.2/24", "ra", "10.0.1.1/24");
    pair(kernel, B, "10.0.2.2/24", "rb", "10.0.2.1/24");
    ok(kernel, new Op.SysctlSet(R, "net.ipv4.ip_forward", "1"));
    route(kernel, A, "10.0.1.1");
    route(kernel, B, "10.0.2.1");
  }

  private static void pair(
      LinuxKernel kernel, Ns ns, String own, String router, String routerAddress) {
    LinkKind veth = new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(ns)));
    ok(kernel, new Op.LinkAdd(R, router, veth, List.of(new LinkChange.Up())));
    ok(kernel, new Op.LinkSet(ns, "eth0", List.of(new LinkChange.Up())));
    address(kernel, ns, "eth0", own);
    address(kernel, R, router, routerAddress);
  }

  private static void address(LinuxKernel kernel, Ns ns, String dev, String prefix) {
    ok(kernel, new Op.SysctlSet(ns, "net.ipv6.conf." + dev + ".disable_ipv6", "1"));
    ok(
        kernel,
        new Op.AddrAdd(
            ns,
            dev,
            Prefix.parse(prefix),
            Optional.empty(),
            Optional.empty(),
            -1,
            "",
            Op.AddrVerb.ADD,
            Op.AddrAdd.FOREVER,
            Op.AddrAdd.FOREVER,
            false,
            0));
  }

  private static void route(LinuxKernel kernel, Ns ns, String gateway) {
    Route.NextHop hop = new Route.NextHop(Optional.of(Ip4.parse(gateway)), Optional.empty(), 1, 0);
    ok(
        kernel,
        new Op.RouteChange(
            ns,
            RouteVerb.ADD,
            new Route(
                Route.RouteType.UNICAST,
                Prefix.parse("0.0.0.0/0"),
                0,
                Route.MAIN,
                3,
                -1,
                0,
                Optional.empty(),
                List.of(hop),
                Route.RouteMetrics.NONE)));
  }

  private static String ping(LinuxKernel kernel, int fd, String... words) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "nsenter", "--net=/proc/" + ProcessHandle.current().pid() + "/fd/" + fd, "ping"));
    all.addAll(List.of(words));
    Process ping = new ProcessBuilder(all).redirectErrorStream(true).start();
    return new String(ping.getInputStream().readAllBytes());
  }

  /** The places that an echo and its reply are seen at, in order. */
  private static List<String> round() {
    return List.of(
        "a/eth0 OUT",
        "r/ra IN",
        "r/rb OUT",
        "b/eth0 IN",
        "b/eth0 OUT",
        "r/rb IN",
        "r/ra OUT",
        "a/eth0 IN");
  }

  @Test
  void a_flood_through_three_namespaces_is_recorded_whole_and_in_order() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      List<CapturedFrame> frames = Collections.synchronizedList(new ArrayList<>());
      LiveCapture capture = new LiveCapture(frames::add);
      for (Ns ns : List.of(A, R, B)) {
        capture.add(ns, kernel.netns(ns));
      }
      int count = 20_000;
      String out = ping(kernel, kernel.netns(A).fd(), "-f", "-q", "-c", "" + count, "10.0.2.2");
      capture.close();
      assertThat(out).contains(count + " received");
      assertThat(capture.lost()).isZero();
      List<CapturedFrame> echoes = frames.stream().filter(f -> f.bytes().length() == 98).toList();
      Map<String, Long> counts =
          echoes.stream()
              .collect(
                  Collectors.groupingBy(
                      f -> f.device() + " " + f.direction(), Collectors.counting()));
      assertThat(counts).hasSize(8).allSatisfy((place, n) -> assertThat(n).isEqualTo(count));
      List<String> round = round();
      int step = 0;
      long before = 0;
      for (CapturedFrame frame : echoes) {
        assertThat(frame.nanos()).isGreaterThanOrEqualTo(before);
        before = frame.nanos();
        int sequence = frame.bytes().at(40) << 8 | frame.bytes().at(41);
        if (!(frame.device() + " " + frame.direction()).equals(round.get(step % 8))
            || sequence != step / 8 + 1) {
          assertThat(frame + " seq " + sequence).as("frame " + step).isEqualTo(round.get(step % 8));
        }
        step++;
      }
    });
  }

  @Test
  void a_renamed_device_has_its_new_name() {
    PrivateHost.with((kernel, names) -> {
      build(kernel);
      List<CapturedFrame> frames = Collections.synchronizedList(new ArrayList<>());
      LiveCapture capture = new LiveCapture(frames::add);
      capture.add(B, kernel.netns(B));
      ok(kernel, new Op.LinkSet(B, "eth0", List.of(new LinkChange.Rename("other"))));
      ping(kernel, kernel.netns(A).fd(), "-c", "1", "-W", "1", "10.0.2.2");
      capture.close();
      assertThat(frames).isNotEmpty().allMatch(f -> f.device().equals("b/other"));
      assertThat(frames).anyMatch(f -> f.direction() == Direction.OUT);
    });
  }
}
