package vethlab.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.programs.OfVrf;
import vethlab.shell.programs.Turns;
import vethlab.sim.Netns;
import vethlab.sim.socket.Socket;
import vethlab.sim.socket.Sockets;
import vethlab.sim.socket.TcpCalls;
import vethlab.sim.socket.TcpSocket;
import vethlab.sim.socket.TcpState;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;

/** One request and its answer over a connection of its own, as curl and wget make it. */
final class HttpCall {
  private static final int NONE = 0;
  private static final int MAX_READ = 1 << 20;
  private static final long NEVER = Long.MAX_VALUE;

  /** Where the call stands. */
  enum State {
    CONNECTING,
    SENDING,
    RECEIVING,
    ANSWERED,
    FAILED
  }

  /**
   * What to ask whom.
   *
   * @param source the address to call from, ANY to leave it to the kernel
   * @param device the ifindex to be bound to, 0 for none
   * @param patience until when to wait for a connection, in nanoseconds of waiting
   * @param limit until when to wait for everything
   */
  record Question(
      Ip4 address,
      int port,
      Ip4 source,
      int device,
      String text,
      boolean headOnly,
      long patience,
      long limit) {}

  /** Why it failed. */
  enum Failure {
    NONE,
    NOT_CONNECTED,
    CONNECT_TIMED_OUT,
    TIMED_OUT,
    EMPTY,
    RESET
  }

  private final String program;
  private final Question question;
  private Turns turns = new Turns();
  private State state = State.CONNECTING;
  private Failure failure = Failure.NONE;
  private Optional<Errno> errno = Optional.empty();
  private int socket = NONE;
  private final long began;
  private byte[] received = {};

  private HttpCall(String program, Question question, long began) {
    this.program = program;
    this.question = question;
    this.began = began;
  }

  static HttpCall begin(Process process, String program, Question question) {
    HttpCall call = new HttpCall(program, question, process.now());
    call.connect(process);
    return call;
  }

  HttpCall copy() {
    HttpCall copy = new HttpCall(program, question, began);
    copy.turns = turns.copy();
    copy.state = state;
    copy.failure = failure;
    copy.errno = errno;
    copy.socket = socket;
    copy.received = received;
    return copy;
  }

  Failure failure() {
    return failure;
  }

  Optional<Errno> errno() {
    return errno;
  }

  /** How long it has taken so far, in milliseconds. */
  long millis(Process process) {
    return (process.now() - began) / 1_000_000;
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  private void connect(Process process) {
    TcpSocket tcp =
        TcpCalls.open(process.world(), netns(process), process.task(), process.token(0));
    OfVrf.bind(process, tcp);
    tcp.process = program;
    tcp.pid = process.pid();
    socket = tcp.id;
    if (question.device > 0) {
      process
          .world()
          .inventory()
          .deviceAt(netns(process), question.device)
          .ifPresent(dev -> tcp.boundDev = dev.id);
    }
    Optional<Errno> wrong =
        question.source.isAny()
            ? Optional.empty()
            : TcpCalls.bind(process.world(), netns(process), tcp, question.source, 0);
    if (wrong.isEmpty()) {
      wrong =
          TcpCalls.connect(process.world(), netns(process), tcp, question.address, question.port);
    }
    if (wrong.isPresent()) {
      errno = wrong;
      fail(process, Failure.NOT_CONNECTED);
      return;
    }
    wakeAfter(process, question.patience);
    wakeAfter(process, question.limit);
    turns.sleep();
  }

  private void wakeAfter(Process process, long wait) {
    if (wait != NEVER) {
      process.wakeAt(began + wait);
    }
  }

  private void fail(Process process, Failure why) {
    failure = why;
    state = State.FAILED;
    close(process);
  }

  void close(Process process) {
    find(process).ifPresent(s -> Sockets.close(process.world(), s));
    socket = NONE;
  }

  private Optional<Socket> find(Process process) {
    return socket == NONE
        ? Optional.empty()
        : Sockets.find(process.world(), netns(process).id, socket);
  }

  /** Goes on; the state it is in then. */
  State advance(Process process) {
    if (state == State.ANSWERED || state == State.FAILED) {
      return state;
    }
    long waited = process.now() - began;
    if (state == State.CONNECTING && waited >= question.patience) {
      fail(process, Failure.CONNECT_TIMED_OUT);
    } else if (waited >= question.limit) {
      fail(process, state == State.CONNECTING ? Failure.CONNECT_TIMED_OUT : Failure.TIMED_OUT);
    } else if (turns.mine(process)) {
      if (find(process).orElse(null) instanceof TcpSocket tcp) {
        step(process, tcp);
      } else {
        fail(process, Failure.RESET);
      }
    }
    return state;
  }

  private void step(Process process, TcpSocket tcp) {
    switch (state) {
      case CONNECTING -> connecting(process, tcp);
      case SENDING -> send(process, tcp);
      case RECEIVING -> receive(process, tcp);
      case ANSWERED, FAILED -> {}
    }
  }

  private void connecting(Process process, TcpSocket tcp) {
    if (tcp.state() == TcpState.SYN_SENT || tcp.state() == TcpState.SYN_RECV) {
      turns.sleep();
      return;
    }
    if (!turns.awake(process)) {
      return;
    }
    errno = tcp.takePending();
    if (errno.isPresent()) {
      boolean late = errno.get() == Errno.ETIMEDOUT;
      fail(process, late ? Failure.CONNECT_TIMED_OUT : Failure.NOT_CONNECTED);
      return;
    }
    state = State.SENDING;
    turns.next(process);
  }

  private void send(Process process, TcpSocket tcp) {
    Bytes text = Bytes.of(question.text.getBytes(StandardCharsets.UTF_8));
    TcpCalls.send(process.world(), tcp, text);
    state = State.RECEIVING;
    turns.next(process);
  }

  private void receive(Process process, TcpSocket tcp) {
    if (tcp.unread() == 0 && !tcp.atEnd() && !tcp.failed()) {
      turns.sleep();
      return;
    }
    if (!turns.awake(process)) {
      return;
    }
    byte[] more = TcpCalls.receive(process.world(), tcp, MAX_READ).toArray();
    byte[] all = java.util.Arrays.copyOf(received, received.length + more.length);
    System.arraycopy(more, 0, all, received.length, more.length);
    received = all;
    if (more.length == 0 && received.length == 0) {
      fail(process, tcp.failed() ? Failure.RESET : Failure.EMPTY);
    } else if (more.length == 0 || isComplete()) {
      state = State.ANSWERED;
    } else {
      turns.next(process);
    }
  }

  // --- the answer --------------------------------------------------------------------------------

  private String text() {
    return new String(received, StandardCharsets.ISO_8859_1);
  }

  /** Where the body begins: after the first empty line. */
  private OptionalInt bodyAt() {
    String text = text();
    int crlf = text.indexOf("\r\n\r\n");
    int lf = text.indexOf("\n\n");
    if (crlf >= 0 && (lf < 0 || crlf < lf)) {
      return OptionalInt.of(crlf + 4);
    }
    return lf >= 0 ? OptionalInt.of(lf + 2) : OptionalInt.empty();
  }

  private boolean isComplete() {
    OptionalInt at = bodyAt();
    if (at.isEmpty()) {
      return false;
    }
    if (question.headOnly) {
      return true;
    }
    OptionalLong length = length();
    return length.isPresent() && received.length - at.getAsInt() >= length.getAsLong();
  }

  /** The status line and the headers, with the empty line. */
  String head() {
    return text().substring(0, bodyAt().orElse(received.length));
  }

  /** Whether what came is an answer in HTTP at all. */
  boolean isHttp() {
    return text().startsWith("HTTP/");
  }

  byte[] body() {
    int from = bodyAt().orElse(received.length);
    long length = length().orElse(Long.MAX_VALUE);
    int to = (int) Math.min(received.length, from + Math.min(length, received.length));
    return java.util.Arrays.copyOfRange(received, from, question.headOnly ? from : to);
  }

  /** Bytes of the body that are missing though they were promised. */
  long missing() {
    return question.headOnly ? 0 : Math.max(0, length().orElse(0) - body().length);
  }

  int code() {
    String[] words = head().split("\\s+", 3);
    return words.length > 1 && words[1].matches("\\d{3}") ? Integer.parseInt(words[1]) : 0;
  }

  /** The words after the code in the status line. */
  String reason() {
    String line = head().lines().findFirst().orElse("");
    return line.replaceFirst("^\\S+\\s+\\S+\\s*", "");
  }

  Optional<String> header(String name) {
    return head()
        .lines()
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  OptionalLong length() {
    return header("Content-Length")
        .filter(text -> text.matches("\\d{1,15}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
