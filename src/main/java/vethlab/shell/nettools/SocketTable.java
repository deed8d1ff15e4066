package vethlab.shell.nettools;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import vethlab.op.view.SocketView;
import vethlab.wire.Ip4;

/** Sockets as netstat lists them. Not modelled: owners' users, inodes (shown as root and 0). */
final class SocketTable {
  private static final Map<Integer, String> SERVICES = services();

  private enum Which {
    CONNECTED,
    LISTENING,
    ALL
  }

  private final TreeSet<String> protocols = new TreeSet<>();
  private Which which = Which.CONNECTED;
  private boolean numbers;
  private boolean portNumbers;
  private boolean programs;

  private static Map<Integer, String> services() {
    Map<Integer, String> names = new LinkedHashMap<>();
    names.put(7, "echo");
    names.put(9, "discard");
    names.put(13, "daytime");
    names.put(21, "ftp");
    names.put(22, "ssh");
    names.put(23, "telnet");
    names.put(25, "smtp");
    names.put(53, "domain");
    names.put(67, "bootps");
    names.put(68, "bootpc");
    names.put(69, "tftp");
    names.put(80, "http");
    names.put(110, "pop3");
    names.put(123, "ntp");
    names.put(143, "imap2");
    names.put(161, "snmp");
    names.put(179, "bgp");
    names.put(389, "ldap");
    names.put(443, "https");
    names.put(514, "syslog");
    names.put(993, "imaps");
    names.put(995, "pop3s");
    names.put(3306, "mysql");
    names.put(5432, "postgresql");
    names.put(8080, "http-alt");
    return names;
  }

  void protocol(String name) {
    protocols.add(name);
  }

  boolean anyProtocol() {
    return !protocols.isEmpty();
  }

  void all() {
    which = Which.ALL;
  }

  boolean showsAll() {
    return which == Which.ALL;
  }

  void listening() {
    if (which != Which.ALL) {
      which = Which.LISTENING;
    }
  }

  void numbers() {
    numbers = true;
    portNumbers = true;
  }

  boolean numeric() {
    return numbers;
  }

  void numericPorts() {
    portNumbers = true;
  }

  void programs() {
    programs = true;
  }

  private String kinds() {
    return switch (which) {
      case ALL -> "(servers and established)";
      case LISTENING -> "(only servers)";
      case CONNECTED -> "(w/o servers)";
    };
  }

  void print(Tool tool, boolean owners) {
    tool.print("Active Internet connections " + kinds() + "\n");
    tool.print("Proto Recv-Q Send-Q Local Address           Foreign Address         State      ");
    if (owners) {
      tool.print(" User       Inode     ");
    }
    if (programs) {
      tool.print(" PID/Program name    ");
    }
    tool.print("\n");
    for (String protocol : new String[] {"tcp", "udp", "raw"}) {
      if (anyProtocol() && !protocols.contains(protocol)) {
        continue;
      }
      for (SocketView socket : tool.kernel().sockets(tool.ns())) {
        boolean same = socket.kind().equals(protocol);
        if (same && wanted(socket)) {
          print(tool, owners, socket);
        }
      }
    }
  }

  void printUnix(Tool tool) {
    tool.print("Active UNIX domain sockets " + kinds() + "\n");
    tool.print("Proto RefCnt Flags       Type       State         I-Node  ");
    tool.print((programs ? " PID/Program name    " : "") + " Path\n");
  }

  private boolean wanted(SocketView socket) {
    boolean unconnected =
        socket.kind().equals("tcp") ? socket.peerPort() == 0 : socket.peer().equals(Ip4.ANY);
    return switch (which) {
      case ALL -> true;
      case LISTENING -> unconnected;
      case CONNECTED -> !unconnected;
    };
  }

  /** Where ss shows how long the queue may be, /proc/net/tcp has nothing. */
  private static boolean isListening(SocketView socket) {
    return socket.state().equals("LISTEN");
  }

  private void print(Tool tool, boolean owners, SocketView socket) {
    tool.print(
        "%-5s %6d %6d %-23s %-23s %-11s",
        socket.kind(),
        socket.receiveQueue(),
        isListening(socket) ? 0 : socket.sendQueue(),
        end(tool, socket.local(), socket.localPort()),
        end(tool, socket.peer(), socket.peerPort()),
        state(socket));
    if (owners) {
      tool.print(" %-10s %-10d", numbers ? "0" : "root", 0);
    }
    if (programs) {
      String program = socket.process().isEmpty() ? "-" : socket.pid() + "/" + socket.process();
      tool.print(" %-20s", program.length() > 20 ? program.substring(0, 20) : program);
    }
    tool.print("\n");
  }

  private static String state(SocketView socket) {
    if (socket.kind().equals("raw")) {
      return "7";
    }
    return switch (socket.state()) {
      case "ESTAB" -> "ESTABLISHED";
      case "UNCONN" -> "";
      case "SYN-RECV" -> "SYN_RECV";
      case "SYN-SENT" -> "SYN_SENT";
      case "FIN-WAIT-1" -> "FIN_WAIT1";
      case "FIN-WAIT-2" -> "FIN_WAIT2";
      case "TIME-WAIT" -> "TIME_WAIT";
      case "CLOSE-WAIT" -> "CLOSE_WAIT";
      case "LAST-ACK" -> "LAST_ACK";
      default -> socket.state();
    };
  }

  private String end(Tool tool, Ip4 ip, int port) {
    String host =
        numbers || ip.isAny() ? ip.toString() : Inet.nameOf(tool, ip).orElse(ip.toString());
    String service =
        port == 0 ? "*" : portNumbers ? "" + port : SERVICES.getOrDefault(port, "" + port);
    int room = 22 - service.length();
    return (host.length() > room ? host.substring(0, room) : host) + ":" + service;
  }
}
