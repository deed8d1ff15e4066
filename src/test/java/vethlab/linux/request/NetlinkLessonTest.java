package vethlab.linux.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vethlab.linux.explain.MessageDecoder;
import vethlab.linux.netlink.NlFlags;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Route;
import vethlab.op.RouteVerb;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** The messages that the lesson on netlink shows are those that its commands send. */
class NetlinkLessonTest {
  private static final Pattern LISTING = Pattern.compile("```text\n(.*?\n)```", Pattern.DOTALL);

  /** The links' numbers as the lesson's {@code ip link show} prints them. */
  private static final Names NAMES =
      new Names() {
        private final Map<String, Integer> links = Map.of("veth1", 2, "veth0", 3);

        @Override
        public int index(Ns ns, String link) {
          return links.get(link);
        }

        @Override
        public int fd(Ns ns) {
          return 4;
        }
      };

  private static final Ns NS1 = new Ns("ns1");
  private static final Ip4 HOSTS = Ip4.parse("10.1.1.2");

  private static List<String> sent() {
    return Stream.of(
            new Op.LinkAdd(Ns.HOST, "veth0", new LinkKind.Veth("veth1", List.of()), List.of()),
            new Op.LinkSet(Ns.HOST, "veth1", List.of(new LinkChange.MoveTo(NS1))),
            address(),
            new Op.LinkSet(Ns.HOST, "veth0", List.of(new LinkChange.Up())),
            new Op.RouteChange(NS1, RouteVerb.ADD, defaultRoute()))
        .map(op -> ((Request.Rtnetlink) Requests.of(op, NAMES)).message())
        .map(message -> MessageDecoder.decode(message.withFlags(NlFlags.ACK)).text())
        .toList();
  }

  private static Op address() {
    return new Op.AddrAdd(
        Ns.HOST,
        "veth0",
        new Prefix(HOSTS, 24),
        Optional.empty(),
        Optional.empty(),
        Route.UNSET,
        "",
        Op.AddrVerb.ADD,
        Op.AddrAdd.FOREVER,
        Op.AddrAdd.FOREVER,
        false,
        0);
  }

  private static Route defaultRoute() {
    return new Route(
        Route.RouteType.UNICAST,
        Prefix.parse("0.0.0.0/0"),
        0,
        Route.MAIN,
        Route.PROTO_BOOT,
        Route.UNSET,
        0,
        Optional.empty(),
        List.of(new Route.NextHop(Optional.of(HOSTS), Optional.empty(), 1, 0)),
        Route.RouteMetrics.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"walkthrough.md", "walkthrough.zh.md"})
  void a_listing_is_what_the_command_sends(String file) throws IOException {
    String lesson = Files.readString(Path.of("labs/netlink", file));
    List<String> shown = LISTING.matcher(lesson).results().map(each -> each.group(1)).toList();
    assertThat(shown).isEqualTo(sent());
  }
}
