package vethlab.shell;

/** All commands of the simulated machine: each room of commands adds its own here. */
public final class StandardCommands {

  private StandardCommands() {}

  /** A fresh table with every command. */
  public static CommandTable table() {
    return new CommandTable();
  }
}
