package vethlab.shell.iproute;

import vethlab.op.view.AddrView;
import vethlab.shell.iproute.Printer.Color;

/** Prints an address as {@code ip addr} does. */
final class AddrPrinter {

  /** What stands before the address. */
  enum Lead {
    NONE,
    DEVICE
  }

  private final Host host;
  private final Printer printer;
  private final Lead lead;

  AddrPrinter(Host host, Printer printer, Lead lead) {
    this.host = host;
    this.printer = printer;
    this.lead = lead;
  }

  void print(AddrView address) {
    boolean brief = host.options().isBrief();
    if (!brief) {
      printLead(address);
    }
    printer.colored(Color.INET, "local", "%s", address.local().address().toString());
    address
        .peer()
        .filter(peer -> !peer.equals(address.local().address()))
        .ifPresent(peer -> {
          printer.text(" peer ");
          printer.colored(Color.INET, "address", "%s", peer.toString());
        });
    printer.number("prefixlen", "/%d ", address.local().length());
    if (address.metric() != 0) {
      printer.number("metric", "metric %d ", address.metric());
    }
    if (!brief) {
      printRest(address);
    }
  }

  private void printLead(AddrView address) {
    if (lead == Lead.DEVICE) {
      printer.jsonLiteral("index", Integer.toString(address.ifindex()));
      printer.jsonOnly("dev", address.dev());
      printer.text(address.ifindex() + ": " + address.dev());
    }
    printer.string("family", "    %s ", "inet");
  }

  private void printRest(AddrView address) {
    address
        .broadcast()
        .ifPresent(ip -> {
          printer.text("brd ");
          printer.colored(Color.INET, "broadcast", "%s ", ip.toString());
        });
    printer.string("scope", "scope %s ", host.names().scope(address.scope()));
    printFlags(address);
    if (!address.label().isEmpty()) {
      printer.string("label", "%s", address.label());
    }
    printer.newLine();
    printer.text("       valid_lft ");
    lifetime("valid_life_time", address.validSeconds());
    printer.text(" preferred_lft ");
    lifetime("preferred_life_time", address.preferredSeconds());
    printer.text("\n");
  }

  private void printFlags(AddrView address) {
    if (address.secondary()) {
      printer.flag("secondary", "secondary ");
    }
    if (address.preferredSeconds() == 0) {
      printer.flag("deprecated", "deprecated ");
    }
    if (!address.permanent()) {
      printer.flag("dynamic", "dynamic ");
    }
    if (address.noPrefixRoute()) {
      printer.flag("noprefixroute", "noprefixroute ");
    }
  }

  private void lifetime(String key, long seconds) {
    printer.literal(
        key, seconds == AddrView.FOREVER ? "forever" : seconds + "sec", Long.toString(seconds));
  }
}
