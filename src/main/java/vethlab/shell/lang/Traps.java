package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.shell.Process;
import vethlab.shell.Signal;

/** What {@code trap} has set, and the signals whose traps are still to run. */
final class Traps {
  private final TreeMap<String, String> commands;
  private final List<Signal> pending;
  private boolean interruptsIgnored;

  Traps() {
    commands = new TreeMap<>();
    pending = new ArrayList<>(0);
  }

  private Traps(Map<String, String> commands, List<Signal> pending, boolean interruptsIgnored) {
    this.commands = new TreeMap<>(commands);
    this.pending = new ArrayList<>(pending);
    this.interruptsIgnored = interruptsIgnored;
  }

  Traps copy() {
    return new Traps(commands, pending, interruptsIgnored);
  }

  /** What a subshell has of them: signals that are ignored stay so. */
  Traps inherited() {
    Traps child = new Traps();
    commands.forEach((name, command) -> {
      if (command.isEmpty()) {
        child.commands.put(name, command);
      }
    });
    return child;
  }

  /** A job in the background of a script is not interrupted. */
  void ignoreInterrupts() {
    interruptsIgnored = true;
  }

  /** Catches what a shell catches. */
  void install(Process process) {
    if (interruptsIgnored) {
      process.syscalls().ignoreSignal(Signal.INT);
      process.syscalls().ignoreSignal(Signal.QUIT);
    } else if (!commands.containsKey("INT")) {
      process.catchSignal(Signal.INT);
    }
  }

  /** The command of a trap; empty when there is none or the signal is ignored. */
  Optional<String> command(String name) {
    return commands.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(commands.get(name)).filter(text -> !text.isEmpty());
  }

  Map<String, String> all() {
    return commands;
  }

  void set(String name, String command, Process process) {
    commands.put(name, command);
    Signal.named(name)
        .ifPresent(signal -> {
          if (command.isEmpty()) {
            process.syscalls().ignoreSignal(signal);
          } else {
            process.catchSignal(signal);
          }
        });
    if (name.equals("EXIT")) {
      List.of(Signal.TERM, Signal.HUP, Signal.INT).forEach(s -> catchUnless(s, process));
    }
  }

  private void catchUnless(Signal signal, Process process) {
    if (!commands.containsKey(signal.name())) {
      process.catchSignal(signal);
    }
  }

  void reset(String name, Process process) {
    commands.remove(name);
    Signal.named(name)
        .ifPresent(signal -> {
          if (signal == Signal.INT) {
            process.catchSignal(signal);
          } else if (!commands.containsKey("EXIT")) {
            process.syscalls().defaultSignal(signal);
          }
        });
  }

  void add(Signal signal) {
    pending.add(signal);
  }

  boolean isPending() {
    return !pending.isEmpty();
  }

  Signal firstPending() {
    return pending.getFirst();
  }

  Signal takePending() {
    return pending.removeFirst();
  }
}
