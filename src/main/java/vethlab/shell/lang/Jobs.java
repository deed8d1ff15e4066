package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.shell.Process;
import vethlab.shell.Signal;

/** The jobs a shell has started in the background. */
final class Jobs {

  /**
   * A pipeline in the background.
   *
   * @param left the processes that have not ended
   * @param endedBy the signal that ended the last one
   */
  record Job(
      int number, int pid, List<Integer> left, String text, int status, Optional<Signal> endedBy) {

    boolean isDone() {
      return left.isEmpty();
    }

    /** What {@code jobs} says of it. */
    String state() {
      if (!isDone()) {
        return "Running";
      }
      if (endedBy.isPresent()) {
        return endedBy.get() == Signal.INT ? "Interrupt" : endedBy.get().said();
      }
      return status == 0 ? "Done" : "Exit " + status;
    }
  }

  private final List<Job> jobs;
  private final Map<Integer, Integer> statuses;

  Jobs() {
    jobs = new ArrayList<>(0);
    statuses = new LinkedHashMap<>();
  }

  private Jobs(Jobs other) {
    jobs = new ArrayList<>(other.jobs);
    statuses = new LinkedHashMap<>(other.statuses);
  }

  Jobs copy() {
    return new Jobs(this);
  }

  int add(List<Integer> pids, String text) {
    int number = jobs.isEmpty() ? 1 : jobs.getLast().number() + 1;
    jobs.add(new Job(number, pids.getLast(), pids, text, 0, Optional.empty()));
    return number;
  }

  List<Job> all() {
    return jobs;
  }

  /** Takes note of the processes that have ended. */
  void poll(Process process) {
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      if (!job.isDone()) {
        jobs.set(i, poll(job, process));
      }
    }
  }

  private Job poll(Job job, Process process) {
    List<Integer> left = new ArrayList<>(job.left());
    int status = job.status();
    Optional<Signal> endedBy = job.endedBy();
    for (int pid : job.left()) {
      OptionalInt ended = process.reap(pid);
      if (ended.isPresent()) {
        left.remove(Integer.valueOf(pid));
        if (pid == job.pid()) {
          status = ended.getAsInt();
          endedBy = process.syscalls().endedBy();
          statuses.put(pid, status);
        }
      }
    }
    return left.size() == job.left().size()
        ? job
        : new Job(job.number(), job.pid(), List.copyOf(left), job.text(), status, endedBy);
  }

  boolean allDone() {
    return jobs.stream().allMatch(Job::isDone);
  }

  boolean isRunning(int pid) {
    return jobs.stream().anyMatch(job -> job.pid() == pid && !job.isDone());
  }

  /** The status of a job's last process that has ended. */
  Optional<Integer> status(int pid) {
    return Optional.ofNullable(statuses.get(pid));
  }

  /** The job of {@code %n}, {@code %%}, {@code %+}, {@code %-} or {@code %text}. */
  Optional<Job> named(String word) {
    String name = word.substring(1);
    if (name.isEmpty() || name.equals("%") || name.equals("+")) {
      return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.getLast());
    }
    if (name.equals("-")) {
      return jobs.size() < 2 ? named("%%") : Optional.of(jobs.get(jobs.size() - 2));
    }
    return jobs.stream()
        .filter(j -> name.equals("" + j.number()) || j.text().startsWith(name))
        .findFirst();
  }

  void remove(int number) {
    jobs.removeIf(job -> job.number() == number);
  }

  /** Forgets what has ended; says what a signal has killed, as a script's shell does. */
  void clean(Shell shell) {
    for (Job job : jobs) {
      boolean told =
          job.endedBy().isPresent()
              && job.endedBy().get() != Signal.INT
              && job.endedBy().get() != Signal.TERM
              && job.endedBy().get() != Signal.PIPE;
      if (job.isDone() && told && !shell.interactive) {
        say(shell, job.pid(), job.endedBy().get(), job.text());
      }
    }
    jobs.removeIf(Job::isDone);
  }

  /** A child in the foreground has ended: says so when a signal did it. */
  void reportEnded(Shell shell, int pid, String text) {
    Optional<Signal> signal = shell.system().endedBy();
    if (signal.isEmpty() || signal.get() == Signal.INT || signal.get() == Signal.PIPE) {
      return;
    }
    if (signal.get() == Signal.TERM || shell.interactive) {
      shell.process().err().println(signal.get().said());
    } else {
      say(shell, pid, signal.get(), text);
    }
  }

  private static void say(Shell shell, int pid, Signal signal, String text) {
    shell.complain("%5d %-23s %s".formatted(pid, signal.said(), text));
  }

  /** Tells at the prompt which jobs have ended. */
  void notice(Shell shell) {
    poll(shell.process());
    for (Job job : jobs) {
      if (job.isDone()) {
        shell.process().err().println(line(job));
      }
    }
    jobs.removeIf(Job::isDone);
  }

  /** A job's line as {@code jobs} prints it. */
  String line(Job job) {
    int at = jobs.indexOf(job);
    char sign = at == jobs.size() - 1 ? '+' : at == jobs.size() - 2 ? '-' : ' ';
    String text = job.isDone() ? job.text() : job.text() + " &";
    return "[%d]%c  %-23s %s".formatted(job.number(), sign, job.state(), text);
  }
}
