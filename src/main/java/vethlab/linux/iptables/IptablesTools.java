package vethlab.linux.iptables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vethlab.op.Errno;
import vethlab.op.Op;
import vethlab.op.Result;

/**
 * Runs iptables-restore and iptables-save in a namespace, through nsenter: a process that this one
 * starts must not be started by a thread that is inside.
 */
public final class IptablesTools {
  private IptablesTools() {}

  private record Outcome(int status, String out, String err) {}

  /**
   * Has rules changed, all or none of each table.
   *
   * @param namespace a descriptor of the namespace
   */
  public static Result restore(int namespace, RestoreText change) {
    List<String> words =
        change.mode() == Op.RestoreMode.KEEP
            ? List.of("iptables-restore", "-n")
            : List.of("iptables-restore");
    Outcome outcome = run(namespace, words, change.text());
    if (outcome.status() == 0) {
      return Result.OK;
    }
    return Result.refused(errno(outcome.err()), outcome.err().strip());
  }

  /** The rules with their counters, as iptables-save prints them. */
  public static String save(int namespace) {
    return run(namespace, List.of("iptables-save", "-c"), "").out();
  }

  /** The error that a message of the tools speaks of. */
  private static Errno errno(String message) {
    for (Errno errno : Errno.values()) {
      if (message.contains(errno.text())) {
        return errno;
      }
    }
    return message.contains("No chain/target/match by that name") ? Errno.ENOENT : Errno.EINVAL;
  }

  private static Outcome run(int namespace, List<String> words, String input) {
    List<String> all = new ArrayList<>();
    all.add("nsenter");
    all.add("--net=/proc/" + ProcessHandle.current().pid() + "/fd/" + namespace);
    all.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      Thread errors = drain(process);
      try (var in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException _) {
        // it ended before it read everything: its status tells
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      errors.join();
      return new Outcome(status, out, errors instanceof Drain d ? d.text : "");
    } catch (IOException e) {
      return new Outcome(127, "", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome(130, "", "interrupted");
    }
  }

  private static Thread drain(Process process) {
    Drain drain = new Drain(process);
    drain.start();
    return drain;
  }

  /** Reads what a process says on stderr, so that it never waits for us. */
  private static final class Drain extends Thread {
    private final Process process;
    private volatile String text = "";

    Drain(Process process) {
      this.process = process;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        text = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        text = e.getMessage();
      }
    }
  }
}
