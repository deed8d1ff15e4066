package vethlab.shell.system;

import vethlab.shell.CommandTable;

/** The list of the system commands. */
public final class SystemCommands {

  private SystemCommands() {}

  /** Adds them all. */
  public static void addTo(CommandTable table) {
    Wrappers.addTo(table);
    NamespaceTools.addTo(table);
    FileCommands.addTo(table);
    PathCommands.addTo(table);
    MachineCommands.addTo(table);
    PackageManagers.addTo(table);
    SmallTools.addTo(table);
    table.in("/usr/bin");
    table.add("sleep", new SleepCommand());
    table.add("timeout", new TimeoutCommand());
    table.add("xargs", new XargsCommand());
    table.add(
        "yes",
        argv ->
            new YesProgram(argv.size() > 1 ? String.join(" ", argv.subList(1, argv.size())) : "y"));
  }
}
