package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.wire.Prefix;

class BatchTest {
  private static final Ns HOST = Ns.HOST;

  private static Op address(Ns ns, String dev, String prefix) {
    return new Op.AddrAdd(
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
        0);
  }

  private static List<Op> star(int leaves) {
    List<Op> ops = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      ops.add(new Op.NetnsAdd("n" + i));
    }
    ops.add(new Op.LinkAdd(HOST, "br0", new LinkKind.Bridge(List.of()), List.of()));
    for (int i = 0; i < leaves; i++) {
      LinkKind veth = new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(new Ns("n" + i))));
      ops.add(
          new Op.LinkAdd(
              HOST, "v" + i, veth, List.of(new LinkChange.Master("br0"), new LinkChange.Up())));
    }
    for (int i = 0; i < leaves; i++) {
      Ns ns = new Ns("n" + i);
      ops.add(new Op.SysctlSet(ns, "net.ipv4.ip_forward", "1"));
      ops.add(address(ns, "eth0", "10.0.0." + (i + 1) + "/24"));
      ops.add(new Op.LinkSet(ns, "eth0", List.of(new LinkChange.Up())));
    }
    ops.add(new Op.LinkSet(HOST, "br0", List.of(new LinkChange.Up())));
    return ops;
  }

  private static LinkView link(Kernel kernel, Ns ns, String name) {
    return kernel.links(ns).stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_batch_builds_what_single_operations_build() {
    PrivateHost.with((kernel, names) -> {
      assertThat(kernel.applyAll(star(20))).hasSize(102).containsOnly(Result.OK);
      assertThat(kernel.namespaces()).hasSize(20);
      assertThat(kernel.links(HOST)).hasSize(22);
      for (int i = 0; i < 20; i++) {
        Ns ns = new Ns("n" + i);
        assertThat(kernel.addresses(ns))
            .extracting(AddrView::local)
            .containsExactly(Prefix.parse("10.0.0." + (i + 1) + "/24"));
        assertThat(link(kernel, ns, "eth0").has(LinkFlags.UP)).isTrue();
        assertThat(link(kernel, HOST, "v" + i).master()).isEqualTo("br0");
        assertThat(kernel.sysctl(ns, "net.ipv4.ip_forward")).contains("1");
      }
    });
  }

  @Test
  void links_are_numbered_as_the_kernel_would_number_them() {
    List<List<String>> numbers = new ArrayList<>();
    for (boolean batch : List.of(true, false)) {
      PrivateHost.with((kernel, names) -> {
        List<Op> ops = star(3);
        if (batch) {
          kernel.applyAll(ops);
        } else {
          ops.forEach(kernel::apply);
        }
        numbers.add(kernel.links(HOST).stream().map(l -> l.index() + l.name()).toList());
      });
    }
    if (numbers.size() == 2) {
      assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
    }
  }

  @Test
  void each_operation_has_its_own_result() {
    PrivateHost.with((kernel, names) -> {
      LinkKind bridge = new LinkKind.Bridge(List.of());
      List<Op> ops =
          List.of(
              new Op.NetnsAdd("a"),
              new Op.NetnsAdd("a"),
              new Op.LinkAdd(HOST, "br0", bridge, List.of()),
              new Op.LinkAdd(HOST, "br0", bridge, List.of()),
              new Op.LinkSet(HOST, "br0", List.of(new LinkChange.Up())),
              new Op.LinkSet(HOST, "nowhere", List.of(new LinkChange.Up())),
              new Op.LinkSet(new Ns("nowhere"), "lo", List.of(new LinkChange.Up())),
              address(HOST, "br0", "10.0.0.1/24"),
              address(HOST, "br0", "10.0.0.1/24"),
              new Op.LinkSet(HOST, "br0", List.of(new LinkChange.Rename("br1"))),
              new Op.LinkDel(HOST, "br1"),
              new Op.NetnsDel("a"));
      assertThat(kernel.applyAll(ops))
          .containsExactly(
              Result.OK,
              Result.refused(Errno.EEXIST),
              Result.OK,
              Result.refused(Errno.EEXIST),
              Result.OK,
              Result.refused(Errno.ENODEV),
              Result.refused(Errno.ENOENT),
              Result.OK,
              Result.refused(Errno.EEXIST, "ipv4: Address already assigned"),
              Result.OK,
              Result.OK,
              Result.OK);
      assertThat(kernel.links(HOST)).hasSize(1);
    });
  }
}
