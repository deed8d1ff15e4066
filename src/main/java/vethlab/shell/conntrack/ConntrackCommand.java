package vethlab.shell.conntrack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vethlab.op.ConntrackFilter;
import vethlab.op.Op;
import vethlab.op.view.ConntrackView;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.conntrack.Request.Format;

/** The command conntrack. Source: conntrack-tools src/conntrack.c. */
public final class ConntrackCommand {
  private static final String PROGRAM = "conntrack v1.4.7 (conntrack-tools)";

  private final Call call;
  private final Request request;

  private ConntrackCommand(Call call, Request request) {
    this.call = call;
    this.request = request;
  }

  public static void addTo(CommandTable table) {
    table.in("/usr/sbin");
    table.instant("conntrack", ConntrackCommand::run);
  }

  private static int run(Call call) {
    try {
      Request request = CommandLine.parse(call.args(), call.err()::println);
      return new ConntrackCommand(call, request).perform();
    } catch (Mistake e) {
      call.err().println(PROGRAM + ": " + e.text());
      return e.status();
    }
  }

  private int perform() {
    boolean entries = request.table.equals("conntrack");
    return switch (request.verb) {
      case NONE, HELP -> {
        call.out().print(help());
        yield 0;
      }
      case VERSION -> {
        call.out().println(PROGRAM);
        yield 0;
      }
      case LIST -> entries ? list() : listNothing();
      case GET -> get();
      case DELETE -> delete();
      case FLUSH -> entries ? flush() : say("expectation table has been emptied.");
      case COUNT -> {
        call.out().println(entries ? counted() : "0");
        yield 0;
      }
      case CREATE, ADD, UPDATE -> throw notModelled("making and changing entries");
      case EVENTS -> throw notModelled("watching events");
      case STATISTICS -> throw notModelled("the statistics of each CPU");
    };
  }

  private static Mistake notModelled(String what) {
    return Mistake.other(what + " is not modelled");
  }

  private int say(String sentence) {
    call.err().println(PROGRAM + ": " + sentence);
    return 0;
  }

  private int list() {
    if (request.formats.contains(Format.XML)) {
      throw notModelled("output as XML");
    }
    if (request.formats.contains(Format.LABELS)) {
      call.err().println(Numbers.NO_LABELS);
    }
    List<ConntrackView> all = matching();
    // What is printed stays in stdio's buffer until the end; what is said on stderr comes first.
    int status = say(all.size() + " flow entries have been shown.");
    all.forEach(this::print);
    return status;
  }

  private int listNothing() {
    return say(
        request.table.equals("expect")
            ? "0 expectations have been shown."
            : "0 flow entries have been shown.");
  }

  private List<ConntrackView> matching() {
    return call.kernel().conntrack(call.netns()).stream().filter(request::matches).toList();
  }

  private void print(ConntrackView view) {
    call.out().println(EntryText.of(view, request.formats));
  }

  private int get() {
    List<ConntrackView> all = matching();
    if (all.isEmpty()) {
      throw Mistake.other("Operation failed: such conntrack doesn't exist");
    }
    int status = say("1 flow entries have been shown.");
    print(all.getFirst());
    return status;
  }

  /** The kernel's count, which has what has expired until somebody looks for it. */
  private String counted() {
    return call.kernel().sysctl(call.netns(), "net.netfilter.nf_conntrack_count").orElse("0");
  }

  private int delete() {
    List<ConntrackView> all = matching();
    for (ConntrackView each : all) {
      call.kernel().apply(new Op.ConntrackDelete(call.netns(), ConntrackFilter.one(each.id())));
    }
    say(all.size() + " flow entries have been deleted.");
    all.forEach(this::print);
    return all.isEmpty() ? 1 : 0;
  }

  private int flush() {
    call.kernel().apply(new Op.ConntrackFlush(call.netns()));
    return say("connection tracking table has been emptied.");
  }

  private static String help() {
    try (InputStream in = ConntrackCommand.class.getResourceAsStream("help.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
