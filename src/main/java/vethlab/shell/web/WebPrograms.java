package vethlab.shell.web;

import vethlab.shell.CommandTable;

/** Registers the programs of this room. */
public final class WebPrograms {
  private WebPrograms() {}

  public static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.add("python3", Python::start);
    table.add("curl", Curl::new);
    table.add("wget", Wget::new);
  }
}
