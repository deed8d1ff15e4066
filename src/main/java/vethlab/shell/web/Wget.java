package vethlab.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.FileException;
import vethlab.shell.GetoptLong;
import vethlab.shell.GetoptLong.Long;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.lang.Dates;
import vethlab.shell.programs.HostName;
import vethlab.wire.Ip4;

/** GNU wget 1.21 for HTTP. */
final class Wget implements Program {
  private static final List<Long> LONGS =
      List.of(
          Long.flag("quiet", 'q'),
          Long.flag("no-verbose", 'n'),
          Long.flag("server-response", 'S'),
          Long.flag("spider", 'D'),
          Long.with("output-document", 'O'),
          Long.with("timeout", 'T'),
          Long.with("connect-timeout", 'C'),
          Long.with("tries", 't'),
          Long.with("bind-address", 'b'));

  private static final long SECOND = 1_000_000_000L;
  private static final int NETWORK_FAILURE = 4;
  private static final int SERVER_ERROR = 8;
  private static final int DEFAULT_TRIES = 20;
  private static final long DEFAULT_PATIENCE = 900;

  private final List<String> argv;
  private Optional<GetoptLong> options = Optional.empty();
  private Optional<WebAddress> address = Optional.empty();
  private Optional<HttpCall> call = Optional.empty();
  private int next;
  private int tries;
  private int status;

  Wget(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Wget copy = new Wget(argv);
    copy.options = options;
    copy.address = address;
    copy.call = call.map(HttpCall::copy);
    copy.next = next;
    copy.tries = tries;
    copy.status = status;
    return copy;
  }

  @Override
  public void killed(Process process) {
    call.ifPresent(c -> c.close(process));
  }

  @Override
  public Progress advance(Process process) {
    if (options.isEmpty()) {
      GetoptLong read =
          GetoptLong.parse("qnSO:T:t:v4", LONGS, replaced(argv.subList(1, argv.size())));
      if (read.mistake().isPresent()) {
        process.err().println("wget: " + read.mistake().get());
        process.err().println("Usage: wget [OPTION]... [URL]...\n");
        process.err().println("Try `wget --help' for more options.");
        return Progress.exited(2);
      }
      if (read.words().isEmpty()) {
        process.err().println("wget: missing URL\nUsage: wget [OPTION]... [URL]...\n");
        process.err().println("Try `wget --help' for more options.");
        return Progress.exited(1);
      }
      options = Optional.of(read);
    }
    GetoptLong given = options.get();
    while (true) {
      if (call.isEmpty()) {
        if (next >= given.words().size()) {
          return Progress.exited(status);
        }
        tries = 0;
        ask(process, given, given.words().get(next++));
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

  /** {@code -nv} is one option of two letters. */
  private static List<String> replaced(List<String> words) {
    return words.stream().map(word -> word.equals("-nv") ? "--no-verbose" : word).toList();
  }

  private static boolean talks(GetoptLong given) {
    return !given.has('q') && !given.has('n');
  }

  private static void say(Process process, GetoptLong given, String text) {
    if (talks(given)) {
      process.err().print(text);
    }
  }

  private static String now(Process process) {
    return Dates.format("%Y-%m-%d %H:%M:%S", Dates.epochSeconds(process.now()), 0);
  }

  private static long seconds(GetoptLong given, char letter, long otherwise) {
    return given
        .value(letter)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(java.lang.Long::parseLong)
        .orElse(otherwise);
  }

  private void ask(Process process, GetoptLong given, String url) {
    Optional<WebAddress> parsed = WebAddress.parse(url);
    if (parsed.isEmpty() || !parsed.get().scheme().equals("http")) {
      process.err().println(url + ": Unsupported scheme.");
      status = 1;
      return;
    }
    address = parsed;
    WebAddress to = parsed.get();
    if (tries == 0 && given.has('D')) {
      say(process, given, "Spider mode enabled. Check if remote file exists.\n");
    }
    tries++;
    String again = tries == 1 ? "" : "(try:%2d)  ".formatted(tries);
    say(process, given, "--" + now(process) + "--  " + again + to.url() + "\n");
    boolean named = HostName.numeric(to.host()).isEmpty();
    Optional<Ip4> target = HostName.resolve(process, to.host());
    if (named) {
      say(process, given, "Resolving " + to.host() + " (" + to.host() + ")... ");
    }
    if (target.isEmpty()) {
      say(process, given, "failed: Temporary failure in name resolution.\n");
      say(process, given, "wget: unable to resolve host address '" + to.host() + "'\n");
      status = NETWORK_FAILURE;
      return;
    }
    if (named) {
      say(process, given, target.get() + "\n");
    }
    String who = named ? to.host() + " (" + to.host() + ")|" + target.get() + "|" : to.host();
    say(process, given, "Connecting to " + who + ":" + to.port() + "... ");
    call = Optional.of(HttpCall.begin(process, "wget", question(given, to, target.get())));
  }

  private static HttpCall.Question question(GetoptLong given, WebAddress to, Ip4 target) {
    boolean spider = given.has('D');
    String request =
        (spider ? "HEAD " : "GET ")
            + to.path()
            + " HTTP/1.1\r\nHost: "
            + to.authority()
            + "\r\nUser-Agent: Wget/1.21.3\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
            + "Connection: Keep-Alive\r\n\r\n";
    long patience = seconds(given, 'C', seconds(given, 'T', DEFAULT_PATIENCE));
    return new HttpCall.Question(
        target,
        to.port(),
        given.value('b').flatMap(HostName::numeric).orElse(Ip4.ANY),
        0,
        request,
        spider,
        patience * SECOND,
        seconds(given, 'T', DEFAULT_PATIENCE) * SECOND);
  }

  private void answered(Process process, GetoptLong given, HttpCall done) {
    say(process, given, "connected.\nHTTP request sent, awaiting response... ");
    say(process, given, (done.code() + " " + done.reason()).strip() + "\n");
    if (given.has('S')) {
      done.head().lines().forEach(line -> process.err().println("  " + line));
    }
    if (done.code() >= 400) {
      if (given.has('D')) {
        say(process, given, "Remote file does not exist -- broken link!!!\n\n");
      } else {
        say(
            process,
            given,
            now(process) + " ERROR " + done.code() + ": " + done.reason() + ".\n\n");
      }
      status = SERVER_ERROR;
      return;
    }
    String type =
        done.header("Content-Type").map(t -> " [" + t.replaceAll(";.*", "") + "]").orElse("");
    String length = done.length().isPresent() ? "" + done.length().getAsLong() : "unspecified";
    say(process, given, "Length: " + length + type + "\n");
    if (given.has('D')) {
      say(process, given, "Remote file exists.\n\n");
      return;
    }
    save(process, given, done);
  }

  private void save(Process process, GetoptLong given, HttpCall done) {
    String name = address.get().fileName().isEmpty() ? "index.html" : address.get().fileName();
    String file = given.value('O').orElseGet(() -> free(process, name));
    boolean toOutput = file.equals("-");
    say(process, given, "Saving to: '" + (toOutput ? "STDOUT" : file) + "'\n\n");
    int size = done.body().length;
    try {
      if (toOutput) {
        process.out().write(done.body());
      } else {
        process.files().write(file, new String(done.body(), StandardCharsets.UTF_8));
      }
    } catch (FileException e) {
      process.err().println(file + ": " + e.getMessage());
      status = 3;
      return;
    }
    double rate = size / 1024.0 / Math.max(1, done.millis(process)) * 1000;
    String speed = String.format(Locale.ROOT, "%.3g", Math.max(0.01, rate));
    say(process, given, "     0K%55s100%% %4sK=0s\n\n".formatted("", speed));
    String saved = toOutput ? "written to stdout" : "'" + file + "' saved";
    String count = done.length().isPresent() ? "[" + size + "/" + size + "]" : "[" + size + "]";
    say(process, given, now(process) + " (" + speed + " KB/s) - " + saved + " " + count + "\n\n");
  }

  /** The name, with a number where there is such a file already. */
  private static String free(Process process, String name) {
    if (!process.files().exists(name)) {
      return name;
    }
    int number = 1;
    while (process.files().exists(name + "." + number)) {
      number++;
    }
    return name + "." + number;
  }

  private void failed(Process process, GetoptLong given, HttpCall done) {
    status = NETWORK_FAILURE;
    switch (done.failure()) {
      case NOT_CONNECTED -> {
        String why = done.errno().map(Errno::text).orElse("");
        say(process, given, "failed: " + why + ".\n");
      }
      case CONNECT_TIMED_OUT -> {
        say(process, given, "failed: Connection timed out.\n");
        tryAgain(process, given);
      }
      default -> {
        say(process, given, "connected.\nHTTP request sent, awaiting response... ");
        boolean late = done.failure() == HttpCall.Failure.TIMED_OUT;
        say(
            process,
            given,
            late
                ? "Read error (Connection timed out) in headers.\n"
                : done.failure() == HttpCall.Failure.EMPTY
                    ? "No data received.\n"
                    : "Read error (Connection reset by peer) in headers.\n");
        tryAgain(process, given);
      }
    }
  }

  private void tryAgain(Process process, GetoptLong given) {
    if (tries >= seconds(given, 't', DEFAULT_TRIES)) {
      say(process, given, "Giving up.\n\n");
      return;
    }
    say(process, given, "Retrying.\n\n");
    ask(process, given, given.words().get(next - 1));
  }
}
