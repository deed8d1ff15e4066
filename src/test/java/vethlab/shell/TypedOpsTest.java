package vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vethlab.op.BridgeAttr;
import vethlab.op.Commands;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

class TypedOpsTest {
  private static final int OPS = 5000;

  @Test
  void theCommandOfAChangeAsksForThatChange() {
    RandomOps random = new RandomOps(20);
    for (int i = 0; i < OPS; i++) {
      Op op = random.next();
      FakeKernel kernel = kernel();
      FakeProcess.Outcome outcome = FakeProcess.run(kernel, Commands.of(op));
      assertThat(kernel.ops).as("%s%n%s", Commands.text(op), outcome.printed()).containsExactly(op);
    }
  }

  private static FakeKernel kernel() {
    FakeKernel kernel = new FakeKernel();
    RandomOps.NAMESPACES.forEach(name -> kernel.namespaces.add(new Ns(name)));
    kernel.links.add(Views.loopback());
    int index = 2;
    for (String name : RandomOps.LINKS) {
      kernel.links.add(name.equals("br0") ? Views.bridge(index, name) : Views.veth(index, name, 0));
      index++;
    }
    kernel.sysctls.put("net.ipv4.ip_forward", "0");
    return kernel;
  }

  @Test
  void aCommandIsShort() {
    Ns blue = new Ns("blue");
    assertThat(Commands.text(new Op.LinkSet(Ns.HOST, "va", List.of(new LinkChange.Up()))))
        .isEqualTo("ip link set va up");
    assertThat(
            Commands.text(
                new Op.LinkAdd(
                    blue,
                    "va",
                    new LinkKind.Veth("vb", List.of(new LinkChange.MoveTo(Ns.HOST))),
                    List.of())))
        .isEqualTo("ip -n blue link add va type veth peer name vb netns 1");
    assertThat(
            Commands.text(
                new Op.AddrAdd(
                    blue,
                    "va",
                    Prefix.parse("10.0.0.1/24"),
                    Optional.empty(),
                    Optional.of(Ip4.parse("10.0.0.255")),
                    0,
                    "",
                    Op.AddrVerb.ADD,
                    Op.AddrAdd.FOREVER,
                    Op.AddrAdd.FOREVER,
                    false,
                    0)))
        .isEqualTo("ip -n blue addr add 10.0.0.1/24 brd + dev va");
    assertThat(Commands.text(new Op.SysctlSet(blue, "net.ipv4.ip_forward", "1")))
        .isEqualTo("ip netns exec blue sysctl -w net.ipv4.ip_forward=1");
  }

  @Test
  void aNameThatIpReadsAsAWordIsSaidToBeADevice() {
    assertThat(Commands.text(new Op.LinkSet(Ns.HOST, "up", List.of(new LinkChange.Down()))))
        .isEqualTo("ip link set dev up down");
    assertThat(Commands.text(new Op.LinkDel(Ns.HOST, "m"))).isEqualTo("ip link del dev m");
  }

  @Test
  void iptablesChangesAreWordsOfIptables() {
    Op append =
        new Op.IptAppend(
            new Ns("blue"),
            "nat",
            "POSTROUTING",
            CommandLine.rule("-s 10.0.0.0/8 -m comment --comment \"to wan\" -j MASQUERADE"));
    assertThat(Commands.text(append))
        .isEqualTo(
            "ip netns exec blue iptables -t nat -A POSTROUTING -s 10.0.0.0/8 -m comment"
                + " --comment 'to wan' -j MASQUERADE");
    Op batch =
        new Op.IptBatch(
            Ns.HOST,
            "filter",
            List.of(
                new Op.IptNewChain(Ns.HOST, "filter", "web"),
                new Op.IptPolicy(Ns.HOST, "filter", "FORWARD", "DROP")));
    assertThat(Commands.text(batch))
        .isEqualTo(
            """
            iptables-restore --noflush <<'EOF'
            *filter
            :web - [0:0]
            -P FORWARD DROP
            COMMIT
            EOF\
            """);
  }

  @Test
  void settingsOfABridgeAndOfAPortAreTwoCommands() {
    Op both =
        new Op.LinkSet(
            Ns.HOST,
            "va",
            List.of(
                new LinkChange.BridgeSetting(BridgeAttr.STP_STATE, 1),
                new LinkChange.PortSetting(PortAttr.COST, 5)));
    assertThatThrownBy(() -> Commands.of(both)).isInstanceOf(IllegalArgumentException.class);
  }
}
