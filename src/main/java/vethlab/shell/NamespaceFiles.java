package vethlab.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.Ns;

/** The files that stand for a network namespace: /run/netns/NAME and /proc/PID/ns/net. */
public final class NamespaceFiles {
  private static final Pattern NAMED = Pattern.compile("/run/netns/([^/]+)");
  private static final Pattern OF_PROCESS = Pattern.compile("/proc/(self|\\d+)/ns/net");
  private static final int INIT = 1;

  private NamespaceFiles() {}

  /** The namespace of a file, seen from a process. */
  public static Optional<Ns> find(Process process, String path) {
    String file = process.files().absolute(path);
    Matcher named = NAMED.matcher(file);
    if (named.matches()) {
      return Optional.of(new Ns(named.group(1))).filter(process.kernel()::exists);
    }
    Matcher ofProcess = OF_PROCESS.matcher(file);
    if (!ofProcess.matches()) {
      return Optional.empty();
    }
    return ofProcess.group(1).equals("self")
        ? Optional.of(process.netns())
        : of(process, Long.parseLong(ofProcess.group(1)));
  }

  /** The namespace a process is in. */
  public static Optional<Ns> of(Process asking, long pid) {
    if (pid == INIT) {
      return Optional.of(Ns.HOST);
    }
    return asking.processes().stream()
        .filter(each -> each.pid() == pid && each.alive())
        .map(Syscalls.ProcessInfo::netns)
        .findFirst();
  }
}
