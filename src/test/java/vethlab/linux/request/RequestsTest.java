package vethlab.linux.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.linux.explain.Decoded;
import vethlab.linux.explain.MessageDecoder;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.NlFlags;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * Every request is the one that iproute2 sends for the same command. What it sends was recorded by
 * {@code src/test/sh/record-netlink-requests}; the order of attributes does not matter to a kernel.
 */
class RequestsTest {
  private static final Names NAMES =
      new Names() {
        private final Map<String, Integer> links =
            Map.of(
                "lo", 1, "br0", 2, "veth1", 3, "veth0", 4, "veth3", 5, "veth2", 6, "va", 11, "vx0",
                18);

        @Override
        public int index(Ns ns, String link) {
          Integer index = links.get(link);
          if (index == null) {
            throw new NoSuchDevice(link);
          }
          return index;
        }

        @Override
        public int fd(Ns ns) {
          return 4;
        }
      };

  record Recorded(String command, byte[] message) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Recorded> recorded() throws IOException {
    List<Recorded> all = new ArrayList<>();
    try (InputStream in =
        RequestsTest.class.getResourceAsStream("/vethlab/linux/iproute2-requests.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] halves = line.split(" => ");
        all.add(new Recorded(halves[0], HexFormat.of().parseHex(halves[1])));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void a_request_is_what_iproute2_sends(Recorded recorded) {
    Op op = Ops.BY_COMMAND.get(recorded.command());
    if (op == null) {
      assertThat(Ops.NOT_AN_OP).anyMatch(recorded.command()::startsWith);
      return;
    }
    Message message = ((Request.Rtnetlink) Requests.of(op, NAMES)).message();
    assertThat(sorted(MessageDecoder.decode(message.withFlags(NlFlags.ACK)), 0))
        .isEqualTo(sorted(MessageDecoder.decode(recorded.message()), 0));
  }

  @Test
  void a_link_that_is_not_there_makes_no_request() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Requests.of(new Op.LinkDel(Ns.HOST, "nowhere"), NAMES)))
        .isInstanceOf(Names.NoSuchDevice.class);
  }

  private static String sorted(Decoded part, int depth) {
    StringBuilder out = new StringBuilder();
    boolean descriptor = part.name().endsWith("_FD");
    out.append("  ".repeat(depth)).append(part.name()).append(' ');
    out.append(descriptor ? "whichever" : part.value());
    part.inside().stream()
        .sorted(Comparator.comparing(Decoded::name))
        .forEach(d -> out.append('\n').append(sorted(d, depth + 1)));
    return out.toString();
  }
}
