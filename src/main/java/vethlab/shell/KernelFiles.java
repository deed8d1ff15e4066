package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.LinkView;

/**
 * The files whose content is the kernel's: /proc/sys, /sys/class/net, /proc/net, /run/netns. Each
 * process sees those of its network namespace.
 *
 * <p>Mirrors fs/proc/proc_sysctl.c and net/core/net-sysfs.c. Not modelled: /proc/PID, the rest of
 * /sys, other files of /proc/net.
 */
final class KernelFiles {
  private static final String SYSCTL = "/proc/sys/";
  private static final String LINKS = "/sys/class/net";
  private static final String NETNS = "/run/netns/";
  private static final String NET = "/proc/net/";
  private static final String OWN_NET = "/proc/self/net/";
  private static final String OWN_NAMESPACES = "/proc/self/ns";
  private static final List<String> NAMESPACES =
      List.of("cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts");

  private final Kernel kernel;
  private final Ns ns;
  private final LinkFiles links;

  KernelFiles(Kernel kernel, Ns ns) {
    this.kernel = kernel;
    this.ns = ns;
    this.links = new LinkFiles(kernel, ns);
  }

  /** Whether a path belongs to the kernel, be there such a file or not. */
  static boolean covers(String path) {
    return path.startsWith("/proc/") || path.startsWith("/sys/") || path.startsWith(NETNS);
  }

  Optional<String> read(String path) {
    if (path.startsWith(SYSCTL)) {
      return kernel.sysctl(ns, key(path)).map(value -> value + "\n");
    }
    if (path.startsWith(LINKS + "/")) {
      return links.read(belowLinks(path));
    }
    if (path.startsWith(NETNS)) {
      return isNamespace(path) ? Optional.of("") : Optional.empty();
    }
    if (path.startsWith(NET) || path.startsWith(OWN_NET)) {
      return new NetFiles(kernel, ns).read(path.substring(path.lastIndexOf('/') + 1));
    }
    return switch (path) {
      case "/proc/version" ->
          Optional.of("Linux version 6.18.0 (vethlab) #1 SMP PREEMPT_DYNAMIC simulated\n");
      case "/proc/sys/kernel/hostname" -> Optional.of("vethlab\n");
      default -> Optional.empty();
    };
  }

  private static String belowLinks(String path) {
    return path.substring(LINKS.length() + 1);
  }

  /** Whether there is such a plain file, readable or not. */
  boolean has(String path) {
    return path.startsWith(LINKS + "/")
        ? links.has(belowLinks(path))
        : read(path).isPresent() || isSetting(path) || isOwnNamespace(path);
  }

  private static boolean isOwnNamespace(String path) {
    return path.startsWith(OWN_NAMESPACES + "/")
        && NAMESPACES.contains(path.substring(OWN_NAMESPACES.length() + 1));
  }

  private boolean isNamespace(String path) {
    return kernel.exists(new Ns(path.substring(NETNS.length())));
  }

  /** The key of a path below /proc/sys: slashes become dots and dots slashes, as sysctl(8) does. */
  private static String key(String path) {
    StringBuilder key = new StringBuilder(path.substring(SYSCTL.length()));
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      key.setCharAt(i, c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return key.toString();
  }

  private static String path(String key) {
    StringBuilder path = new StringBuilder(key);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      path.setCharAt(i, c == '.' ? '/' : c == '/' ? '.' : c);
    }
    return SYSCTL + path;
  }

  boolean isWritable(String path) {
    return path.startsWith(LINKS + "/") ? links.isWritable(belowLinks(path)) : isSetting(path);
  }

  /** Whether it is a sysctl, be it only for writing. */
  private boolean isSetting(String path) {
    return path.startsWith(SYSCTL)
        && (kernel.sysctl(ns, key(path)).isPresent() || kernel.sysctlKeys(ns).contains(key(path)));
  }

  /** Writes a setting; the kernel's complaint, if it has one. */
  Optional<String> write(String path, String text) {
    String value = text.strip();
    if (path.startsWith(LINKS + "/")) {
      return links.write(belowLinks(path), value);
    }
    return switch (kernel.apply(new Op.SysctlSet(ns, key(path), value))) {
      case Result.Done done -> Optional.empty();
      case Result.Refused refused -> Optional.of(refused.errno().text());
    };
  }

  boolean isDirectory(String path) {
    return path.equals("/proc/sys")
        || path.equals("/proc/self")
        || path.equals(OWN_NAMESPACES)
        || path.equals("/proc/net")
        || path.equals("/sys/class")
        || path.equals(LINKS)
        || (path.startsWith(SYSCTL) && hasKeysBelow(path))
        || (path.startsWith(LINKS + "/") && links.isDirectory(belowLinks(path)));
  }

  private boolean hasKeysBelow(String path) {
    String prefix = path + "/";
    return kernel.sysctlKeys(ns).stream().anyMatch(key -> path(key).startsWith(prefix));
  }

  List<String> list(String path) {
    if (path.equals(LINKS)) {
      return kernel.links(ns).stream().map(LinkView::name).sorted().toList();
    }
    if (path.equals("/run/netns")) {
      return kernel.namespaces().stream().map(Ns::name).sorted().toList();
    }
    if (path.equals("/proc/self")) {
      return List.of("net", "ns");
    }
    if (path.equals(OWN_NAMESPACES)) {
      return NAMESPACES;
    }
    if (path.equals("/proc/net")) {
      return NetFiles.NAMES;
    }
    if (path.startsWith(LINKS + "/")) {
      return links.list(belowLinks(path));
    }
    TreeSet<String> names = new TreeSet<>();
    String prefix = path + "/";
    for (String key : kernel.sysctlKeys(ns)) {
      String file = path(key);
      if (file.startsWith(prefix)) {
        int end = file.indexOf('/', prefix.length());
        names.add(file.substring(prefix.length(), end < 0 ? file.length() : end));
      }
    }
    return new ArrayList<>(names);
  }
}
