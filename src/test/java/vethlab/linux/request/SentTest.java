package vethlab.linux.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.linux.GoTools;
import vethlab.linux.explain.Sent;
import vethlab.linux.golang.GoProgram;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/** What a netlink library sends, told in every form. */
class SentTest {
  private static final Ns NS1 = new Ns("ns1");

  @Test
  void aVethPairIsToldAsCommandAttributesBytesAndGo() {
    Op make = new Op.NetnsAdd("ns1");
    Op pair =
        new Op.LinkAdd(
            Ns.HOST,
            "v1",
            new LinkKind.Veth("eth0", List.of(new LinkChange.MoveTo(NS1))),
            List.of());
    Op up = new Op.LinkSet(NS1, "eth0", List.of(new LinkChange.Up()));

    List<Sent> sent = Sent.of(List.of(make, pair, up));

    assertThat(sent.get(1).text())
        .isEqualTo(
            """
            ip link add v1 type veth peer name eth0 netns ns1
                RTM_NEWLINK NLM_F_REQUEST|NLM_F_EXCL|NLM_F_CREATE
                  ifinfomsg family=AF_UNSPEC index=0
                  IFLA_IFNAME "v1"
                  IFLA_LINKINFO
                    IFLA_INFO_KIND "veth"
                    IFLA_INFO_DATA
                      VETH_INFO_PEER
                        ifinfomsg family=AF_UNSPEC index=0
                        IFLA_NET_NS_FD 3
                        IFLA_IFNAME "eth0"
                0000  60 00 00 00 10 00 01 06 00 00 00 00 00 00 00 00
                0010  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
                0020  07 00 03 00 76 31 00 00 38 00 12 00 08 00 01 00
                0030  76 65 74 68 2c 00 02 00 28 00 01 00 00 00 00 00
                0040  00 00 00 00 00 00 00 00 00 00 00 00 08 00 1c 00
                0050  03 00 00 00 09 00 03 00 65 74 68 30 00 00 00 00
                Go: at("host").LinkAdd(&netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "v1", TxQLen: -1}, PeerName: "eth0", PeerNamespace: netlink.NsFd(fd("ns1"))})
            """);
    assertThat(sent.get(2).text())
        .as("the peer has the first free index of its namespace")
        .contains("index=2 flags=IFF_UP");
  }

  @Test
  void everyOperationHasCallsThatTheGoCompilerTakes(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(Ops.BY_COMMAND.values())
        .allSatisfy(op -> assertThat(vethlab.linux.golang.GoCalls.of(op)).isNotEmpty());
    GoTools.assumeInstalled();
    GoTools.build(folder, GoProgram.of("Everything.", List.copyOf(Ops.BY_COMMAND.values())));
  }
}
