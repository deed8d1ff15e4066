package vethlab.shell.iproute;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.op.view.LinkView;

/** {@code ip vrf}. Not modelled: who is in a VRF, but for oneself. */
final class IpVrf {
  private final Host host;

  IpVrf(Host host) {
    this.host = host;
  }

  Outcome run(Args args) {
    if (!args.more()) {
      show(host.links().all());
      return Outcome.DONE;
    }
    String command = args.take();
    if (Args.matches(command, "show") || Args.matches(command, "list")) {
      if (args.more()) {
        showOne(args.take());
      } else {
        show(host.links().all());
      }
    } else if (Args.matches(command, "identify")) {
      identify(args);
    } else if (Args.matches(command, "pids")) {
      pids(args);
    } else if (Args.matches(command, "exec")) {
      return exec(args);
    } else if (Args.matches(command, "help")) {
      throw Help.of("ip-vrf");
    } else {
      throw IpError.unknownCommand(command, "ip vrf");
    }
    return Outcome.DONE;
  }

  private void identify(Args args) {
    if (args.left() > 1) {
      args.take();
      throw IpError.wrong("Extra arguments specified\n", args.take());
    }
    if (args.more()) {
      String pid = args.take();
      Numbers.u32(pid).orElseThrow(() -> IpError.wrong("Invalid pid\n", pid));
    } else if (host.process().vrf() != 0) {
      host.print(host.links().nameAt(host.process().vrf()) + "\n");
    }
  }

  private void pids(Args args) {
    if (args.left() != 1) {
      throw host.failed("Invalid arguments\n");
    }
    if (host.links().vrf(args.take()).isEmpty()) {
      throw host.failed("Invalid VRF name\n");
    }
  }

  /** The name default leads out of every VRF. */
  private Outcome exec(Args args) {
    if (!args.more()) {
      throw host.failed("No VRF name specified\n");
    }
    if (args.left() < 2) {
      throw host.failed("No command specified\n");
    }
    String name = args.take();
    Optional<LinkView> vrf = host.links().vrf(name);
    if (vrf.isEmpty() && !name.equals("default")) {
      throw IpError.exit("Invalid VRF name\n");
    }
    if (!host.process().finds(args.peek())) {
      throw IpError.exit(
          "exec of \"" + args.peek() + "\" failed: " + Errno.ENOENT.text() + "\n", 1);
    }
    return new Outcome.BecomeInVrf(List.copyOf(args.rest()), vrf.map(LinkView::index).orElse(0));
  }

  private void showOne(String name) {
    LinkView link = host.links().vrf(name).orElseThrow(() -> IpError.exit("Invalid VRF\n", 255));
    LinkKind.Vrf vrf = (LinkKind.Vrf) link.kind();
    host.print(name + " " + Integer.toUnsignedString(vrf.table()) + "\n");
  }

  private void show(List<LinkView> links) {
    Printer printer = host.printer();
    printer.start();
    printer.text(String.format(Locale.ROOT, "%-16s  %5s\n%s\n", "Name", "Table", "-".repeat(23)));
    int shown = 0;
    for (LinkView link : links) {
      if (link.kind() instanceof LinkKind.Vrf vrf) {
        printer.open();
        printer.string("name", "%-16s", link.name());
        printer.number("table", " %5d", Integer.toUnsignedLong(vrf.table()));
        printer.text("\n");
        printer.close();
        shown++;
      }
    }
    if (shown == 0) {
      printer.text("No VRF has been configured\n");
    }
    printer.finish();
  }
}
