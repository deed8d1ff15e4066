package vethlab.linux.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.linux.golang.GoCalls;
import vethlab.linux.netlink.Message;
import vethlab.linux.request.BatchNames;
import vethlab.linux.request.Names;
import vethlab.linux.request.Request;
import vethlab.linux.request.Requests;
import vethlab.op.Commands;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * An operation as each of those who know it says it: the command, the calls in Go, and what the
 * kernel is sent.
 *
 * @param message the netlink message; nothing where it is not done by one message
 * @param instead what is done where no message is sent, empty where one is
 */
public record Sent(
    String command, List<String> goCalls, Optional<Message> message, String instead) {
  private static final int FIRST_DESCRIPTOR = 3;
  private static final int BYTES_A_LINE = 16;

  /**
   * What is sent for operations on a machine that has nothing but its lo. Indexes are those the
   * kernel will give; the file descriptors of namespaces are as if they were opened in the order in
   * which they are named.
   */
  public static List<Sent> of(List<Op> ops) {
    Map<Ns, Integer> descriptors = new LinkedHashMap<>();
    BatchNames names =
        new BatchNames(
            ns -> descriptors.computeIfAbsent(ns, n -> FIRST_DESCRIPTOR + descriptors.size()),
            ns -> Map.of("lo", 1));
    List<Sent> all = new ArrayList<>();
    for (Op op : ops) {
      all.add(one(op, names));
      names.note(names.numbered(op));
    }
    return all;
  }

  private static Sent one(Op op, Names names) {
    Request request = Requests.of(op, names);
    Optional<Message> message =
        switch (request) {
          case Request.Rtnetlink r -> Optional.of(r.message());
          case Request.Netfilter r -> Optional.of(r.message());
          default -> Optional.empty();
        };
    return new Sent(Commands.text(op), GoCalls.of(op), message, instead(request));
  }

  private static String instead(Request request) {
    return switch (request) {
      case Request.Rtnetlink _, Request.Netfilter _ -> "";
      case Request.MakeNamespace r ->
          "no message: unshare(CLONE_NEWNET), then a mount of /proc/thread-self/ns/net on"
              + " /run/netns/"
              + r.name();
      case Request.DropNamespace r -> "no message: umount and unlink of /run/netns/" + r.name();
      case Request.WriteSysctl r ->
          "no message: a thread in that namespace writes to /proc/sys/" + path(r.key());
      case Request.DeleteConnections _ ->
          "IPCTNL_MSG_CT_GET for the list, then IPCTNL_MSG_CT_DELETE for each that fits";
      case Request.ChangeRules _, Request.RestoreRules _ ->
          "no message of ours: iptables sends NFT_MSG_NEWRULE and others to nfnetlink";
    };
  }

  /** A dot in an interface's name is kept as a slash in a key. */
  private static String path(String key) {
    StringBuilder path = new StringBuilder();
    for (char c : key.toCharArray()) {
      path.append(c == '.' ? '/' : c == '/' ? '.' : c);
    }
    return path.toString();
  }

  /** Everything as text: the command, under it the message by name, as bytes, and in Go. */
  public String text() {
    StringBuilder out = new StringBuilder(command).append('\n');
    message.ifPresent(sent -> {
      out.append(indented(MessageDecoder.decode(sent).text()));
      out.append(indented(hex(sent.bytes())));
    });
    if (!instead.isEmpty()) {
      out.append(indented(instead));
    }
    goCalls.forEach(call -> out.append(indented("Go: " + call)));
    return out.toString();
  }

  private static String indented(String text) {
    return text.stripTrailing().indent(4);
  }

  /** Bytes as two digits each, 16 a line, each line with the offset of its first. */
  public static String hex(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      if (i % BYTES_A_LINE == 0) {
        out.append(String.format("%s%04x ", i == 0 ? "" : "\n", i));
      }
      out.append(String.format(" %02x", bytes[i]));
    }
    return out.toString();
  }
}
