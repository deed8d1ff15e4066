package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vethlab.shell.Fds;
import vethlab.shell.FileException;
import vethlab.shell.Limits.Limit;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.shell.Syscalls;
import vethlab.shell.Syscalls.Place;

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
  private static final Code READ = readLoop();
  private static final Code FINISH = finish();

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

  private Code code = READ;
  private final ArrayList<Object> stack;
  private Optional<Signal> death = Optional.empty();
  private boolean begun;
  private boolean exiting;
  private boolean finished;
  private boolean interrupted;
  private String captured = "";
  private Process process;

  final Parameters parameters = new Parameters(this);
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
    stack = new ArrayList<>();
    variables = new Variables();
    functions = Map.of();
    options = EnumSet.of(Option.BRACEEXPAND, Option.HASHALL);
    jobs = new Jobs();
    traps = new Traps();
    random = 1;
  }

  private Shell(Shell other, ArrayList<Object> stack, Jobs jobs, Traps traps) {
    this.stack = stack;
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
    ArrayList<Object> entries = new ArrayList<>(stack.size());
    for (Object entry : stack) {
      entries.add(entry instanceof Expansion words ? words.copy() : entry);
    }
    Shell copy = new Shell(this, entries, jobs.copy(), traps.copy());
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
    Shell child = new Shell(this, new ArrayList<>(), new Jobs(), traps.inherited());
    child.code = task;
    child.subshells = subshells + 1;
    return child;
  }

  private static Code readLoop() {
    Code.Builder loop = new Code.Builder();
    loop.add(Shell::readCommand);
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
      if (waiting != Waiting.NOTHING && stillWaits()) {
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
        traps.command(signal.name()).ifPresent(this::callTrap);
      }
      code.get(pc++).run(this);
    } catch (Arithmetic.Problem problem) {
      complain(problem.getMessage());
      discard(1);
    } catch (ShellError error) {
      if (!error.getMessage().isEmpty()) {
        complain(error.getMessage());
      }
      if (error.isFatal() && !interactive) {
        exit(error.status());
      } else {
        discard(error.status());
      }
    }
  }

  private Progress leave() {
    int result = status;
    unwindAll();
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
      discard(128 + signal.number());
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

  /** Ends by a signal, after the EXIT trap. */
  private void die(Signal signal) {
    death = Optional.of(signal);
    waiting = Waiting.NOTHING;
    exit(128 + signal.number());
  }

  private void childInterrupted() {
    if (!interrupted) {
      return;
    }
    interrupted = false;
    if (process.syscalls().endedBy().equals(Optional.of(Signal.INT))) {
      if (interactive) {
        discard(128 + Signal.INT.number());
      } else {
        die(Signal.INT);
      }
    }
  }

  // ---- waiting

  private boolean stillWaits() {
    switch (waiting) {
      case Waiting.Nothing nothing -> {
        return false;
      }
      case Waiting.Retry retry -> {
        return true;
      }
      case Waiting.Child(int pid, String text) -> {
        OptionalInt ended = process.reap(pid);
        if (ended.isEmpty()) {
          return true;
        }
        waiting = Waiting.NOTHING;
        status = ended.getAsInt();
        jobs.reportEnded(this, pid, text);
        childInterrupted();
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
        OptionalInt ended = process.reap(pipeline.pids().get(i));
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
      waiting = changed ? new Waiting.Pipeline(pipeline.pids(), List.copyOf(statuses)) : pipeline;
      return true;
    }
    waiting = Waiting.NOTHING;
    pipeStatus = List.copyOf(statuses);
    status = statuses.getLast();
    childInterrupted();
    return false;
  }

  private boolean captures(Waiting.Capture capture) {
    Optional<String> all = process.input(capture.fd()).all();
    if (all.isPresent()) {
      captured += all.get();
      system().useFds(system().fds().without(capture.fd()));
      waiting = new Waiting.Child(capture.pid(), "");
      boolean waits = stillWaits();
      substitutionStatus = status;
      return waits;
    }
    return true;
  }

  // ---- the stack

  void push(Object value) {
    stack.add(value);
  }

  Object pop() {
    return stack.removeLast();
  }

  Object peek() {
    return stack.getLast();
  }

  String popText() {
    return (String) stack.removeLast();
  }

  @SuppressWarnings("unchecked")
  List<String> popFields() {
    return (List<String>) stack.removeLast();
  }

  void begin(Expansion.Mode mode) {
    stack.add(new Expansion(mode));
  }

  Expansion expansion() {
    return (Expansion) stack.getLast();
  }

  void endWord() {
    if (options.contains(Option.NOGLOB)) {
      expansion().endWord();
    } else {
      expansion().endWord(process.files());
    }
  }

  void endFields() {
    stack.add(((Expansion) stack.removeLast()).fields());
  }

  void endValue() {
    String value = ((Expansion) stack.removeLast()).value();
    system().limits().check(Limit.VALUE_BYTES, value.length());
    stack.add(value);
  }

  /** Adds the result of an expansion to the word in the making. */
  void addResult(String result, boolean quoted) {
    if (quoted) {
      expansion().quoted(result);
    } else {
      expansion().split(result, ifs());
    }
  }

  String ifs() {
    return variables.text("IFS").orElse(" \t\n");
  }

  boolean expandsAssignments() {
    return Builtins.takesAssignments(expansion().first());
  }

  void addElements(List<Mark.Element> more) {
    Mark.Elements before = (Mark.Elements) pop();
    List<Mark.Element> all = new ArrayList<>(before.list());
    all.addAll(more);
    push(new Mark.Elements(true, List.copyOf(all), before.written()));
  }

  // ---- going back

  /** Takes marks off the stack, undoing what they stand for, until {@code last} has been taken. */
  private void unwindTo(int size) {
    while (stack.size() > size) {
      Object top = stack.removeLast();
      if (top instanceof Mark.Descriptors descriptors) {
        system().restoreFds(descriptors.saved());
      } else if (top instanceof Mark.Call call) {
        restore(call);
      }
    }
  }

  private void unwindAll() {
    unwindTo(0);
  }

  private void restore(Mark.Call call) {
    code = call.code();
    pc = call.pc();
    unchecked = call.unchecked();
    if (call.kind() != Mark.Kind.UNIT) {
      calls--;
      source = call.source();
    }
    call.positional().ifPresent(old -> positional = old);
    if (call.scoped()) {
      variables.pop();
    }
    if (call.kind() == Mark.Kind.TRAP) {
      status = call.status();
    }
  }

  void returnToCaller() {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i) instanceof Mark.Call) {
        unwindTo(i);
        return;
      }
    }
    exit(status);
  }

  /** {@code return}: false when no function and no sourced script is running. */
  boolean returnFrom(int result) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i) instanceof Mark.Call call
          && (call.kind() == Mark.Kind.FUNCTION || call.kind() == Mark.Kind.SOURCE)) {
        unwindTo(i);
        status = result;
        return true;
      }
    }
    return false;
  }

  /** {@code break} and {@code continue}: how many loops there were, at most {@code count}. */
  int leaveLoops(int count, boolean again) {
    int found = 0;
    int target = -1;
    for (int i = stack.size() - 1; i >= 0 && found < count; i--) {
      if (stack.get(i) instanceof Mark.Loop) {
        found++;
        target = i;
      } else if (stack.get(i) instanceof Mark.Call call && call.kind() == Mark.Kind.FUNCTION) {
        break;
      }
    }
    if (target >= 0) {
      unwindTo(target + 1);
      Mark.Loop loop = (Mark.Loop) stack.getLast();
      unchecked = loop.unchecked();
      stack.set(target, loop.after(0));
      status = 0;
      pc = again ? loop.next().at() : loop.end().at();
    }
    return found;
  }

  /** Gives up everything up to the command that was read last from the script. */
  private void discard(int result) {
    status = result;
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i) instanceof Mark.Call call && call.kind() == Mark.Kind.UNIT) {
        unwindTo(i);
        return;
      }
    }
    if (code == READ) {
      unwindAll();
      pc = 0;
    } else {
      exit(result);
    }
  }

  void exit(int result) {
    status = result & 0xff;
    waiting = Waiting.NOTHING;
    successor = Optional.empty();
    if (exiting || traps.command("EXIT").isEmpty()) {
      finished = true;
      return;
    }
    exiting = true;
    unwindAll();
    status = result & 0xff;
    code = FINISH;
    pc = 0;
    callTrap(traps.command("EXIT").get());
  }

  // ---- calls

  private void call(Mark.Kind kind, Code callee, Optional<List<String>> own, boolean scoped) {
    if (kind != Mark.Kind.UNIT) {
      system().limits().check(Limit.NESTING, ++calls);
    }
    Optional<List<String>> old = own.isPresent() ? Optional.of(positional) : Optional.empty();
    stack.add(new Mark.Call(kind, code, pc, unchecked, source, old, scoped, status));
    own.ifPresent(mine -> positional = mine);
    if (scoped) {
      variables.push();
    }
    code = callee;
    pc = 0;
  }

  void callFunction(Function function, List<String> arguments) {
    call(Mark.Kind.FUNCTION, function.code(), Optional.of(arguments), true);
  }

  /** Runs a text as part of this shell. */
  void callText(Mark.Kind kind, Source text, Optional<List<String>> arguments) {
    call(kind, READ, arguments, false);
    source = text;
  }

  private void callTrap(String text) {
    callText(
        Mark.Kind.TRAP,
        new Source(Source.Kind.STRING, source.name(), text, 0, line),
        Optional.empty());
  }

  void failureTrap() {
    traps.command("ERR").ifPresent(this::callTrap);
  }

  /** Reads and calls the next command of the current text. */
  private void readCommand() {
    if (source.kind() == Source.Kind.INPUT && !hasLine()) {
      return;
    }
    int nesting = (int) Math.min(500, system().limits().get(Limit.NESTING));
    Lexer lexer = new Lexer(source.text(), source.pos(), source.line(), nesting);
    if (source.kind() != Source.Kind.INPUT || process.in().atEnd()) {
      lexer.whole();
    }
    Optional<Node> command;
    try {
      command = new Parser(lexer).unit();
    } catch (SyntaxError error) {
      mistake(error);
      return;
    }
    lexer.warnings().forEach(text -> process.err().println(source.name() + ": " + text));
    verbose(lexer.pos);
    source = source.at(lexer.pos, lexer.line);
    if (command.isEmpty()) {
      endOfText();
    } else if (!options.contains(Option.NOEXEC)) {
      call(Mark.Kind.UNIT, Compiler.callable(command.get()), Optional.empty(), false);
    }
  }

  private void verbose(int end) {
    if (options.contains(Option.VERBOSE)) {
      process.err().print(source.text().substring(source.pos(), end));
    }
  }

  private void endOfText() {
    if (source.kind() == Source.Kind.INPUT && !process.in().atEnd()) {
      pc = 0;
    } else {
      returnToCaller();
    }
  }

  /** Whether there is text to read, from standard input; asks for it otherwise. */
  private boolean hasLine() {
    if (source.pos() < source.text().length()) {
      return true;
    }
    return typed();
  }

  private boolean typed() {
    Optional<String> more = process.in().line();
    if (more.isPresent()) {
      source = source.plus(more.get() + "\n");
      return true;
    }
    if (process.in().atEnd()) {
      exit(status);
      return false;
    }
    if (interactive) {
      jobs.notice(this);
      system().prompt(prompt(source.pos() < source.text().length() ? "PS2" : "PS1"));
    }
    pc = 0;
    waiting = Waiting.RETRY;
    return false;
  }

  private String prompt(String variable) {
    String usual = variable.equals("PS1") ? "root@vethlab:\\w# " : "> ";
    String directory = process.files().workingDirectory();
    String shown =
        directory.equals("/root")
            ? "~"
            : directory.startsWith("/root/") ? "~" + directory.substring(5) : directory;
    return variables
        .text(variable)
        .orElse(usual)
        .replace("\\w", shown)
        .replace("\\W", shown.substring(shown.lastIndexOf('/') + 1))
        .replace("\\u", "root")
        .replace("\\h", "vethlab")
        .replace("\\$", "#");
  }

  private void mistake(SyntaxError error) {
    if (error.isIncomplete() && source.kind() == Source.Kind.INPUT) {
      if (typed() || !process.in().atEnd()) {
        pc = 0;
        return;
      }
    }
    reportMistake(error);
    if (source.kind() == Source.Kind.INPUT && interactive) {
      source = source.at(source.text().length(), source.line());
      status = 2;
      pc = 0;
      return;
    }
    status = 2;
    boolean nested = stack.stream().anyMatch(entry -> entry instanceof Mark.Call);
    if (nested) {
      returnToCaller();
    } else {
      exit(2);
    }
  }

  private void reportMistake(SyntaxError error) {
    String where = source.name() + ": " + (isEval() ? "eval: " : "");
    String at = interactive && !isEval() ? "" : "line " + error.line() + ": ";
    process.err().println(where + at + error.getMessage());
    if (error.getMessage().contains("unexpected token")) {
      process.err().println(where + at + "`" + lineOf(error.line()) + "'");
    }
  }

  private boolean isEval() {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i) instanceof Mark.Call call && call.kind() != Mark.Kind.UNIT) {
        return call.kind() == Mark.Kind.EVAL;
      }
    }
    return false;
  }

  private String lineOf(int number) {
    String[] rest = source.text().substring(source.pos()).split("\n", -1);
    int index = number - source.line();
    return index >= 0 && index < rest.length ? rest[index] : "";
  }

  // ---- what instructions do

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
      failureTrap();
    }
    if (options.contains(Option.ERREXIT)) {
      exit(status);
    }
  }

  long evaluate(String expression) {
    return Arithmetic.evaluate(expression, parameters);
  }

  void saveDescriptors() {
    stack.add(new Mark.Descriptors(system().saveFds()));
  }

  void restoreDescriptors() {
    system().restoreFds(((Mark.Descriptors) stack.removeLast()).saved());
  }

  /** This process becomes another program: there is nothing to go back to. */
  void become(Progress.Exec program) {
    for (Object entry : stack) {
      if (entry instanceof Mark.Descriptors descriptors) {
        system().forgetFds(descriptors.saved());
      }
    }
    stack.clear();
    successor = Optional.of(program);
  }

  /** {@code exec >file}: what the command's redirections opened stays open. */
  void keepDescriptors() {
    if (!stack.isEmpty() && stack.getLast() instanceof Mark.Descriptors descriptors) {
      stack.removeLast();
      system().forgetFds(descriptors.saved());
      saveDescriptors();
    }
  }

  void define(String function, Function body) {
    Map<String, Function> more = new LinkedHashMap<>(functions);
    more.put(function, body);
    functions = more;
    status = 0;
  }

  void assignBefore(Mark.Assigned assigned) {
    Mark.Invocation call = (Mark.Invocation) pop();
    List<Mark.Assigned> all = new ArrayList<>(call.assigned());
    all.add(assigned);
    if (call.argv().isEmpty()) {
      trace.assignment(assigned);
      assign(assigned);
      push(call);
    } else {
      push(new Mark.Invocation(call.argv(), List.copyOf(all)));
    }
  }

  void assign(Mark.Assigned assigned) {
    parameters.assign(assigned);
  }

  boolean nextItem(String variable) {
    int at = stack.size() - 2;
    Mark.Items items = (Mark.Items) stack.get(at);
    if (items.next() == items.words().size()) {
      return false;
    }
    stack.set(at, new Mark.Items(items.words(), items.next() + 1));
    parameters.set(variable, items.words().get(items.next()));
    return true;
  }

  void endIteration() {
    stack.set(stack.size() - 1, ((Mark.Loop) stack.getLast()).after(status));
  }

  // ---- processes

  void subshell(Code body) {
    int pid = system().fork(forked(body), system().fds(), Place.FOREGROUND);
    waiting = new Waiting.Child(pid, "");
  }

  void substitute(Code body) {
    Syscalls.PipeEnds pipe = system().pipe();
    Fds before = system().fds();
    int fd = before.free(10);
    Shell child = forked(body);
    child.options.remove(Option.ERREXIT);
    child.level++;
    int pid = system().fork(child, before.with(1, pipe.write()), Place.FOREGROUND);
    system().useFds(before.with(fd, pipe.read()));
    captured = "";
    waiting = new Waiting.Capture(pid, fd);
  }

  /** The output of the command substitution that has just ended. */
  String captured() {
    String text = captured;
    captured = "";
    system().limits().check(Limit.VALUE_BYTES, text.length());
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    text = text.substring(0, end);
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  String readFile(String path) {
    try {
      substitutionStatus = 0;
      return process.files().read(path).replaceAll("\n+$", "");
    } catch (FileException e) {
      complain(path + ": " + e.getMessage());
      substitutionStatus = 1;
      return "";
    }
  }

  /** Starts a command whose output or input is a file for another one, and names that file. */
  String openProcess(Code body, Word.Direction direction) {
    Syscalls.PipeEnds pipe = system().pipe();
    Fds before = system().fds();
    int fd = 63;
    while (before.isOpen(fd)) {
      fd--;
    }
    boolean reads = direction == Word.Direction.READ;
    Fds child = reads ? before.with(1, pipe.write()) : before.with(0, pipe.read());
    lastBackground = system().fork(forked(body), child, Place.FOREGROUND);
    system().useFds(before.with(fd, reads ? pipe.read() : pipe.write()));
    return "/dev/fd/" + fd;
  }

  void startPipeline(List<Code> codes, List<Boolean> errToo) {
    List<Integer> pids = fork(codes, errToo, Place.FOREGROUND);
    waiting = new Waiting.Pipeline(pids, java.util.Collections.nCopies(pids.size(), -1));
  }

  private List<Integer> fork(List<Code> codes, List<Boolean> errToo, Place place) {
    Fds own = system().fds();
    List<Integer> pids = new ArrayList<>();
    Optional<Syscalls.PipeEnds> left = Optional.empty();
    for (int i = 0; i < codes.size(); i++) {
      Fds fds = own;
      if (left.isPresent()) {
        fds = fds.with(0, left.get().read());
      } else if (place == Place.BACKGROUND && !interactive) {
        fds = fds.with(0, system().openText(""));
      }
      if (i < codes.size() - 1) {
        Syscalls.PipeEnds right = system().pipe();
        fds = fds.with(1, right.write());
        fds = errToo.get(i) ? fds.duplicate(2, 1) : fds;
        left = Optional.of(right);
      }
      Shell child = forked(codes.get(i));
      if (place == Place.BACKGROUND && !interactive) {
        child.traps.ignoreInterrupts();
      }
      pids.add(system().fork(child, fds, place));
    }
    return pids;
  }

  /** The statuses of the parts of the last pipeline, or of the last command. */
  List<Integer> pipeStatus() {
    return afterPipeline ? pipeStatus : List.of(status);
  }

  void endPipeline() {
    afterPipeline = true;
    if (options.contains(Option.PIPEFAIL)) {
      status = 0;
      for (int part : pipeStatus) {
        status = part == 0 ? status : part;
      }
    }
  }

  void startJob(List<Code> codes, List<Boolean> errToo, String text) {
    List<Integer> pids = fork(codes, errToo, Place.BACKGROUND);
    lastBackground = pids.getLast();
    int number = jobs.add(pids, text);
    if (interactive) {
      process.err().println("[" + number + "] " + lastBackground);
    }
    status = 0;
  }

  // ---- small things

  void printTime(long began, boolean posix) {
    long millis = (process.now() - began) / 1_000_000;
    String real =
        posix
            ? "real %d.%02d\nuser 0.00\nsys 0.00\n".formatted(millis / 1000, millis % 1000 / 10)
            : "\nreal\t%dm%d.%03ds\nuser\t0m0.000s\nsys\t0m0.000s\n"
                .formatted(millis / 60_000, millis / 1000 % 60, millis % 1000);
    process.err().print(real);
  }

  void printMenu() {
    int n = 1;
    for (String word : ((Mark.Items) peek()).words()) {
      process.err().println(n++ + ") " + word);
    }
  }

  /** {@code select}: false at the end of the input. */
  boolean choose(String variable) {
    Optional<String> reply = process.in().line();
    if (reply.isEmpty()) {
      if (!process.in().atEnd()) {
        pc--;
        waiting = Waiting.RETRY;
        return true;
      }
      return false;
    }
    List<String> words = ((Mark.Items) stack.get(stack.size() - 2)).words();
    String text = reply.get().strip();
    variables.set("REPLY", text);
    boolean known =
        text.matches("\\d{1,6}")
            && Integer.parseInt(text) >= 1
            && Integer.parseInt(text) <= words.size();
    parameters.set(variable, known ? words.get(Integer.parseInt(text) - 1) : "");
    return true;
  }

  String home(String user) {
    return switch (user) {
      case "" -> variables.text("HOME").orElse("/root");
      case "root" -> "/root";
      default -> "~" + user;
    };
  }
}
