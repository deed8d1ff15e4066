package vethlab.shell;

import vethlab.shell.conntrack.ConntrackCommand;
import vethlab.shell.iproute.BridgeCommand;
import vethlab.shell.iproute.IpCommand;
import vethlab.shell.iproute.TcCommand;
import vethlab.shell.iptables.Iptables;
import vethlab.shell.lang.BashCommand;
import vethlab.shell.nettools.Arp;
import vethlab.shell.nettools.Brctl;
import vethlab.shell.nettools.Ifconfig;
import vethlab.shell.nettools.Netstat;
import vethlab.shell.nettools.RouteCommand;
import vethlab.shell.programs.Programs;
import vethlab.shell.sysctl.Sysctl;
import vethlab.shell.system.SystemCommands;
import vethlab.shell.text.TextCommands;

/** All commands of the simulated machine: each room of commands adds its own here. */
public final class StandardCommands {

  private StandardCommands() {}

  /** A fresh table with every command. */
  public static CommandTable table() {
    CommandTable table = new CommandTable();
    BashCommand.addTo(table);
    TextCommands.addTo(table);
    SystemCommands.addTo(table);
    table.in("/usr/sbin");
    table.add("ip", new IpCommand());
    table.add("bridge", new BridgeCommand());
    table.add("tc", new TcCommand());
    table.instant("ifconfig", new Ifconfig());
    table.instant("route", new RouteCommand());
    table.instant("arp", new Arp());
    table.instant("brctl", new Brctl());
    table.add("sysctl", new Sysctl().reading(Sysctl::readsInput));
    Iptables.addTo(table);
    ConntrackCommand.addTo(table);
    table.in("/usr/bin");
    table.instant("netstat", new Netstat());
    Programs.register(table);
    return table;
  }
}
