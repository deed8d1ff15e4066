package vethlab.shell.iproute;

import java.util.List;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.Options.Family;

/** Lists links, with their addresses for {@code ip addr}. */
final class LinkLister {
  private final Host host;
  private final LinkFilter filter;
  private final Printer printer;
  private final LinkPrinter linkPrinter;
  private final AddrPrinter addrPrinter;

  private LinkLister(Host host, LinkFilter filter, LinkPrinter.Style style) {
    this.host = host;
    this.filter = filter;
    this.printer = host.printer();
    this.linkPrinter = new LinkPrinter(host, printer, filter, style);
    this.addrPrinter =
        new AddrPrinter(
            host,
            printer,
            host.options().oneLine > 0 ? AddrPrinter.Lead.DEVICE : AddrPrinter.Lead.NONE);
  }

  /** {@code ip link show}. */
  static void links(Host host, Args args) {
    LinkFilter filter = LinkFilter.read(host, Family.LINK, "ip-link", args);
    new LinkLister(host, filter, LinkPrinter.Style.LINK).printLinks();
  }

  /** {@code ip addr show}. */
  static void addresses(Host host, Args args) {
    LinkFilter filter = LinkFilter.read(host, host.options().family, "ip-address", args);
    LinkLister lister = new LinkLister(host, filter, LinkPrinter.Style.ADDRESS);
    if (filter.family == Family.LINK) {
      lister.printLinks();
    } else {
      lister.printAddresses();
    }
  }

  private List<LinkView> dump() {
    return host.links().all().stream().filter(filter::dumped).toList();
  }

  private void printLinks() {
    printer.start();
    for (LinkView link : dump()) {
      printer.open();
      linkPrinter.print(link);
      printer.close();
    }
    printer.finish();
  }

  private void printAddresses() {
    List<AddrView> addresses = host.kernel().addresses(host.ns());
    boolean noLinks = host.options().oneLine > 0 && !host.options().isBrief();
    printer.start();
    for (LinkView link : dump()) {
      List<AddrView> own =
          addresses.stream().filter(address -> address.ifindex() == link.index()).toList();
      if (hasNothingToShow(own)) {
        continue;
      }
      printer.open();
      LinkPrinter.Shown shown = noLinks ? LinkPrinter.Shown.HEADLESS : linkPrinter.print(link);
      if (shown != LinkPrinter.Shown.NO) {
        printAddresses(link, own);
      }
      if (shown == LinkPrinter.Shown.YES && host.options().stats()) {
        new StatsPrinter(host.options(), printer).print(link);
        printer.newLine();
      }
      printer.close();
    }
    printer.finish();
  }

  /** A link without addresses is listed unless a family is asked for. */
  private boolean hasNothingToShow(List<AddrView> own) {
    return own.isEmpty() ? filter.family != Family.ANY : own.stream().noneMatch(filter::shows);
  }

  private void printAddresses(LinkView link, List<AddrView> own) {
    printer.list("addr_info", "");
    for (AddrView address : own) {
      if (filter.up && !link.has(vethlab.op.LinkFlags.UP)) {
        continue;
      }
      printer.open();
      if (filter.shows(address)) {
        addrPrinter.print(address);
      }
      printer.close();
    }
    printer.endList("");
    if (host.options().isBrief()) {
      printer.text("\n");
    }
  }
}
