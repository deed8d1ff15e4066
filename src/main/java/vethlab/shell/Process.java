package vethlab.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.sim.World;

/** What a {@link Program} has around it while it advances; not to be kept between two calls. */
public interface Process {

  int pid();

  /** The words of the call, the command's name first. */
  List<String> argv();

  /** The network namespace it is in. */
  Ns netns();

  /** The exported variables. */
  Map<String, String> environment();

  default Optional<String> env(String name) {
    return Optional.ofNullable(environment().get(name));
  }

  default Input in() {
    return input(0);
  }

  default Output out() {
    return output(1);
  }

  default Output err() {
    return output(2);
  }

  /** A file descriptor to read from; a closed one is at its end. */
  Input input(int fd);

  /** A file descriptor to write to; what is written to a closed one is gone. */
  Output output(int fd);

  /**
   * Whether nobody reads any more what is written to a descriptor: poll's POLLERR. The process is
   * woken when that happens.
   */
  default boolean readerGone(int fd) {
    return false;
  }

  /**
   * Opens a file for reading.
   *
   * @return its file descriptor
   * @throws FileException as {@link Files#read}
   */
  int open(String path);

  Files files();

  Kernel kernel();

  /** The world of this moment: sockets, time; never to be kept. */
  World world();

  /** The task to wake when something happens for this process (see {@link #token}). */
  int task();

  /**
   * The token that wakes this process; {@code slot} is the program's own (0 and up), to tell one
   * socket from another where that matters.
   */
  long token(int slot);

  /** Virtual time in nanoseconds. */
  long now();

  /** Advances this process again at that virtual time. */
  void wakeAt(long time);

  /** From now on this signal advances the program instead of doing what it does by default. */
  void catchSignal(Signal signal);

  /** The next caught signal that has not been taken yet. */
  Optional<Signal> takeSignal();

  /** Whether this word names a command that could be executed, as execvp finds it. */
  boolean finds(String word);

  /** Starts a command as a child with the same descriptors, in the given namespace. */
  int spawn(List<String> argv, Ns netns);

  /** The exit status of a child that has ended, once; 128 + n when signal n ended it. */
  OptionalInt reap(int child);

  /** The kernel's complaint about what was last written by this process, once. */
  Optional<String> takeWriteError();

  /** Whether a word names a command that can be run. */
  boolean isCommand(String word);

  /** What only a shell does. */
  Syscalls syscalls();

  /** The processes of this machine, as /proc shows them. */
  default List<Syscalls.ProcessInfo> processes() {
    return syscalls().processes();
  }

  /** The ifindex of the VRF that its sockets are bound to, 0 for none. */
  default int vrf() {
    return 0;
  }

  /** Sends a signal; false when there is no such process. */
  boolean kill(int pid, Signal signal);
}
