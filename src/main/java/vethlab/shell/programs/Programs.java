package vethlab.shell.programs;

import vethlab.shell.CommandTable;

/** Registers the programs of this room. */
public final class Programs {
  private Programs() {}

  public static void register(CommandTable table) {
    table.in("/usr/bin").add("ping", Ping::new).add("ping4", Ping::new);
    table.in("/usr/bin").add("nc", Nc::new).add("netcat", Nc::new).add("nc.openbsd", Nc::new);
  }
}
