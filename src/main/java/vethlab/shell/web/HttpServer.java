package vethlab.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.GetoptLong;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.shell.lang.Dates;
import vethlab.shell.programs.HostName;
import vethlab.shell.programs.OfVrf;
import vethlab.shell.programs.Turns;
import vethlab.sim.Netns;
import vethlab.sim.socket.Socket;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.TcpCalls;
import vethlab.sim.socket.TcpListener;
import vethlab.sim.socket.TcpSocket;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;

/** {@code python3 -m http.server}: every caller gets a thread of his own. */
final class HttpServer implements Program {
  private static final int NONE = 0;
  private static final int DEFAULT_PORT = 8000;
  private static final int BACKLOG = 5;
  private static final int MAX_REQUEST = 65536;

  private enum Phase {
    READ,
    HEAD,
    BODY,
    CLOSE
  }

  /** A thread: one caller, one request. */
  private static final class Caller {
    final int socket;
    Turns turns = new Turns();
    Phase phase = Phase.READ;
    String request = "";
    HttpAnswer answer;

    Caller(int socket) {
      this.socket = socket;
    }

    Caller copy() {
      Caller copy = new Caller(socket);
      copy.turns = turns.copy();
      copy.phase = phase;
      copy.request = request;
      copy.answer = answer;
      return copy;
    }
  }

  private final List<String> words;
  private final List<Caller> callers = new ArrayList<>();
  private Turns turns = new Turns();
  private boolean started;
  private String root = "";
  private int listener = NONE;

  HttpServer(List<String> words) {
    this.words = List.copyOf(words);
  }

  @Override
  public Program copy() {
    HttpServer copy = new HttpServer(words);
    callers.forEach(caller -> copy.callers.add(caller.copy()));
    copy.turns = turns.copy();
    copy.started = started;
    copy.root = root;
    copy.listener = listener;
    return copy;
  }

  @Override
  public boolean endsByItself() {
    return false;
  }

  @Override
  public void killed(Process process) {
    callers.forEach(caller -> close(process, caller.socket));
    close(process, listener);
  }

  @Override
  public Progress advance(Process process) {
    if (!started) {
      started = true;
      return start(process);
    }
    if (process.takeSignal().isPresent()) {
      process.out().print("\nKeyboard interrupt received, exiting.\n");
      killed(process);
      return Progress.exited(0);
    }
    accept(process);
    callers.removeIf(caller -> !advance(process, caller));
    return Progress.BLOCKED;
  }

  // --- the beginning -----------------------------------------------------------------------------

  private Progress start(Process process) {
    GetoptLong options =
        GetoptLong.parse(
            "b:d:p:h",
            List.of(
                GetoptLong.Long.with("bind", 'b'),
                GetoptLong.Long.with("directory", 'd'),
                GetoptLong.Long.with("protocol", 'p'),
                GetoptLong.Long.flag("help", 'h')),
            words);
    String port = options.words().isEmpty() ? "" + DEFAULT_PORT : options.words().getFirst();
    Optional<Ip4> address = options.value('b').map(HostName::numeric).orElse(Optional.of(Ip4.ANY));
    if (options.mistake().isPresent() || options.has('h') || !port.matches("\\d{1,5}")) {
      process
          .err()
          .println("usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]");
      return Progress.exited(options.has('h') ? 0 : 2);
    }
    if (address.isEmpty()) {
      process.err().println("socket.gaierror: [Errno -2] Name or service not known");
      return Progress.exited(1);
    }
    root = process.files().absolute(options.value('d').orElse("."));
    return listen(process, address.get(), Integer.parseInt(port));
  }

  private Progress listen(Process process, Ip4 address, int port) {
    TcpListener tcp =
        TcpCalls.openListener(process.world(), netns(process), process.task(), process.token(0));
    own(process, tcp);
    tcp.sharesPort = false;
    listener = tcp.id;
    Optional<Errno> wrong =
        TcpCalls.listen(process.world(), netns(process), tcp, address, port, BACKLOG);
    if (wrong.isPresent()) {
      Errno errno = wrong.get();
      process
          .err()
          .print(
              "Traceback (most recent call last):\nOSError: [Errno "
                  + errno.number()
                  + "] "
                  + errno.text()
                  + "\n");
      close(process, listener);
      return Progress.exited(1);
    }
    process.catchSignal(Signal.INT);
    String shown = "Serving HTTP on %s port %d (http://%s:%d/) ...";
    process.out().println(shown.formatted(address, tcp.localPort, address, tcp.localPort));
    turns.sleep();
    return Progress.BLOCKED;
  }

  private static void own(Process process, Socket socket) {
    OfVrf.bind(process, socket);
    socket.process = "python3";
    socket.pid = process.pid();
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  private static Optional<Socket> find(Process process, int id) {
    return id == NONE ? Optional.empty() : Sockets.find(process.world(), netns(process).id, id);
  }

  private static void close(Process process, int id) {
    find(process, id).ifPresent(socket -> Sockets.close(process.world(), socket));
  }

  // --- callers -----------------------------------------------------------------------------------

  private void accept(Process process) {
    if (!turns.mine(process)
        || !(find(process, listener).orElse(null) instanceof TcpListener tcp)) {
      return;
    }
    if (tcp.waiting() == 0) {
      turns.sleep();
      return;
    }
    if (!turns.awake(process)) {
      return;
    }
    TcpCalls.accept(process.world(), tcp)
        .ifPresent(connection -> {
          own(process, connection);
          connection.fd = 4;
          callers.add(new Caller(connection.id));
        });
    turns.next(process);
  }

  /** Goes on with a caller; false when he has been served. */
  private boolean advance(Process process, Caller caller) {
    if (!caller.turns.mine(process)) {
      return true;
    }
    if (!(find(process, caller.socket).orElse(null) instanceof TcpSocket tcp)) {
      return false;
    }
    switch (caller.phase) {
      case READ -> read(process, caller, tcp);
      case HEAD -> send(process, caller, tcp, caller.answer.head(), Phase.BODY);
      case BODY -> send(process, caller, tcp, caller.answer.body(), Phase.CLOSE);
      case CLOSE -> {
        close(process, caller.socket);
        return false;
      }
    }
    return true;
  }

  private void read(Process process, Caller caller, TcpSocket tcp) {
    if (tcp.unread() == 0 && !tcp.atEnd() && !tcp.failed()) {
      caller.turns.sleep();
      return;
    }
    if (!caller.turns.awake(process)) {
      return;
    }
    byte[] more = TcpCalls.receive(process.world(), tcp, MAX_REQUEST).toArray();
    caller.request += new String(more, StandardCharsets.ISO_8859_1);
    int end = caller.request.replace("\r", "").indexOf("\n\n");
    boolean over = more.length == 0 || caller.request.length() > MAX_REQUEST;
    if (end < 0 && !over) {
      return;
    }
    if (caller.request.isEmpty()) {
      caller.phase = Phase.CLOSE;
    } else {
      answer(process, caller, tcp);
      caller.phase = Phase.HEAD;
    }
    caller.turns.next(process);
  }

  private void answer(Process process, Caller caller, TcpSocket tcp) {
    String line = caller.request.lines().findFirst().orElse("");
    caller.answer = HttpAnswer.to(new HttpAnswer.Site(process.files(), root, process.now()), line);
    String time = Dates.format("%d/%b/%Y %H:%M:%S", Dates.epochSeconds(process.now()), 0);
    for (String each : caller.answer.log()) {
      process.err().println(tcp.peer + " - - [" + time + "] " + each);
    }
  }

  private void send(Process process, Caller caller, TcpSocket tcp, Bytes data, Phase then) {
    if (!data.isEmpty() && TcpCalls.send(process.world(), tcp, data).isPresent()) {
      caller.phase = Phase.CLOSE;
    } else {
      caller.phase = then;
    }
    caller.turns.next(process);
  }
}
