package vethlab.shell.ss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vethlab.op.iptables.Services;
import vethlab.op.view.SocketView;
import vethlab.shell.Call;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;

/** ss of iproute2 6.1. */
public final class Ss {
  private static final String LETTERS = "halBetuwxoinsmpbEf:mMA:D:F:vVzZN:KHOSdr460T";
  private static final List<Long> LONGS =
      List.of(
          Long.flag("numeric", 'n'),
          Long.flag("resolve", 'r'),
          Long.flag("options", 'o'),
          Long.flag("extended", 'e'),
          Long.flag("memory", 'm'),
          Long.flag("info", 'i'),
          Long.flag("processes", 'p'),
          Long.flag("threads", 'T'),
          Long.flag("tcp", 't'),
          Long.flag("udp", 'u'),
          Long.flag("raw", 'w'),
          Long.flag("unix", 'x'),
          Long.flag("packet", '0'),
          Long.with("family", 'f'),
          Long.with("query", 'A'),
          Long.with("socket", 'A'),
          Long.flag("all", 'a'),
          Long.flag("listening", 'l'),
          Long.flag("ipv4", '4'),
          Long.flag("ipv6", '6'),
          Long.flag("summary", 's'),
          Long.flag("version", 'V'),
          Long.flag("help", 'h'),
          Long.flag("no-header", 'H'),
          Long.flag("oneline", 'O'));
  private static final List<String> ORDER = List.of("p_raw", "raw", "udp", "tcp");

  private final Call call;
  private final Set<Character> flags = new TreeSet<>();
  private final Set<String> kinds = new TreeSet<>();
  private List<String> states = List.of();

  private Ss(Call call) {
    this.call = call;
  }

  public static int run(Call call) {
    return new Ss(call).run();
  }

  private int run() {
    GetoptLong options = GetoptLong.parse(LETTERS, LONGS, call.args());
    if (options.mistake().isPresent()) {
      call.err().println("ss: " + options.mistake().get());
      call.err().print(usage());
      return 255;
    }
    for (GetoptLong.Option option : options.options()) {
      flags.add(option.letter());
      take(option);
    }
    if (flags.contains('h')) {
      call.out().print(usage());
      return 0;
    }
    if (flags.contains('V')) {
      call.out().println("ss utility, iproute2-6.1.0");
      return 0;
    }
    if (flags.contains('s')) {
      call.out().print(Summary.of(call.kernel().sockets(call.netns())));
      if (kinds.isEmpty()) {
        return 0;
      }
    }
    return show(split(options.words()));
  }

  private void take(GetoptLong.Option option) {
    switch (option.letter()) {
      case 't' -> kinds.add("tcp");
      case 'u' -> kinds.add("udp");
      case 'w' -> kinds.add("raw");
      case '0' -> kinds.add("p_raw");
      case 'x' -> kinds.add("unix");
      case 'A' -> {
        for (String each : option.value().split(",")) {
          switch (each) {
            case "inet", "all" -> kinds.addAll(List.of("tcp", "udp", "raw"));
            case "packet", "packet_raw" -> kinds.add("p_raw");
            default -> kinds.add(each);
          }
        }
      }
      default -> {}
    }
  }

  private static List<String> split(List<String> words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      String spaced = word.replace("(", " ( ").replace(")", " ) ");
      for (String part : spaced.strip().split("\\s+")) {
        if (!part.isEmpty()) {
          all.add(part);
        }
      }
    }
    return all;
  }

  private int show(List<String> words) {
    states =
        flags.contains('a') ? States.ALL : flags.contains('l') ? States.LISTENING : States.USUAL;
    boolean chosen = false;
    int at = 0;
    while (at + 1 < words.size()
        && (words.get(at).equals("state") || words.get(at).equals("exclude"))) {
      var some = States.of(words.get(at + 1));
      if (some.isEmpty()) {
        call.err().println("ss: wrong state name: " + words.get(at + 1));
        return 255;
      }
      if (words.get(at).equals("state")) {
        states = chosen ? States.with(states, some.get()) : some.get();
      } else {
        states = States.without(chosen || flags.contains('a') ? states : States.ALL, some.get());
      }
      chosen = true;
      at += 2;
    }
    try {
      print(SocketFilter.parse(words.subList(at, words.size())));
      return 0;
    } catch (SocketFilter.Bad e) {
      call.err().println(e.getMessage());
      if (e.getMessage().startsWith("ss:")) {
        call.err().print(usage());
      }
      return 255;
    }
  }

  private void print(Predicate<SocketView> filter) {
    Columns columns = new Columns();
    if (kinds.size() == 1 && !kinds.contains("p_raw")) {
      columns.hide(Columns.NETID);
    }
    if (states.size() == 1 || kinds.equals(Set.of("p_raw"))) {
      columns.hide(Columns.STATE);
    }
    if (!flags.contains('H')) {
      columns.header();
    }
    List<SocketView> sockets = new ArrayList<>(call.kernel().sockets(call.netns()));
    sockets.sort(
        Comparator.comparingInt((SocketView s) -> ORDER.indexOf(netid(s)))
            .thenComparing(s -> s.kind().equals("tcp") && !s.state().equals("LISTEN"))
            .thenComparingInt(s -> isBound(s) ? s.localPort() : 0));
    for (SocketView each : sockets) {
      if (isShown(each) && filter.test(each)) {
        columns.row(row(each));
      }
    }
    call.out().print(columns.text());
  }

  private static boolean isBound(SocketView socket) {
    return socket.state().equals("LISTEN") || socket.kind().equals("udp");
  }

  private boolean isShown(SocketView socket) {
    String netid = netid(socket);
    boolean wanted = kinds.isEmpty() ? ORDER.contains(netid) : kinds.contains(netid);
    boolean family = !flags.contains('6') || flags.contains('4') || netid.equals("p_raw");
    boolean state = netid.equals("p_raw") || states.contains(socket.state());
    return wanted && family && state;
  }

  private static String netid(SocketView socket) {
    return socket.kind().equals("packet") ? "p_raw" : socket.kind();
  }

  private List<String> row(SocketView s) {
    boolean packet = s.kind().equals("packet");
    String device = s.dev().map(name -> "%" + name).orElse("");
    String local = packet ? "*:" : s.local() + device + ":";
    String localPort = packet ? s.dev().orElse("*") : port(s, s.localPort());
    String peer = packet ? "*" : s.peer() + ":";
    String peerPort = packet ? "" : port(s, s.peerPort());
    return List.of(
        netid(s),
        s.state(),
        number(s.receiveQueue()),
        number(s.sendQueue()),
        local,
        localPort,
        peer,
        peerPort,
        process(s));
  }

  private static String number(long value) {
    return java.lang.Long.toString(value);
  }

  private String process(SocketView s) {
    if (!flags.contains('p') || s.process().isEmpty()) {
      return "";
    }
    return " users:((\"" + s.process() + "\",pid=" + s.pid() + ",fd=" + s.fd() + "))";
  }

  private String port(SocketView s, int port) {
    if (port == 0) {
      return "*";
    }
    if (flags.contains('n')) {
      return Integer.toString(port);
    }
    return Services.name(port, s.kind()).orElse(Integer.toString(port));
  }

  /** The summary of -s. */
  private static final class Summary {
    static String of(List<SocketView> sockets) {
      long tcp = count(sockets, "tcp", "");
      long waiting = count(sockets, "tcp", "TIME-WAIT");
      long orphans =
          sockets.stream()
              .filter(s -> s.kind().equals("tcp") && s.process().isEmpty())
              .filter(s -> !s.state().equals("TIME-WAIT"))
              .count();
      long live = tcp - waiting;
      long udp = count(sockets, "udp", "");
      long raw = count(sockets, "raw", "");
      StringBuilder text = new StringBuilder();
      text.append("Total: ").append(sockets.size() - waiting).append('\n');
      text.append("TCP:   ").append(tcp);
      text.append(" (estab ").append(count(sockets, "tcp", "ESTAB"));
      text.append(", closed ").append(waiting);
      text.append(", orphaned ").append(orphans);
      text.append(", timewait ").append(waiting).append(")\n\n");
      text.append("Transport Total     IP        IPv6\n");
      line(text, "RAW", raw);
      line(text, "UDP", udp);
      line(text, "TCP", live);
      line(text, "INET", raw + udp + live);
      line(text, "FRAG", 0);
      return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String name, long count) {
      text.append(name).append("\t  ");
      text.append(pad(count))
          .append(pad(count))
          .append(pad(0).stripTrailing())
          .append("        \n");
    }

    private static String pad(long count) {
      String digits = number(count);
      return digits + " ".repeat(Math.max(1, 10 - digits.length()));
    }

    private static long count(List<SocketView> sockets, String kind, String state) {
      return sockets.stream()
          .filter(s -> s.kind().equals(kind) && (state.isEmpty() || s.state().equals(state)))
          .count();
    }
  }

  private static String usage() {
    try (InputStream in = Ss.class.getResourceAsStream("usage.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
