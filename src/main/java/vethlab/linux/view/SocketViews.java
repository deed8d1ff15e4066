package vethlab.linux.view;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.view.SocketView;
import vethlab.wire.Ip4;

/**
 * IPv4 sockets and packet sockets, from /proc/net, with the process that holds each. The calling
 * thread is inside the namespace. Not shown: how long a listener's queue may be.
 */
public final class SocketViews {
  private static final Path NET = Path.of("/proc/thread-self/net");

  /** TCP_ states, by number, as ss prints them. */
  private static final List<String> STATES =
      List.of(
          "",
          "ESTAB",
          "SYN-SENT",
          "SYN-RECV",
          "FIN-WAIT-1",
          "FIN-WAIT-2",
          "TIME-WAIT",
          "UNCONN",
          "CLOSE-WAIT",
          "LAST-ACK",
          "LISTEN",
          "CLOSING",
          "SYN-RECV");

  private record Owner(String process, int pid, int fd) {
    static final Owner NONE = new Owner("", 0, 0);
  }

  private record Line(String kind, String[] words) {}

  private SocketViews() {}

  public static List<SocketView> all() {
    List<Line> lines = new ArrayList<>();
    for (String kind : List.of("tcp", "udp", "raw", "icmp", "packet")) {
      read(kind).forEach(words -> lines.add(new Line(kind, words)));
    }
    if (lines.isEmpty()) {
      return List.of();
    }
    Map<String, Owner> owners = owners();
    return lines.stream().map(line -> view(line, owners)).toList();
  }

  private static List<String[]> read(String table) {
    try {
      return Files.readAllLines(NET.resolve(table)).stream()
          .skip(1)
          .map(line -> line.trim().split("\\s+"))
          .toList();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static SocketView view(Line line, Map<String, Owner> owners) {
    String[] w = line.words();
    if (line.kind().equals("packet")) {
      Owner owner = owners.getOrDefault(w[8], Owner.NONE);
      return new SocketView(
          "packet",
          "UNCONN",
          Long.parseLong(w[6]),
          0,
          Ip4.ANY,
          Integer.parseInt(w[3], 16),
          Ip4.ANY,
          0,
          Optional.empty(),
          owner.process(),
          owner.pid(),
          owner.fd());
    }
    String[] local = w[1].split(":");
    String[] peer = w[2].split(":");
    String[] queues = w[4].split(":");
    int state = Integer.parseInt(w[3], 16);
    Owner owner = owners.getOrDefault(w[9], Owner.NONE);
    return new SocketView(
        line.kind(),
        state < STATES.size() ? STATES.get(state) : w[3],
        Long.parseLong(queues[1], 16),
        Long.parseLong(queues[0], 16),
        address(local[0]),
        Integer.parseInt(local[1], 16),
        address(peer[0]),
        Integer.parseInt(peer[1], 16),
        Optional.empty(),
        owner.process(),
        owner.pid(),
        owner.fd());
  }

  /** The kernel prints the address as a number of the machine: on little endian turned round. */
  private static Ip4 address(String hex) {
    int bits = Integer.parseUnsignedInt(hex, 16);
    boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
    return new Ip4(little ? Integer.reverseBytes(bits) : bits);
  }

  /** Who holds each socket, by inode. */
  private static Map<String, Owner> owners() {
    Map<String, Owner> owners = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      processes.forEach(process -> collect(process, owners));
    } catch (IOException _) {
      return owners;
    }
    return owners;
  }

  private static void collect(Path process, Map<String, Owner> owners) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        String target = Files.readSymbolicLink(descriptor).toString();
        if (target.startsWith("socket:[")) {
          owners.put(
              target.substring(8, target.length() - 1),
              new Owner(
                  Files.readString(process.resolve("comm")).trim(),
                  Integer.parseInt(process.getFileName().toString()),
                  Integer.parseInt(descriptor.getFileName().toString())));
        }
      }
    } catch (IOException _) {
      return; // it ended meanwhile, or is another user's
    }
  }
}
