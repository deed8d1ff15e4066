package vethlab.lab.check;

import vethlab.op.Ns;

/** Commands as lines of a script. */
final class Typed {
  private Typed() {}

  /** A simple command in a namespace. */
  static String in(Ns ns, String command) {
    return ns.isHost() ? command : "ip netns exec " + quoted(ns.name()) + " " + command;
  }

  /** Any command line, pipes and all, in a namespace. */
  static String shell(Ns ns, String line) {
    return ns.isHost() ? line : in(ns, "bash -c " + quoted(line));
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
