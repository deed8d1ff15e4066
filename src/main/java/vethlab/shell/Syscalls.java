package vethlab.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.Ns;

/** What a shell does that other programs do not: descriptors, pipes, forks. */
public interface Syscalls {

  /** The two ends of a new pipe, as open files no descriptor means yet. */
  record PipeEnds(int read, int write) {}

  /** How a file is opened for writing. */
  enum WriteMode {
    TRUNCATE,
    APPEND
  }

  /** Whether what is typed at the terminal, Ctrl+C first, concerns a process. */
  enum Place {
    FOREGROUND,
    BACKGROUND
  }

  /** The descriptors of this process. */
  Fds fds();

  /** Changes the descriptors of this process; what only the old ones meant is closed. */
  void useFds(Fds next);

  /** Keeps what the descriptors mean now until {@link #restoreFds} or {@link #forgetFds}. */
  Fds saveFds();

  void restoreFds(Fds saved);

  void forgetFds(Fds saved);

  PipeEnds pipe();

  /** Opens a file; the result goes into an {@link Fds}. */
  int openForReading(String path);

  int openForWriting(String path, WriteMode mode);

  /** An open file with this content. */
  int openText(String text);

  /** A child that runs this program with these descriptors from now on. */
  int fork(Program program, Fds fds, Place place);

  /** A child that becomes this command, which takes {@link Session#EXEC_TIME}. */
  int start(List<String> argv, Map<String, String> environment, Fds fds, Place place);

  /** The variables that {@link Progress.Exec} and {@link Process#spawn} pass on. */
  void setEnvironment(Map<String, String> environment);

  /** Changes the directory relative paths start at. */
  void setWorkingDirectory(String path);

  CommandTable commands();

  /** Whether this signal does nothing to this process, as for a job in the background. */
  void ignoreSignal(Signal signal);

  /** The signal does what it does by default again. */
  void defaultSignal(Signal signal);

  /** Moves a child between foreground and background. */
  void place(int child, Place place);

  /** The session's processes, by pid. */
  List<ProcessInfo> processes();

  /** A process as ps shows it. */
  record ProcessInfo(int pid, int parent, List<String> argv, Ns netns, boolean alive) {}

  /** Whether a process is there and has not ended. */
  boolean isAlive(int pid);

  /** The signal that ended the child reaped last, if one did. */
  Optional<Signal> endedBy();

  /** What the process says on the terminal while it waits for a line: an interactive prompt. */
  void prompt(String prompt);

  /** Counts one command towards the limit. */
  void countCommand();

  Limits limits();
}
