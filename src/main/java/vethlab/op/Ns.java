package vethlab.op;

/** The name of a network namespace; {@link #HOST} is the machine's own. */
public record Ns(String name) implements Comparable<Ns> {
  public static final Ns HOST = new Ns("");

  /** The namespace of that name as people write it: {@code host} is the machine's own. */
  public static Ns named(String name) {
    return name.equals("host") ? HOST : new Ns(name);
  }

  /**
   * A namespace without a name in /run/netns, which lives as long as a process is in it. No name of
   * {@code ip netns add} has a slash.
   */
  public static Ns unnamed(long inode) {
    return new Ns("/net:[" + inode + "]");
  }

  public boolean isNamed() {
    return !isHost() && !name.startsWith("/");
  }

  public boolean isHost() {
    return name.isEmpty();
  }

  /** Written out: a JVM that has just started takes a while to link a record's own. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Ns ns && name.equals(ns.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(Ns other) {
    return name.compareTo(other.name);
  }

  /** The name as captures and pictures show it: the machine's own is {@code host}. */
  @Override
  public String toString() {
    return isHost() ? "host" : name;
  }
}
