package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.shell.Fds;
import vethlab.shell.FileException;
import vethlab.shell.Limits.Limit;
import vethlab.shell.Syscalls;
import vethlab.shell.Syscalls.Place;

/** The processes a shell starts with copies of itself, and how it waits for them. */
final class Children {
  private final Shell shell;

  Children(Shell shell) {
    this.shell = shell;
  }

  void subshell(Code body) {
    int pid = shell.system().fork(shell.forked(body), shell.system().fds(), Place.FOREGROUND);
    shell.waiting = new Waiting.Child(pid, "");
  }

  void substitute(Code body) {
    Syscalls.PipeEnds pipe = shell.system().pipe();
    Fds before = shell.system().fds();
    int fd = before.free(10);
    Shell child = shell.forked(body);
    child.options.remove(Option.ERREXIT);
    child.level++;
    int pid = shell.system().fork(child, before.with(1, pipe.write()), Place.FOREGROUND);
    shell.system().useFds(before.with(fd, pipe.read()));
    shell.captured = "";
    shell.waiting = new Waiting.Capture(pid, fd);
  }

  /** The output of the command substitution that has just ended. */
  String captured() {
    String text = shell.captured;
    shell.captured = "";
    shell.system().limits().check(Limit.VALUE_BYTES, text.length());
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    text = text.substring(0, end);
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  String readFile(String path) {
    try {
      shell.substitutionStatus = 0;
      return shell.process().files().read(path).replaceAll("\n+$", "");
    } catch (FileException e) {
      shell.complain(path + ": " + e.getMessage());
      shell.substitutionStatus = 1;
      return "";
    }
  }

  /** Starts a command whose output or input is a file for another one, and names that file. */
  String openProcess(Code body, Word.Direction direction) {
    Syscalls.PipeEnds pipe = shell.system().pipe();
    Fds before = shell.system().fds();
    int fd = 63;
    while (before.isOpen(fd)) {
      fd--;
    }
    boolean reads = direction == Word.Direction.READ;
    Fds child = reads ? before.with(1, pipe.write()) : before.with(0, pipe.read());
    shell.lastBackground = shell.system().fork(shell.forked(body), child, Place.FOREGROUND);
    shell.system().useFds(before.with(fd, reads ? pipe.read() : pipe.write()));
    return "/dev/fd/" + fd;
  }

  void startPipeline(List<Code> codes, List<Boolean> errToo) {
    List<Integer> pids = fork(codes, errToo, Place.FOREGROUND);
    shell.waiting = new Waiting.Pipeline(pids, Collections.nCopies(pids.size(), -1));
  }

  private List<Integer> fork(List<Code> codes, List<Boolean> errToo, Place place) {
    Fds own = shell.system().fds();
    List<Integer> pids = new ArrayList<>();
    Optional<Syscalls.PipeEnds> left = Optional.empty();
    for (int i = 0; i < codes.size(); i++) {
      Fds fds = own;
      if (left.isPresent()) {
        fds = fds.with(0, left.get().read());
      } else if (place == Place.BACKGROUND && !shell.interactive) {
        fds = fds.with(0, shell.system().openText(""));
      }
      if (i < codes.size() - 1) {
        Syscalls.PipeEnds right = shell.system().pipe();
        fds = fds.with(1, right.write());
        fds = errToo.get(i) ? fds.duplicate(2, 1) : fds;
        left = Optional.of(right);
      }
      Shell child = shell.forked(codes.get(i));
      if (place == Place.BACKGROUND && !shell.interactive) {
        child.traps.ignoreInterrupts();
      }
      pids.add(shell.system().fork(child, fds, place));
    }
    return pids;
  }

  /** The statuses of the parts of the last pipeline, or of the last command. */
  List<Integer> pipeStatus() {
    return shell.afterPipeline ? shell.pipeStatus : List.of(shell.status);
  }

  void endPipeline() {
    shell.afterPipeline = true;
    if (shell.options.contains(Option.PIPEFAIL)) {
      shell.status = 0;
      for (int part : shell.pipeStatus) {
        shell.status = part == 0 ? shell.status : part;
      }
    }
  }

  void startJob(List<Code> codes, List<Boolean> errToo, String text) {
    List<Integer> pids = fork(codes, errToo, Place.BACKGROUND);
    shell.lastBackground = pids.getLast();
    int number = shell.jobs.add(pids, text);
    if (shell.interactive) {
      shell.process().err().println("[" + number + "] " + shell.lastBackground);
    }
    shell.status = 0;
  }

  boolean stillWaits() {
    switch (shell.waiting) {
      case Waiting.Nothing nothing -> {
        return false;
      }
      case Waiting.Retry retry -> {
        return true;
      }
      case Waiting.Child(int pid, String text) -> {
        OptionalInt ended = shell.process().reap(pid);
        if (ended.isEmpty()) {
          return true;
        }
        shell.waiting = Waiting.NOTHING;
        shell.status = ended.getAsInt();
        shell.jobs.reportEnded(shell, pid, text);
        shell.childInterrupted();
        return false;
      }
      case Waiting.Pipeline pipeline -> {
        return pipelineRuns(pipeline);
      }
      case Waiting.Capture capture -> {
        return captures(capture);
      }
    }
  }

  private boolean pipelineRuns(Waiting.Pipeline pipeline) {
    List<Integer> statuses = new ArrayList<>(pipeline.statuses());
    boolean runs = false;
    boolean changed = false;
    for (int i = 0; i < statuses.size(); i++) {
      if (statuses.get(i) < 0) {
        OptionalInt ended = shell.process().reap(pipeline.pids().get(i));
        ended.ifPresent(n -> {});
        if (ended.isPresent()) {
          statuses.set(i, ended.getAsInt());
          changed = true;
        } else {
          runs = true;
        }
      }
    }
    if (runs) {
      shell.waiting =
          changed ? new Waiting.Pipeline(pipeline.pids(), List.copyOf(statuses)) : pipeline;
      return true;
    }
    shell.waiting = Waiting.NOTHING;
    shell.pipeStatus = List.copyOf(statuses);
    shell.status = statuses.getLast();
    shell.childInterrupted();
    return false;
  }

  private boolean captures(Waiting.Capture capture) {
    Optional<String> all = shell.process().input(capture.fd()).all();
    if (all.isPresent()) {
      shell.captured += all.get();
      shell.system().useFds(shell.system().fds().without(capture.fd()));
      shell.waiting = new Waiting.Child(capture.pid(), "");
      boolean waits = stillWaits();
      shell.substitutionStatus = shell.status;
      return waits;
    }
    return true;
  }
}
