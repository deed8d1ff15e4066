package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.shell.Syscalls;

/**
 * A shell: reads a text command by command, makes {@link Code} of each, and carries it out. Its
 * stack holds values, words in the making and {@link Mark}s of how to go back; nothing of it is on
 * Java's stack between two instructions, so it can wait anywhere and be copied.
 *
 * <p>Subshells, parts of pipelines, command substitutions and background jobs are copies of it in
 * processes of their own.
 */
public final class Shell implements Program {
  private static final int SLICE = 10_000;
  static final Code READ = readLoop();
  static final Code FINISH = finish();

  int pc;
  int status;
  int substitutionStatus;
  int unchecked;
  int line;
  int level;
  int subshells;
  int lastBackground;
  int calls;
  String name;
  List<String> positional;
  List<Integer> pipeStatus = List.of(0);
  boolean afterPipeline;
  Variables variables;
  Map<String, Function> functions;
  final Set<Option> options;
  final Jobs jobs;
  final Traps traps;
  boolean interactive;
  Source source;
  long random;
  long started;
  int shellPid;
  long deadline = Long.MIN_VALUE;
  Optional<Progress> successor = Optional.empty();
  Waiting waiting = Waiting.NOTHING;

  Code code = READ;
  String captured = "";
  boolean exiting;
  boolean finished;
  private Optional<Signal> death = Optional.empty();
  private boolean begun;
  private boolean interrupted;
  private Process process;

  final Stack stack;
  final TextReader reader = new TextReader(this);
  final Children children = new Children(this);
  final Loops loops = new Loops(this);
  final Parameters parameters = new Parameters(this);
  final Assigning assigning = new Assigning(this);
  final CommandRunner runner = new CommandRunner(this);
  final Redirector redirector = new Redirector(this);
  final Tests tests = new Tests(this);
  final Trace trace = new Trace(this);

  /** A shell that runs this text and ends. */
  Shell(Source source, String name, List<String> positional) {
    this.source = source;
    this.name = name;
    this.positional = positional;
    line = source.line();
    stack = new Stack(this);
    variables = new Variables();
    functions = Map.of();
    options = EnumSet.of(Option.BRACEEXPAND, Option.HASHALL);
    jobs = new Jobs();
    traps = new Traps();
    random = 1;
  }

  /** What a copy and a child have in common with the shell they come from. */
  private Shell(Shell other, Jobs jobs, Traps traps, boolean withStack) {
    this.stack = withStack ? other.stack.copyFor(this) : new Stack(this);
    this.jobs = jobs;
    this.traps = traps;
    status = other.status;
    unchecked = other.unchecked;
    line = other.line;
    level = other.level;
    subshells = other.subshells;
    lastBackground = other.lastBackground;
    calls = other.calls;
    name = other.name;
    positional = other.positional;
    pipeStatus = other.pipeStatus;
    afterPipeline = other.afterPipeline;
    variables = other.variables.copy();
    functions = other.functions;
    options = EnumSet.copyOf(other.options);
    source = other.source;
    random = other.random;
    started = other.started;
    shellPid = other.shellPid;
  }

  @Override
  public Program copy() {
    Shell copy = new Shell(this, jobs.copy(), traps.copy(), true);
    copy.code = code;
    copy.pc = pc;
    copy.substitutionStatus = substitutionStatus;
    copy.interactive = interactive;
    copy.deadline = deadline;
    copy.successor = successor;
    copy.waiting = waiting;
    copy.death = death;
    copy.begun = begun;
    copy.exiting = exiting;
    copy.finished = finished;
    copy.interrupted = interrupted;
    copy.captured = captured;
    return copy;
  }

  /** The shell of a child process that runs this code. */
  Shell forked(Code task) {
    Shell child = new Shell(this, new Jobs(), traps.inherited(), false);
    child.code = task;
    child.subshells = subshells + 1;
    return child;
  }

  private static Code readLoop() {
    Code.Builder loop = new Code.Builder();
    loop.add(shell -> shell.reader.readCommand());
    loop.add(shell -> shell.pc = 0);
    return loop.done();
  }

  private static Code finish() {
    Code.Builder end = new Code.Builder();
    end.add(shell -> shell.finished = true);
    return end.done();
  }

  // ---- running

  @Override
  public Progress advance(Process current) {
    process = current;
    try {
      begin();
      takeSignals();
      if (waiting instanceof Waiting.Retry) {
        waiting = Waiting.NOTHING;
      }
      return run();
    } finally {
      process = null;
    }
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (shellPid == 0) {
      shellPid = process.pid();
      started = process.now();
      process
          .environment()
          .forEach((key, value) -> variables.put(key, Variable.of(value).exporting(true)));
      variables.set("IFS", " \t\n");
      variables.set("OPTIND", "1");
      variables.put("PWD", Variable.of(process.files().workingDirectory()).exporting(true));
    }
    traps.install(process);
  }

  private Progress run() {
    for (int left = SLICE; left > 0; left--) {
      if (waiting != Waiting.NOTHING && children.stillWaits()) {
        return Progress.BLOCKED;
      }
      if (finished) {
        return leave();
      }
      if (successor.isPresent()) {
        return successor.get();
      }
      step();
    }
    return Progress.AGAIN;
  }

  private void step() {
    try {
      if (traps.isPending()) {
        Signal signal = traps.takePending();
        traps.command(signal.name()).ifPresent(stack::callTrap);
      }
      code.get(pc++).run(this);
    } catch (Arithmetic.Problem problem) {
      complain(problem.getMessage());
      stack.discard(1);
    } catch (ShellError error) {
      if (!error.getMessage().isEmpty()) {
        complain(error.getMessage());
      }
      if (error.isFatal() && !interactive) {
        exit(error.status());
      } else {
        stack.discard(error.status());
      }
    }
  }

  private Progress leave() {
    int result = status;
    stack.unwindAll();
    if (death.isPresent()) {
      process.syscalls().defaultSignal(death.get());
      process.kill(process.pid(), death.get());
    }
    return Progress.exited(result);
  }

  Process process() {
    return process;
  }

  Syscalls system() {
    return process.syscalls();
  }

  // ---- signals

  void takeSignals() {
    Optional<Signal> taken = process.takeSignal();
    while (taken.isPresent()) {
      take(taken.get());
      taken = process.takeSignal();
    }
  }

  private void take(Signal signal) {
    if (traps.command(signal.name()).isPresent()) {
      traps.add(signal);
    } else if (signal == Signal.INT && isBusyWithChildren()) {
      interrupted = true;
    } else if (signal == Signal.INT && interactive) {
      process.err().println("");
      waiting = Waiting.NOTHING;
      stack.discard(128 + signal.number());
    } else if (!interactive) {
      die(signal);
    }
  }

  private boolean isBusyWithChildren() {
    return switch (waiting) {
      case Waiting.Child c -> true;
      case Waiting.Pipeline p -> true;
      case Waiting.Capture c -> true;
      case Waiting.Nothing n -> false;
      case Waiting.Retry r -> false;
    };
  }

  /** Ends with this status, after the EXIT trap. */
  void exit(int result) {
    status = result & 0xff;
    waiting = Waiting.NOTHING;
    successor = Optional.empty();
    if (exiting || traps.command("EXIT").isEmpty()) {
      finished = true;
      return;
    }
    exiting = true;
    stack.unwindAll();
    status = result & 0xff;
    code = FINISH;
    pc = 0;
    stack.callTrap(traps.command("EXIT").get());
  }

  /** Ends by a signal, after the EXIT trap. */
  private void die(Signal signal) {
    death = Optional.of(signal);
    waiting = Waiting.NOTHING;
    exit(128 + signal.number());
  }

  void childInterrupted() {
    if (!interrupted) {
      return;
    }
    interrupted = false;
    if (process.syscalls().endedBy().equals(Optional.of(Signal.INT))) {
      if (interactive) {
        stack.discard(128 + Signal.INT.number());
      } else {
        die(Signal.INT);
      }
    }
  }

  // ---- what instructions do

  void endWord() {
    if (options.contains(Option.NOGLOB)) {
      stack.expansion().endWord();
    } else {
      stack.expansion().endWord(process.files(), options.contains(Option.NULLGLOB));
    }
  }

  /** Adds the result of an expansion to the word in the making. */
  void addResult(String result, boolean quoted) {
    if (quoted) {
      stack.expansion().quoted(result);
    } else {
      stack.expansion().split(result, ifs());
    }
  }

  String ifs() {
    return variables.text("IFS").orElse(" \t\n");
  }

  boolean expandsAssignments() {
    return Builtins.takesAssignments(stack.expansion().first());
  }

  /** Prints an error with the place where it happened. */
  void complain(String message) {
    String where = interactive ? "" : "line " + line + ": ";
    process.err().println(source.name() + ": " + where + message);
  }

  void checkFailure() {
    if (status == 0 || unchecked > 0) {
      return;
    }
    if (!exiting) {
      stack.failureTrap();
    }
    if (options.contains(Option.ERREXIT)) {
      exit(status);
    }
  }

  /** This process becomes another program. */
  void become(Progress.Exec program) {
    stack.forget();
    successor = Optional.of(program);
  }

  long evaluate(String expression) {
    return Arithmetic.evaluate(expression, parameters);
  }

  void define(String function, Function body) {
    Map<String, Function> more = new LinkedHashMap<>(functions);
    more.put(function, body);
    functions = more;
    status = 0;
  }

  void assignBefore(Mark.Assigned assigned) {
    Mark.Invocation call = (Mark.Invocation) stack.pop();
    List<Mark.Assigned> all = new ArrayList<>(call.assigned());
    all.add(assigned);
    if (call.argv().isEmpty()) {
      trace.assignment(assigned);
      assign(assigned);
      stack.push(call);
    } else {
      stack.push(new Mark.Invocation(call.argv(), List.copyOf(all)));
    }
  }

  void assign(Mark.Assigned assigned) {
    assigning.assign(assigned);
  }

  String home(String user) {
    return switch (user) {
      case "" -> variables.text("HOME").orElse("/root");
      case "root" -> "/root";
      default -> "~" + user;
    };
  }
}
