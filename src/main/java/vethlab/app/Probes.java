package vethlab.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.app.doc.Terminal;
import vethlab.op.Ns;
import vethlab.op.view.AddrView;
import vethlab.op.view.SocketView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Questions from one namespace to another, typed into the terminal of the first. */
public final class Probes {
  /** What is asked. */
  public enum Kind {
    PING,
    TRACEROUTE,
    TCP,
    UDP
  }

  private static final int USUAL_TCP = 80;
  private static final int USUAL_UDP = 53;

  private final Studio studio;

  public Probes(Studio studio) {
    this.studio = studio;
  }

  /** Between the two namespaces that are selected, to the port somebody listens on. */
  void betweenSelected(Kind kind) {
    List<Ns> two = studio.chosenNamespaces();
    if (two.size() != 2) {
      studio.message(studio.words().get("message.two"));
      return;
    }
    run(kind, two.get(0), two.get(1), port(kind, two.get(1)));
  }

  /** The port that is asked unless another is named: one that is listened on, else a usual one. */
  public int port(Kind kind, Ns to) {
    String socket = kind == Kind.UDP ? "udp" : "tcp";
    OptionalInt open =
        studio.doc().kernel().sockets(to).stream()
            .filter(s -> s.kind().equals(socket))
            .filter(s -> s.state().equals("LISTEN") || s.state().equals("UNCONN"))
            .mapToInt(SocketView::localPort)
            .filter(port -> port > 0)
            .min();
    return open.orElse(kind == Kind.UDP ? USUAL_UDP : USUAL_TCP);
  }

  /** Types it; the message says so where there is no address to ask. */
  public void run(Kind kind, Ns from, Ns to, int port) {
    Optional<Ip4> address = address(to);
    if (address.isEmpty()) {
      studio.message(studio.words().get("message.no-address", to));
      return;
    }
    Terminal terminal = studio.showTerminal(from);
    studio.run(terminal, line(kind, address.get(), port));
  }

  /** An address that only it has, where there is one. */
  private Optional<Ip4> address(Ns to) {
    return studio.doc().kernel().addresses(to).stream()
        .map(AddrView::local)
        .filter(p -> !p.address().isLoopback())
        .reduce((a, b) -> a.length() == 32 ? a : b.length() == 32 ? b : a)
        .map(Prefix::address);
  }

  private static String line(Kind kind, Ip4 address, int port) {
    return switch (kind) {
      case PING -> "ping -c 1 " + address;
      case TRACEROUTE -> "traceroute -n " + address;
      case TCP -> "nc -zv -w 2 " + address + " " + port;
      case UDP -> "echo hello | nc -u -w 1 " + address + " " + port;
    };
  }
}
