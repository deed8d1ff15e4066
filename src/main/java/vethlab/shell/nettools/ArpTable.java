package vethlab.shell.nettools;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vethlab.op.LinkKind;
import vethlab.op.NudState;
import vethlab.op.view.NeighView;
import vethlab.wire.Ip4;

/** /proc/net/arp in the two styles of {@code arp}: proxies come last, NOARP is left out. */
record ArpTable(Tool tool, Style style, Names names, String device) {

  enum Style {
    BSD,
    LINUX
  }

  enum Names {
    NUMBERS,
    WORDS
  }

  record Count(int all, int shown) {}

  Count print(Optional<Ip4> host) {
    List<NeighView> entries = entries();
    List<NeighView> shown =
        entries.stream()
            .filter(e -> host.isEmpty() || host.get().equals(e.to()))
            .filter(e -> device.isEmpty() || device.equals(e.dev()))
            .toList();
    if (style == Style.LINUX && !shown.isEmpty()) {
      tool.print(
          "Address                  HWtype  HWaddress           Flags Mask            Iface\n");
    }
    for (NeighView entry : shown) {
      switch (style) {
        case BSD -> printBsd(entry);
        case LINUX -> printLinux(entry);
      }
    }
    return new Count(entries.size(), shown.size());
  }

  private List<NeighView> entries() {
    List<NeighView> all = tool.kernel().neighbours(tool.ns());
    return Stream.concat(
            all.stream()
                .filter(e -> !e.proxy())
                .filter(e -> e.state() != NudState.NOARP && e.state() != NudState.NONE),
            all.stream().filter(NeighView::proxy))
        .toList();
  }

  private Optional<String> name(NeighView entry) {
    return names == Names.NUMBERS ? Optional.empty() : Inet.nameOf(tool, entry.to());
  }

  private String hardware(NeighView entry) {
    boolean loopback =
        tool.link(entry.dev()).filter(l -> l.kind() instanceof LinkKind.Loopback).isPresent();
    return loopback ? "loop" : "ether";
  }

  private void printLinux(NeighView entry) {
    tool.print("%-23.23s  ", name(entry).orElse(entry.to().toString()));
    if (entry.proxy()) {
      tool.print("%-8.8s%-20.20s", "*", "<from_interface>");
    } else if (entry.state().valid()) {
      tool.print("%-8.8s%-20.20s", hardware(entry), entry.lladdr());
    } else {
      tool.print("%-8.8s%-20.20s", "", "(incomplete)");
    }
    String flags =
        entry.proxy()
            ? "MP"
            : entry.state() == NudState.PERMANENT ? "CM" : entry.state().valid() ? "C" : "";
    tool.print("%-6.6s%-15.15s %s\n", flags, "", entry.dev());
  }

  private void printBsd(NeighView entry) {
    tool.print("%s (%s) at ", name(entry).orElse("?"), entry.to());
    if (entry.proxy()) {
      tool.print("<from_interface> PERM PUB ");
    } else if (entry.state().valid()) {
      tool.print("%s [%s] ", entry.lladdr(), hardware(entry));
      tool.print(entry.state() == NudState.PERMANENT ? "PERM " : "");
    } else {
      tool.print("<incomplete> ");
    }
    tool.print("on %s\n", entry.dev());
  }
}
