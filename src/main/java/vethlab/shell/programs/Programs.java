package vethlab.shell.programs;

import vethlab.shell.CommandTable;
import vethlab.shell.ss.Ss;
import vethlab.shell.tcpdump.Tcpdump;
import vethlab.shell.web.WebPrograms;

/** Registers the programs of this room. */
public final class Programs {
  private Programs() {}

  public static void register(CommandTable table) {
    table.in("/usr/bin").add("ping", Ping::new).add("ping4", Ping::new);
    table.in("/usr/bin").add("nc", Nc::new).add("netcat", Nc::new).add("nc.openbsd", Nc::new);
    table.add("arping", Arping::new);
    table.in("/usr/sbin").add("traceroute", Traceroute::new);
    table.in("/usr/bin");
    table.instant("ss", Ss::run);
    table.add("tcpdump", Tcpdump::new);
    WebPrograms.addTo(table);
  }
}
