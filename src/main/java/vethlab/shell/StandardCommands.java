package vethlab.shell;

import vethlab.shell.iproute.BridgeCommand;
import vethlab.shell.iproute.IpCommand;
import vethlab.shell.iproute.TcCommand;
import vethlab.shell.iptables.Iptables;
import vethlab.shell.lang.BashCommand;
import vethlab.shell.programs.Programs;

/** All commands of the simulated machine: each room of commands adds its own here. */
public final class StandardCommands {

  private StandardCommands() {}

  /** A fresh table with every command. */
  public static CommandTable table() {
    CommandTable table = new CommandTable();
    BashCommand.addTo(table);
    table.in("/usr/sbin");
    table.add("ip", new IpCommand());
    table.add("bridge", new BridgeCommand());
    table.add("tc", new TcCommand());
    Iptables.addTo(table);
    Programs.register(table);
    return table;
  }
}
