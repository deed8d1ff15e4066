package vethlab.shell.iproute;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.shell.NamespaceFiles;
import vethlab.sim.netdev.NetnsControl;

/** {@code ip netns}. */
final class IpNetns {
  private static final String DIRECTORY = "/run/netns/";
  private static final int NAME_MAX = 255;

  private final Host host;

  IpNetns(Host host) {
    this.host = host;
  }

  /** What remains to be done when all is read: nothing, or to run a command elsewhere. */
  Outcome run(Args args) {
    if (!args.more()) {
      list();
      return Outcome.DONE;
    }
    String command = args.take();
    if (!host.options().all && args.more() && isInvalid(args.peek())) {
      throw IpError.exit("Invalid netns name \"" + args.peek() + "\"\n");
    }
    if (IpLink.isList(command)) {
      list();
    } else if (Args.matches(command, "list-id")) {
      listIds(args);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-netns");
    } else if (Args.matches(command, "add")) {
      add(args);
    } else if (Args.matches(command, "set")) {
      set(args);
    } else if (Args.matches(command, "delete")) {
      delete(args);
    } else if (Args.matches(command, "identify")) {
      identify(args);
    } else if (Args.matches(command, "pids")) {
      pids(args);
    } else if (Args.matches(command, "exec")) {
      return exec(args);
    } else if (Args.matches(command, "attach")) {
      attach(args);
    } else if (Args.matches(command, "monitor")) {
      throw IpError.notModelled("ip netns " + command);
    } else {
      throw IpError.unknownCommand(command, "ip netns");
    }
    return Outcome.DONE;
  }

  private static boolean isInvalid(String name) {
    return name.isEmpty()
        || name.getBytes(StandardCharsets.UTF_8).length > NAME_MAX
        || name.contains("/")
        || name.equals(".")
        || name.equals("..");
  }

  private String name(Args args) {
    if (!args.more()) {
      throw host.failed("No netns name specified\n");
    }
    return args.take();
  }

  private boolean exists(String name) {
    return !name.isEmpty() && host.kernel().exists(new Ns(name));
  }

  private void list() {
    Printer printer = host.printer();
    printer.start();
    for (Ns ns : host.kernel().namespaces()) {
      printer.open();
      printer.string("name", "%s", ns.name());
      host.kernel().nsid(host.ns(), ns).ifPresent(id -> printer.number("id", " (id: %d)", id));
      printer.text("\n");
      printer.close();
    }
    printer.finish();
  }

  private void listIds(Args args) {
    OptionalInt wanted = OptionalInt.empty();
    while (args.more()) {
      String word = args.take();
      switch (word) {
        case "nsid" -> wanted = OptionalInt.of(id("nsid", args.value()));
        case "target-nsid" -> {
          id("target-nsid", args.value());
          throw IpError.notModelled("ip netns list-id: \"target-nsid\"");
        }
        default -> throw Help.of("ip-netns");
      }
    }
    OptionalInt only = wanted;
    Printer printer = host.printer();
    printer.start();
    host.kernel().namespaces().stream()
        .flatMap(ns -> host.kernel().nsid(host.ns(), ns).map(id -> new Known(id, ns)).stream())
        .filter(known -> only.isEmpty() || only.getAsInt() == known.id())
        .sorted(java.util.Comparator.comparingInt(Known::id))
        .forEach(known -> print(printer, known));
    printer.finish();
  }

  private record Known(int id, Ns ns) {}

  private static void print(Printer printer, Known known) {
    printer.open();
    printer.number("nsid", "nsid %d ", known.id());
    printer.string("name", "(iproute2 netns name: %s)", known.ns().name());
    printer.text("\n");
    printer.close();
  }

  private static int id(String word, String text) {
    int id =
        (int)
            Numbers.integer(text)
                .orElseThrow(() -> IpError.wrong("\"" + word + "\" value is invalid", text));
    if (id < 0) {
      throw IpError.wrong("\"" + word + "\" value should be >= 0", text);
    }
    return id;
  }

  private void add(Args args) {
    String name = name(args);
    Result result = host.kernel().apply(new Op.NetnsAdd(name));
    if (result instanceof Result.Refused refused) {
      throw host.failed(
          "Cannot create namespace file \""
              + DIRECTORY
              + name
              + "\": "
              + refused.errno().text()
              + "\n");
    }
  }

  /** Gives the namespace of a process a name. */
  private void attach(Args args) {
    if (args.left() < 2) {
      throw host.failed("No netns name and PID specified\n");
    }
    String name = args.take();
    String pid = args.take();
    if (!pid.matches("[0-9]+")) {
      throw host.failed("Invalid PID: " + pid + "\n");
    }
    if (exists(name)) {
      throw host.failed(
          "Cannot create namespace file \""
              + DIRECTORY
              + name
              + "\": "
              + Errno.EEXIST.text()
              + "\n");
    }
    String file = "/proc/" + pid + "/ns/net";
    Ns ns =
        NamespaceFiles.find(host.process(), file)
            .orElseThrow(() ->
                host.failed(
                    "Bind "
                        + file
                        + " -> "
                        + DIRECTORY
                        + name
                        + " failed: "
                        + Errno.ENOENT.text()
                        + "\n"));
    if (ns.isHost() || ns.isNamed()) {
      throw IpError.notModelled("a second name for a network namespace");
    }
    NetnsControl.attach(host.process().world(), ns, name);
  }

  private void set(Args args) {
    String name = name(args);
    if (!args.more()) {
      throw host.failed("No nsid specified\n");
    }
    String text = args.take();
    int nsid = -1;
    if (!text.equals("auto")) {
      nsid =
          (int)
              Numbers.integer(text)
                  .orElseThrow(() -> IpError.wrong("Invalid \"netnsid\" value", text));
      if (nsid < 0) {
        throw IpError.wrong("\"netnsid\" value should be >= 0", text);
      }
    }
    if (!exists(name)) {
      throw host.failed(cannotOpen(name));
    }
    host.talk(new Op.NetnsSetId(host.ns(), name, nsid));
  }

  static String cannotOpen(String name) {
    return "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text() + "\n";
  }

  private void delete(Args args) {
    if (host.options().all) {
      host.kernel().namespaces().forEach(ns -> delete(ns.name()));
      return;
    }
    delete(name(args));
  }

  private void delete(String name) {
    Result result = host.kernel().apply(new Op.NetnsDel(name));
    if (result instanceof Result.Refused refused) {
      throw host.failed(
          "Cannot remove namespace file \""
              + DIRECTORY
              + name
              + "\": "
              + refused.errno().text()
              + "\n");
    }
  }

  private void identify(Args args) {
    if (args.left() > 1) {
      throw host.failed("extra arguments specified\n");
    }
    if (args.more()) {
      String pid = args.take();
      if (!pid.matches("[0-9]*")) {
        throw host.failed("Specified string '" + pid + "' is not a pid\n");
      }
      Ns ns =
          NamespaceFiles.find(host.process(), "/proc/" + pid + "/ns/net")
              .orElseThrow(() ->
                  host.failed("Cannot open network namespace: " + Errno.ENOENT.text() + "\n"));
      host.print(shown(ns));
      return;
    }
    host.print(shown(host.process().netns()));
  }

  private static String shown(Ns ns) {
    return (ns.isNamed() ? ns.name() : "") + "\n";
  }

  private void pids(Args args) {
    String name = name(args);
    if (args.more()) {
      throw host.failed("extra arguments specified\n");
    }
    if (!exists(name)) {
      throw host.failed("Cannot open network namespace: " + Errno.ENOENT.text() + "\n");
    }
    host.process().processes().stream()
        .filter(each -> each.alive() && each.netns().equals(new Ns(name)))
        .forEach(each -> host.print(each.pid() + "\n"));
  }

  private Outcome exec(Args args) {
    if (host.options().all) {
      if (!args.more()) {
        throw host.failed("No command specified\n");
      }
      List<String> argv = List.copyOf(args.rest());
      return new Outcome.InEach(host.kernel().namespaces(), argv);
    }
    if (!args.more()) {
      throw host.failed("No netns name specified\n");
    }
    if (args.left() < 2) {
      throw host.failed("No command specified\n");
    }
    String name = args.take();
    if (!exists(name)) {
      throw IpError.exit(cannotOpen(name));
    }
    if (!host.process().finds(args.peek())) {
      throw IpError.exit(
          "exec of \"" + args.peek() + "\" failed: " + Errno.ENOENT.text() + "\n", 1);
    }
    return new Outcome.Become(List.copyOf(args.rest()), new Ns(name));
  }
}
