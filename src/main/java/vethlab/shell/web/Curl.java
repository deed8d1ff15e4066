package vethlab.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.programs.HostName;
import vethlab.wire.Ip4;

/** curl 7.88 for HTTP. What it says goes to standard error at once, the page when it ends. */
final class Curl implements Program {
  private static final int MAX_REDIRECTS = 50;

  private final List<String> argv;
  private Optional<CurlOptions> options = Optional.empty();
  private Optional<WebAddress> address = Optional.empty();
  private Optional<HttpCall> call = Optional.empty();
  private Ip4 peer = Ip4.ANY;
  private int next;
  private int redirects;
  private int status;
  private boolean old;

  Curl(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Curl copy = new Curl(argv);
    copy.options = options;
    copy.address = address;
    copy.call = call.map(HttpCall::copy);
    copy.peer = peer;
    copy.next = next;
    copy.redirects = redirects;
    copy.status = status;
    copy.old = old;
    return copy;
  }

  @Override
  public void killed(Process process) {
    call.ifPresent(c -> c.close(process));
  }

  @Override
  public Progress advance(Process process) {
    if (options.isEmpty()) {
      return start(process);
    }
    CurlOptions given = options.get();
    while (true) {
      if (call.isEmpty()) {
        if (next >= given.urls().size()) {
          return Progress.exited(status);
        }
        begin(process, given, given.urls().get(next++));
        continue;
      }
      HttpCall running = call.get();
      switch (running.advance(process)) {
        case CONNECTING, SENDING, RECEIVING -> {
          return Progress.BLOCKED;
        }
        case ANSWERED -> {
          running.close(process);
          call = Optional.empty();
          answered(process, given, running);
        }
        case FAILED -> {
          call = Optional.empty();
          failed(process, given, running);
        }
      }
    }
  }

  private Progress start(Process process) {
    CurlOptions given = CurlOptions.parse(argv.subList(1, argv.size()));
    if (given.mistake().isPresent()) {
      process.err().println("curl: " + given.mistake().get());
      process.err().println("curl: try 'curl --help' or 'curl --manual' for more information");
      return Progress.exited(2);
    }
    if (given.has('V')) {
      process.out().println("curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1");
      return Progress.exited(0);
    }
    if (given.urls().isEmpty()) {
      process.err().println("curl: try 'curl --help' or 'curl --manual' for more information");
      return Progress.exited(2);
    }
    options = Optional.of(given);
    return advance(process);
  }

  // --- asking ------------------------------------------------------------------------------------

  private void begin(Process process, CurlOptions given, String url) {
    redirects = 0;
    old = false;
    ask(process, given, url);
  }

  private void ask(Process process, CurlOptions given, String url) {
    Optional<WebAddress> parsed = WebAddress.parse(url);
    if (parsed.isEmpty()) {
      fail(process, given, 3, "URL using bad/illegal format or missing URL");
      return;
    }
    if (!parsed.get().scheme().equals("http")) {
      fail(
          process,
          given,
          1,
          "Protocol \"" + parsed.get().scheme() + "\" not supported or disabled in libcurl");
      return;
    }
    address = parsed;
    meter(process, given, Meter.title() + Meter.line(0));
    Optional<Ip4> target = HostName.resolve(process, parsed.get().host());
    if (target.isEmpty()) {
      meter(process, given, Meter.line(0) + "\n");
      fail(process, given, 6, "Could not resolve host: " + parsed.get().host());
      return;
    }
    peer = target.get();
    verbose(process, given, "*   Trying " + peer + ":" + parsed.get().port() + "...");
    HttpCall.Question question =
        new HttpCall.Question(
            peer,
            parsed.get().port(),
            given.source().flatMap(HostName::numeric).orElse(Ip4.ANY),
            device(process, given),
            request(given, parsed.get()),
            given.method().equals("HEAD"),
            given.patience(),
            given.limit());
    call = Optional.of(HttpCall.begin(process, "curl", question));
  }

  /** Who has been redirected by an HTTP/1.0 server speaks HTTP/1.0 to it from then on. */
  private String request(CurlOptions given, WebAddress to) {
    String request = given.request(to);
    return old ? request.replaceFirst(" HTTP/1\\.1\r", " HTTP/1.0\r") : request;
  }

  private static int device(Process process, CurlOptions given) {
    return given
        .source()
        .flatMap(name -> process.kernel().link(process.netns(), name.replaceFirst("^if!", "")))
        .map(link -> link.index())
        .orElse(0);
  }

  // --- the answer --------------------------------------------------------------------------------

  private void answered(Process process, CurlOptions given, HttpCall done) {
    if (!done.isHttp()) {
      meter(process, given, Meter.line(0) + "\n");
      fail(process, given, 1, "Received HTTP/0.9 when not allowed");
      return;
    }
    conversation(process, given, done);
    Optional<String> elsewhere =
        given.has('L') && done.code() / 100 == 3 ? done.header("Location") : Optional.empty();
    if (elsewhere.isPresent() && ++redirects <= MAX_REDIRECTS) {
      String to = elsewhere.get();
      old = done.head().startsWith("HTTP/1.0");
      String base = "http://" + address.get().authority();
      ask(process, given, to.startsWith("/") ? base + to : to);
      return;
    }
    if (given.has('f') && done.code() >= 400) {
      meter(process, given, Meter.line(0) + "\n");
      fail(process, given, 22, "The requested URL returned error: " + done.code());
      return;
    }
    meter(process, given, Meter.done(done.body().length, done.millis(process)));
    goodbye(process, given, done);
    int result = page(process, given, done);
    status = result;
    if (result == 0 && done.missing() > 0) {
      fail(
          process,
          given,
          18,
          "transfer closed with " + done.missing() + " bytes remaining to read");
      return;
    }
    writeOut(process, given, Optional.of(done));
  }

  private int page(Process process, CurlOptions given, HttpCall done) {
    String head = given.has('i') || given.has('I') ? done.head() : "";
    Optional<String> file =
        given.has('O') ? Optional.of(address.get().fileName()) : given.value('o');
    if (file.isEmpty() || file.get().equals("-")) {
      process.out().print(head);
      process.out().write(done.body());
      return 0;
    }
    try {
      process.files().write(file.get(), head + new String(done.body(), StandardCharsets.UTF_8));
      return 0;
    } catch (FileException e) {
      if (given.saysErrors()) {
        process.err().println("curl: (23) Failure writing output to destination");
      }
      return 23;
    }
  }

  /** -v: what was said on both sides. */
  private void conversation(Process process, CurlOptions given, HttpCall done) {
    if (!given.has('v')) {
      return;
    }
    WebAddress to = address.get();
    verbose(process, given, connected(to));
    said(given.request(to)).forEach(line -> verbose(process, given, "> " + line));
    boolean old = done.head().startsWith("HTTP/1.0");
    if (old) {
      verbose(process, given, "* HTTP 1.0, assume close after body");
    }
    said(done.head()).forEach(line -> verbose(process, given, "< " + line));
    if (done.body().length > 0) {
      verbose(process, given, "{ [" + done.body().length + " bytes data]");
    }
  }

  /** Header lines as they were sent, each with its carriage return. */
  private static List<String> said(String head) {
    return List.of(head.split("\n"));
  }

  private void goodbye(Process process, CurlOptions given, HttpCall done) {
    boolean stays = !done.head().startsWith("HTTP/1.0") && done.length().isPresent();
    verbose(
        process,
        given,
        stays
            ? "* Connection #0 to host " + address.get().host() + " left intact"
            : "* Closing connection 0");
  }

  private String connected(WebAddress to) {
    return "* Connected to " + to.host() + " (" + peer + ") port " + to.port() + " (#0)";
  }

  private void failed(Process process, CurlOptions given, HttpCall done) {
    long millis = done.millis(process);
    StringBuilder lines = new StringBuilder(Meter.line(0));
    for (int second = 1; second <= millis / 1000; second++) {
      lines.append(Meter.line(second));
    }
    meter(process, given, lines + "\n");
    WebAddress to = address.get();
    String where = to.host() + " port " + to.port() + " after " + millis + " ms";
    switch (done.failure()) {
      case NOT_CONNECTED -> {
        String why = done.errno().map(e -> e.text()).orElse("");
        verbose(process, given, "* connect to " + peer + " port " + to.port() + " failed: " + why);
        verbose(process, given, "* Failed to connect to " + where + ": Couldn't connect to server");
        verbose(process, given, "* Closing connection 0");
        fail(process, given, 7, "Failed to connect to " + where + ": Couldn't connect to server");
      }
      case CONNECT_TIMED_OUT -> {
        verbose(process, given, "* Connection timed out after " + millis + " milliseconds");
        verbose(process, given, "* Closing connection 0");
        fail(process, given, 28, "Connection timed out after " + millis + " milliseconds");
      }
      case TIMED_OUT ->
          fail(
              process,
              given,
              28,
              "Operation timed out after " + millis + " milliseconds with 0 bytes received");
      case EMPTY -> fail(process, given, 52, "Empty reply from server");
      case RESET, NONE -> fail(process, given, 56, "Recv failure: Connection reset by peer");
    }
  }

  private void fail(Process process, CurlOptions given, int code, String message) {
    status = code;
    writeOut(process, given, Optional.empty());
    if (given.saysErrors()) {
      process.err().println("curl: (" + code + ") " + message);
    }
  }

  private static void meter(Process process, CurlOptions given, String text) {
    if (!given.silent()) {
      process.err().print(text);
    }
  }

  private static void verbose(Process process, CurlOptions given, String line) {
    if (given.has('v')) {
      process.err().println(line);
    }
  }

  /** -w. */
  private void writeOut(Process process, CurlOptions given, Optional<HttpCall> done) {
    if (given.value('w').isEmpty()) {
      return;
    }
    String code = "%03d".formatted(done.map(HttpCall::code).orElse(0));
    String seconds =
        String.format(
            Locale.ROOT, "%.6f", done.map(call -> call.millis(process)).orElse(0L) / 1000.0);
    String text =
        given
            .value('w')
            .get()
            .replace("\\n", "\n")
            .replace("\\t", "\t")
            .replace("\\r", "\r")
            .replace("%{http_code}", code)
            .replace("%{response_code}", code)
            .replace("%{size_download}", "" + done.map(call -> call.body().length).orElse(0))
            .replace("%{remote_ip}", done.isPresent() ? peer.toString() : "")
            .replace("%{remote_port}", "" + address.map(WebAddress::port).orElse(0))
            .replace("%{url_effective}", address.map(WebAddress::url).orElse(""))
            .replace("%{num_redirects}", "" + redirects)
            .replace("%{exitcode}", "" + status)
            .replaceAll("%\\{(time|speed)_\\w+}", seconds)
            .replace("%%", "%");
    process.out().print(text);
  }

  /** The progress meter. */
  private static final class Meter {
    private Meter() {}

    static String title() {
      return "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
          + "                                 Dload  Upload   Total   Spent    Left  Speed\n";
    }

    static String line(int seconds) {
      String spent = seconds == 0 ? "--:--:--" : "%2d:%02d:%02d".formatted(0, 0, seconds);
      return "\r  0     0    0     0    0     0      0      0 --:--:-- "
          + spent
          + " --:--:--     0";
    }

    static String done(int bytes, long millis) {
      long speed = bytes * 1000L / Math.max(1, millis);
      String all = bytes == 0 ? "  0" : "100";
      return "\r%s %5d  %s %5d    0     0 %6d      0 --:--:-- --:--:-- --:--:-- %5d\n"
          .formatted(all, bytes, all, bytes, speed, speed);
    }
  }
}
