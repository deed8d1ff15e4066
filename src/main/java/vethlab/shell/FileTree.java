package vethlab.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import vethlab.shell.Limits.Limit;

/** The files a session has in memory, by absolute path. */
final class FileTree {

  /** A file or a directory. */
  sealed interface Node {
    record Directory() implements Node {}

    record Plain(Rope content, boolean executable) implements Node {}
  }

  private static final Node.Directory DIRECTORY = new Node.Directory();

  private final NavigableMap<String, Node> nodes;
  private final Limits limits;
  private long bytes;

  FileTree(Limits limits) {
    this.limits = limits;
    nodes = new TreeMap<>();
    nodes.put("/", DIRECTORY);
    for (String path : List.of("/dev", "/etc", "/home", "/opt", "/proc", "/root", "/run")) {
      nodes.put(path, DIRECTORY);
    }
    for (String path :
        List.of("/sys", "/tmp", "/usr", "/var", "/var/log", "/etc/sysctl.d", "/etc/iproute2")) {
      nodes.put(path, DIRECTORY);
    }
    nodes.put("/run/netns", DIRECTORY);
    put("/etc/hostname", "vethlab\n");
    put("/etc/hosts", "127.0.0.1\tlocalhost\n127.0.1.1\tvethlab\n");
    put(
        "/etc/iproute2/rt_tables",
        "#\n# reserved values\n#\n255\tlocal\n254\tmain\n253\tdefault\n0\tunspec\n"
            + "#\n# local\n#\n#1\tinr.ruhep\n");
    put("/etc/sysctl.conf", "");
    put("/etc/resolv.conf", "");
    put(
        "/etc/os-release",
        "PRETTY_NAME=\"Vethlab\"\nNAME=\"Vethlab\"\nID=debian\nVERSION_ID=\"12\"\n");
  }

  private FileTree(FileTree other) {
    nodes = new TreeMap<>(other.nodes);
    limits = other.limits;
    bytes = other.bytes;
  }

  FileTree copy() {
    return new FileTree(this);
  }

  /** A path from the root without {@code .}, {@code ..} and the link /var/run. */
  static String absolute(String directory, String path) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : directory + "/" + path;
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return joined.equals("/var/run") || joined.startsWith("/var/run/")
        ? joined.substring(4)
        : joined;
  }

  private void put(String path, String text) {
    nodes.put(path, new Node.Plain(Rope.of(text), false));
  }

  boolean exists(String path) {
    return nodes.containsKey(path);
  }

  boolean isDirectory(String path) {
    return nodes.get(path) instanceof Node.Directory;
  }

  Node.Plain plain(String path) {
    return switch (nodes.get(path)) {
      case Node.Plain file -> file;
      case Node.Directory d -> throw FileException.isDirectory();
      case null -> throw missing(path);
    };
  }

  private FileException missing(String path) {
    return nodes.get(parent(path)) instanceof Node.Plain
        ? FileException.notDirectory()
        : FileException.noSuchFile();
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /** Makes sure a file is there to be written, empty when it is to be replaced. */
  void open(String path, Syscalls.WriteMode mode) {
    if (isDirectory(path)) {
      throw FileException.isDirectory();
    }
    requireParent(path);
    if (mode == Syscalls.WriteMode.TRUNCATE || !exists(path)) {
      replace(path, Rope.EMPTY);
    }
  }

  private void requireParent(String path) {
    switch (nodes.get(parent(path))) {
      case Node.Directory d -> {}
      case Node.Plain f -> throw FileException.notDirectory();
      case null -> throw FileException.noSuchFile();
    }
  }

  private void replace(String path, Rope content) {
    boolean executable = false;
    if (nodes.get(path) instanceof Node.Plain old) {
      bytes -= old.content().size();
      executable = old.executable();
    }
    bytes += content.size();
    limits.check(Limit.FILE_BYTES, bytes);
    nodes.put(path, new Node.Plain(content, executable));
  }

  /** Adds to a file's end; a file that was removed meanwhile swallows it. */
  void append(String path, byte[] more) {
    if (nodes.get(path) instanceof Node.Plain old) {
      replace(path, old.content().plus(more));
    }
  }

  List<String> list(String path) {
    if (!isDirectory(path)) {
      throw exists(path) ? FileException.notDirectory() : missing(path);
    }
    String prefix = path.equals("/") ? "/" : path + "/";
    List<String> names = new ArrayList<>();
    for (String name : nodes.tailMap(prefix, false).keySet()) {
      if (!name.startsWith(prefix)) {
        break;
      }
      if (name.indexOf('/', prefix.length()) < 0) {
        names.add(name.substring(prefix.length()));
      }
    }
    return names;
  }

  void makeDirectory(String path) {
    if (exists(path)) {
      throw FileException.exists();
    }
    requireParent(path);
    nodes.put(path, DIRECTORY);
  }

  void remove(String path) {
    if (isDirectory(path) && !list(path).isEmpty()) {
      throw new FileException("Directory not empty");
    }
    if (!exists(path)) {
      throw missing(path);
    }
    if (nodes.remove(path) instanceof Node.Plain file) {
      bytes -= file.content().size();
    }
  }

  void rename(String from, String to) {
    if (!exists(from)) {
      throw missing(from);
    }
    requireParent(to);
    if (from.equals(to)) {
      return;
    }
    if (exists(to)) {
      remove(to);
    }
    String prefix = from + "/";
    NavigableMap<String, Node> below = new TreeMap<>();
    for (var entry : nodes.tailMap(prefix, true).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      below.put(entry.getKey(), entry.getValue());
    }
    below.forEach((path, node) -> {
      nodes.remove(path);
      nodes.put(to + "/" + path.substring(prefix.length()), node);
    });
    nodes.put(to, nodes.remove(from));
  }

  void setExecutable(String path, boolean executable) {
    if (!isDirectory(path)) {
      nodes.put(path, new Node.Plain(plain(path).content(), executable));
    }
  }
}
