package vethlab.shell.iproute;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Op;
import vethlab.op.Qdisc;
import vethlab.op.view.LinkView;
import vethlab.op.view.QdiscView;
import vethlab.shell.Command;
import vethlab.shell.Program;

/** {@code tc}: queueing disciplines on a link's root, of which this machine's kernel has netem. */
public final class TcCommand implements Command {

  @Override
  public Program start(List<String> argv) {
    return new ToolProgram(Host.Tool.TC, TcCommand::run);
  }

  private static Outcome run(Host host, Args args) {
    String object = args.take();
    if (Args.matches(object, "qdisc")) {
      new TcCommand().qdisc(host, args);
      return Outcome.DONE;
    }
    for (String known : List.of("class", "filter", "chain", "actions", "monitor", "exec")) {
      if (Args.matches(object, known)) {
        throw IpError.notModelled("tc " + known);
      }
    }
    if (Args.matches(object, "help")) {
      throw new IpError(Help.text("tc"), 0);
    }
    throw new IpError("Object \"" + object + "\" is unknown, try \"tc help\".\n", 255);
  }

  private void qdisc(Host host, Args args) {
    if (!args.more()) {
      show(host, args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      modify(host, args, Op.QdiscVerb.ADD);
    } else if (Args.matches(command, "change")) {
      modify(host, args, Op.QdiscVerb.CHANGE);
    } else if (Args.matches(command, "replace")) {
      modify(host, args, Op.QdiscVerb.REPLACE);
    } else if (Args.matches(command, "link")) {
      throw IpError.notModelled("tc qdisc link");
    } else if (Args.matches(command, "delete")) {
      delete(host, args);
    } else if (Args.matches(command, "list")
        || Args.matches(command, "show")
        || Args.matches(command, "lst")) {
      show(host, args);
    } else if (Args.matches(command, "help")) {
      throw new IpError(Help.text("tc-qdisc"), 0);
    } else {
      throw new IpError("Command \"" + command + "\" is unknown, try \"tc qdisc help\".\n", 255);
    }
  }

  /** What has been read before the kind. */
  private static final class Request {
    private Optional<String> dev = Optional.empty();
    private int handle;
    private boolean root;
    private Optional<String> kind = Optional.empty();
  }

  private static final Words<Request> WORDS =
      new Words<Request>()
          .full("dev", TcCommand::readDev)
          .full("handle", TcCommand::readHandle)
          .full("root", TcCommand::readRoot)
          .full("clsact", (r, a) -> notModelled("clsact"))
          .full("ingress", (r, a) -> notModelled("ingress"))
          .full("parent", (r, a) -> notModelled("parent"))
          .word("estimator", (r, a) -> notModelled("estimator"))
          .word("stab", (r, a) -> notModelled("stab"))
          .word(
              "help",
              (r, a) -> {
                throw new IpError(Help.text("tc-qdisc"), 255);
              })
          .other((r, a) -> r.kind = Optional.of(a.take()));

  private static void notModelled(String word) {
    throw IpError.notModelled("tc qdisc: \"" + word + "\"");
  }

  private static void readDev(Request r, Args args) {
    String text = args.value();
    if (r.dev.isPresent()) {
      throw IpError.duplicate("dev", text);
    }
    r.dev = Optional.of(text);
  }

  /** A hexadecimal major number, with or without a colon. */
  private static void readHandle(Request r, Args args) {
    String text = args.value();
    if (r.handle != 0) {
      throw IpError.duplicate("handle", text);
    }
    if (!text.matches("[0-9a-fA-F]{1,4}(:.*)?")) {
      throw IpError.wrong("invalid qdisc ID", text);
    }
    r.handle = Integer.parseInt(text.replaceFirst(":.*", ""), 16);
  }

  private static void readRoot(Request r, Args args) {
    if (r.root) {
      throw new IpError("Error: \"root\" is duplicate parent ID\n", 255);
    }
    r.root = true;
  }

  private static Request read(Args args) {
    Request request = new Request();
    while (args.more() && request.kind.isEmpty()) {
      WORDS.readOne(request, args);
    }
    return request;
  }

  private String device(Host host, Request request) {
    if (request.dev.isEmpty()) {
      throw host.refused("RTNETLINK answers: No such device\n");
    }
    return host.device(request.dev.get()).name();
  }

  private void modify(Host host, Args args, Op.QdiscVerb verb) {
    Request request = read(args);
    boolean netem = request.kind.filter("netem"::equals).isPresent();
    Optional<Qdisc> qdisc = netem ? Optional.of(Netem.read(args)) : Optional.empty();
    String dev = device(host, request);
    if (qdisc.isEmpty()) {
      throw host.refused("Error: Specified qdisc kind is unknown.\n");
    }
    if (!request.root) {
      throw host.refused("Error: Handle cannot be zero.\n");
    }
    host.talk(new Op.QdiscSet(host.ns(), dev, qdisc.get(), request.handle, verb));
  }

  private void delete(Host host, Args args) {
    Request request = read(args);
    args.takeAll();
    String dev = device(host, request);
    if (!request.root) {
      throw host.refused("Error: Failed to find qdisc with specified handle.\n");
    }
    host.talk(new Op.QdiscDel(host.ns(), dev));
  }

  private void show(Host host, Args args) {
    Request request = new Request();
    while (args.more()) {
      WORDS.readOne(request, args);
      if (request.kind.isPresent()) {
        throw new IpError("What is \"" + request.kind.get() + "\"? Try \"tc qdisc help\".\n", 255);
      }
    }
    Optional<LinkView> dev = request.dev.map(host::device);
    Printer printer = host.printer();
    printer.start();
    for (QdiscView view : host.kernel().qdiscs(host.ns())) {
      boolean shown =
          (dev.isEmpty() || dev.get().name().equals(view.dev()))
              && (request.handle == 0 || request.handle == view.handle());
      if (shown) {
        print(host, printer, dev.isPresent(), view);
      }
    }
    printer.finish();
  }

  private void print(Host host, Printer printer, boolean devSelected, QdiscView view) {
    printer.open();
    printer.string("kind", "qdisc %s", view.kind());
    printer.string("handle", " %s ", Integer.toHexString(view.handle()) + ":");
    if (!devSelected) {
      printer.string("dev", "dev %s ", view.dev());
    }
    printer.flag("root", "root ");
    printer.number("refcnt", "refcnt %d ", 2);
    printer.open("options");
    view.qdisc()
        .ifPresent(qdisc -> {
          switch (qdisc) {
            case Qdisc.Netem netem -> Netem.print(printer, netem);
          }
        });
    printer.close();
    printer.newLine();
    if (host.options().stats()) {
      printStats(host, printer, view);
    }
    printer.close();
  }

  private void printStats(Host host, Printer printer, QdiscView view) {
    printer.text(
        String.format(
            Locale.ROOT,
            " Sent %d bytes %d pkt (dropped %d, overlimits 0 requeues 0) ",
            view.sentBytes(),
            view.sentPackets(),
            view.dropped()));
    printer.text(host.options().lineEnd() + " backlog 0b 0p requeues 0");
    printer.jsonLiteral("bytes", Long.toString(view.sentBytes()));
    printer.jsonLiteral("packets", Long.toString(view.sentPackets()));
    printer.jsonLiteral("drops", Long.toString(view.dropped()));
    for (String key : new String[] {"overlimits", "requeues", "backlog", "qlen"}) {
      printer.jsonLiteral(key, "0");
    }
    printer.newLine();
  }
}
