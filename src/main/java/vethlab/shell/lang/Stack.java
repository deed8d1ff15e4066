package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.Limits.Limit;

/**
 * The stack of a {@link Shell}: values, words in the making, and {@link Mark}s, which say how to go
 * back when a loop, a function or a script is left.
 */
final class Stack {
  private final Shell shell;
  private final ArrayList<Object> entries;

  Stack(Shell shell) {
    this(shell, new ArrayList<>());
  }

  private Stack(Shell shell, ArrayList<Object> entries) {
    this.shell = shell;
    this.entries = entries;
  }

  /** The same stack for a copy of the shell. */
  Stack copyFor(Shell copy) {
    ArrayList<Object> copies = new ArrayList<>(entries.size());
    for (Object entry : entries) {
      copies.add(entry instanceof Expansion words ? words.copy() : entry);
    }
    return new Stack(copy, copies);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The entry that lies under the top one. */
  Object second() {
    return entries.get(entries.size() - 2);
  }

  void replaceSecond(Object entry) {
    entries.set(entries.size() - 2, entry);
  }

  void replaceTop(Object entry) {
    entries.set(entries.size() - 1, entry);
  }

  /** Whether anything is being called: a command of a text, a function, a trap. */
  boolean hasCalls() {
    return entries.stream().anyMatch(entry -> entry instanceof Mark.Call);
  }

  /** Whether the text that is read is that of an eval. */
  boolean isEval() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Mark.Call call && call.kind() != Mark.Kind.UNIT) {
        return call.kind() == Mark.Kind.EVAL;
      }
    }
    return false;
  }

  // ---- the entries

  void push(Object value) {
    entries.add(value);
  }

  Object pop() {
    return entries.removeLast();
  }

  Object peek() {
    return entries.getLast();
  }

  String popText() {
    return (String) entries.removeLast();
  }

  @SuppressWarnings("unchecked")
  List<String> popFields() {
    return (List<String>) entries.removeLast();
  }

  void begin(Expansion.Mode mode) {
    entries.add(new Expansion(mode));
  }

  Expansion expansion() {
    return (Expansion) entries.getLast();
  }

  void endFields() {
    entries.add(((Expansion) entries.removeLast()).fields());
  }

  void endValue() {
    String value = ((Expansion) entries.removeLast()).value();
    shell.system().limits().check(Limit.VALUE_BYTES, value.length());
    entries.add(value);
  }

  void addElements(List<Mark.Element> more) {
    Mark.Elements before = (Mark.Elements) pop();
    List<Mark.Element> all = new ArrayList<>(before.list());
    all.addAll(more);
    push(new Mark.Elements(true, List.copyOf(all), before.written()));
  }

  // ---- going back

  /** The process becomes another program: nothing will be gone back to. */
  void forget() {
    for (Object entry : entries) {
      if (entry instanceof Mark.Descriptors descriptors) {
        shell.system().forgetFds(descriptors.saved());
      }
    }
    entries.clear();
  }

  /**
   * Takes marks off the entries, undoing what they stand for, until {@shell.code last} has been
   * taken.
   */
  private void unwindTo(int size) {
    while (entries.size() > size) {
      Object top = entries.removeLast();
      if (top instanceof Mark.Descriptors descriptors) {
        shell.system().restoreFds(descriptors.saved());
      } else if (top instanceof Mark.Call call) {
        restore(call);
      }
    }
  }

  void unwindAll() {
    unwindTo(0);
  }

  private void restore(Mark.Call call) {
    shell.code = call.code();
    shell.pc = call.pc();
    shell.unchecked = call.unchecked();
    if (call.kind() != Mark.Kind.UNIT) {
      shell.calls--;
      shell.source = call.source();
    }
    call.positional().ifPresent(old -> shell.positional = old);
    if (call.scoped()) {
      shell.variables.pop();
    }
    if (call.kind() == Mark.Kind.TRAP) {
      shell.status = call.status();
    }
  }

  void returnToCaller() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Mark.Call) {
        unwindTo(i);
        return;
      }
    }
    shell.exit(shell.status);
  }

  /** {@shell.code return}: false when no function and no sourced script is running. */
  boolean returnFrom(int result) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Mark.Call call
          && (call.kind() == Mark.Kind.FUNCTION || call.kind() == Mark.Kind.SOURCE)) {
        unwindTo(i);
        shell.status = result;
        return true;
      }
    }
    return false;
  }

  /**
   * {@shell.code break} and {@shell.code continue}: how many loops there were, at most {@shell.code
   * count}.
   */
  int leaveLoops(int count, boolean again) {
    int found = 0;
    int target = -1;
    for (int i = entries.size() - 1; i >= 0 && found < count; i--) {
      if (entries.get(i) instanceof Mark.Loop) {
        found++;
        target = i;
      } else if (entries.get(i) instanceof Mark.Call call && call.kind() == Mark.Kind.FUNCTION) {
        break;
      }
    }
    if (target >= 0) {
      unwindTo(target + 1);
      Mark.Loop loop = (Mark.Loop) entries.getLast();
      shell.unchecked = loop.unchecked();
      entries.set(target, loop.after(0));
      shell.status = 0;
      shell.pc = again ? loop.next().at() : loop.end().at();
    }
    return found;
  }

  /** Gives up everything up to the command that was read last from the script. */
  void discard(int result) {
    shell.status = result;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Mark.Call call && call.kind() == Mark.Kind.UNIT) {
        unwindTo(i);
        return;
      }
    }
    if (shell.code == Shell.READ) {
      unwindAll();
      shell.pc = 0;
    } else {
      shell.exit(result);
    }
  }

  // ---- calls

  private void call(Mark.Kind kind, String name, Code callee, Optional<List<String>> own) {
    if (kind != Mark.Kind.UNIT) {
      shell.system().limits().check(Limit.NESTING, ++shell.calls);
    }
    Optional<List<String>> old = own.isPresent() ? Optional.of(shell.positional) : Optional.empty();
    Mark.Call mark =
        new Mark.Call(
            kind,
            name,
            shell.code,
            shell.pc,
            shell.unchecked,
            shell.source,
            old,
            shell.status,
            kind == Mark.Kind.FUNCTION);
    entries.add(mark);
    own.ifPresent(mine -> shell.positional = mine);
    if (mark.scoped()) {
      shell.variables.push();
    }
    shell.code = callee;
    shell.pc = 0;
  }

  /** The variables' innermost scope lasts as long as the call that was made last. */
  void giveScope() {
    replaceTop(((Mark.Call) peek()).withScope());
  }

  /** Runs the next command of the current text. */
  void callUnit(Code unit) {
    call(Mark.Kind.UNIT, "", unit, Optional.empty());
  }

  /** The functions that are running, the innermost first, as FUNCNAME lists them. */
  List<String> functionNames() {
    List<String> names = new ArrayList<>();
    for (Object entry : entries.reversed()) {
      if (entry instanceof Mark.Call call
          && (call.kind() == Mark.Kind.FUNCTION || call.kind() == Mark.Kind.SOURCE)) {
        names.add(call.name());
      }
    }
    if (!names.isEmpty()) {
      names.add("main");
    }
    return names;
  }

  void callFunction(Function function, List<String> arguments) {
    call(Mark.Kind.FUNCTION, function.name(), function.code(), Optional.of(arguments));
  }

  /** Runs a text as part of this shell. */
  void callText(Mark.Kind kind, Source text, Optional<List<String>> arguments) {
    call(kind, "source", Shell.READ, arguments);
    shell.source = text;
  }

  void callTrap(String text) {
    callText(
        Mark.Kind.TRAP,
        new Source(Source.Kind.STRING, shell.source.name(), text, 0, shell.line),
        Optional.empty());
  }

  void failureTrap() {
    shell.traps.command("ERR").ifPresent(this::callTrap);
  }
}
