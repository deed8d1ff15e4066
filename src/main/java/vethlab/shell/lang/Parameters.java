package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vethlab.shell.lang.Word.Part;
import vethlab.shell.lang.Word.Subscript;

/** The parameters of a shell: variables, positional and special ones, and their expansion. */
final class Parameters implements Arithmetic.Names {
  private static final long NANOS = 1_000_000_000;

  private final Shell shell;

  Parameters(Shell shell) {
    this.shell = shell;
  }

  // ---- values

  /** The value of a name without a subscript; empty when it is not set. */
  Optional<String> value(String name) {
    char c = name.charAt(0);
    if (Character.isDigit(c)) {
      return positional(Integer.parseInt(name));
    }
    if (c != '_' && !DollarReader.isNameStart(c)) {
      return special(c);
    }
    Optional<String> stored = shell.variables.text(name);
    return stored.isPresent() ? stored : computed(name);
  }

  private Optional<String> positional(int n) {
    if (n == 0) {
      return Optional.of(shell.name);
    }
    return n <= shell.positional.size()
        ? Optional.of(shell.positional.get(n - 1))
        : Optional.empty();
  }

  private Optional<String> special(char c) {
    return switch (c) {
      case '#' -> Optional.of("" + shell.positional.size());
      case '?' -> Optional.of("" + shell.status);
      case '$' -> Optional.of("" + shell.shellPid);
      case '!' ->
          shell.lastBackground == 0 ? Optional.empty() : Optional.of("" + shell.lastBackground);
      case '-' -> Optional.of(flags());
      default ->
          shell.positional.isEmpty()
              ? Optional.empty()
              : Optional.of(String.join(separator(), shell.positional));
    };
  }

  private String flags() {
    StringBuilder flags = new StringBuilder();
    for (Option option : shell.options) {
      if (option.letter() != '\0') {
        flags.append(option.letter());
      }
    }
    return flags.toString();
  }

  /** Variables that are worked out when they are read. */
  private Optional<String> computed(String name) {
    return switch (name) {
      case "LINENO" -> Optional.of("" + shell.line);
      case "RANDOM" -> Optional.of("" + nextRandom());
      case "SECONDS" -> Optional.of("" + (shell.process().now() - shell.started) / NANOS);
      case "EPOCHSECONDS" -> Optional.of("" + Dates.epochSeconds(shell.process().now()));
      case "BASHPID" -> Optional.of("" + shell.process().pid());
      case "PPID" -> Optional.of("1");
      case "UID", "EUID" -> Optional.of("0");
      case "HOSTNAME" -> Optional.of("vethlab");
      case "HOSTTYPE" -> Optional.of("x86_64");
      case "OSTYPE" -> Optional.of("linux-gnu");
      case "BASH" -> Optional.of("/bin/bash");
      case "BASH_VERSION" -> Optional.of("5.2.15(1)-release");
      case "BASH_SUBSHELL" -> Optional.of("" + shell.subshells);
      case "SHLVL" -> Optional.of("1");
      case "PIPESTATUS" -> Optional.of("" + shell.children.pipeStatus().getFirst());
      case "BASH_SOURCE" -> Optional.of(shell.source.name());
      case "FUNCNAME" -> shell.stack.functionNames().stream().findFirst();
      default -> Optional.empty();
    };
  }

  /** bash's generator, always begun with the same seed: brand() of its lib/sh/random.c. */
  private long nextRandom() {
    long seed = shell.random;
    long high = seed / 127773;
    long low = seed % 127773;
    long next = 16807 * low - 2836 * high;
    shell.random = next < 0 ? next + 0x7fffffff : next;
    return (shell.random >> 16 ^ shell.random & 65535) & 32767;
  }

  /** The elements of {@code name[@]}, or of the positional parameters. */
  private List<String> list(String name) {
    if (name.equals("@") || name.equals("*")) {
      return shell.positional;
    }
    Variable variable = shell.variables.get(name);
    if (variable.value() instanceof Variable.Value.Unset) {
      return computedList(name);
    }
    return variable.elements();
  }

  private static boolean isList(String name, Subscript subscript) {
    return name.equals("@")
        || name.equals("*")
        || subscript instanceof Subscript.At
        || subscript instanceof Subscript.Star;
  }

  private static boolean isStar(String name, Subscript subscript) {
    return name.equals("*") || subscript instanceof Subscript.Star;
  }

  private String separator() {
    return shell
        .variables
        .text("IFS")
        .map(ifs -> ifs.isEmpty() ? "" : ifs.substring(0, 1))
        .orElse(" ");
  }

  private Optional<String> elementOf(String name, String subscript) {
    Variable variable = shell.variables.get(name);
    if (variable.value() instanceof Variable.Value.Unset) {
      List<String> values = computedList(name);
      long index = values.isEmpty() ? 0 : shell.evaluate(subscript);
      return index >= 0 && index < values.size()
          ? Optional.of(values.get((int) index))
          : Optional.empty();
    }
    return variable.element(key(name, subscript));
  }

  /** Arrays that are worked out when they are read. */
  private List<String> computedList(String name) {
    return switch (name) {
      case "PIPESTATUS" -> shell.children.pipeStatus().stream().map(String::valueOf).toList();
      case "FUNCNAME" -> shell.stack.functionNames();
      case "BASH_SOURCE" -> java.util.Collections.nCopies(1 + shell.calls, shell.source.name());
      default -> computed(name).map(List::of).orElse(List.of());
    };
  }

  /** The key of a subscript: evaluated, but in an associative array. */
  String key(String name, String subscript) {
    return shell.variables.get(name).isAssociative()
        ? subscript
        : String.valueOf(shell.evaluate(subscript));
  }

  // ---- expansion into the word in the making

  void plain(String name, Subscript subscript, boolean quoted) {
    if (isList(name, subscript)) {
      addList(list(name), isStar(name, subscript), quoted);
    } else {
      addScalar(name, value(name), quoted);
    }
  }

  void element(String name, String subscript, boolean quoted) {
    addScalar(name + "[" + subscript + "]", elementOf(name, subscript), quoted);
  }

  private void addScalar(String name, Optional<String> value, boolean quoted) {
    if (value.isEmpty() && shell.options.contains(Option.NOUNSET)) {
      throw ShellError.fatal(name + ": unbound variable", fatalStatus());
    }
    shell.addResult(value.orElse(""), quoted);
  }

  /** A script ends with 1, {@code bash -c} with 127. */
  private int fatalStatus() {
    return shell.source.kind() == Source.Kind.FILE ? 1 : 127;
  }

  private void addList(List<String> values, boolean star, boolean quoted) {
    Expansion word = shell.stack.expansion();
    if (quoted && star) {
      word.quoted(String.join(separator(), values));
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        word.nextField(quoted);
      }
      shell.addResult(values.get(i), quoted);
    }
  }

  /** Adds the parameter with each of its values changed. */
  void each(Part.Parameter p, boolean quoted, UnaryOperator<String> change) {
    if (isList(p.name(), p.subscript())) {
      List<String> changed = list(p.name()).stream().map(change).toList();
      addList(changed, isStar(p.name(), p.subscript()), quoted);
      return;
    }
    Optional<String> value = current(p);
    addScalar(p.name(), value.map(change), quoted);
  }

  /** The value of a parameter that is no list; takes its key off the stack. */
  private Optional<String> current(Part.Parameter p) {
    return p.subscript() instanceof Subscript.Index
        ? elementOf(p.name(), shell.stack.popText())
        : value(p.name());
  }

  void dropKey(Part.Parameter p) {
    if (p.subscript() instanceof Subscript.Index) {
      shell.stack.pop();
    }
  }

  /** Whether it is set, and not empty where that counts; leaves its key on the stack. */
  boolean isUsable(Part.Parameter p, boolean notEmpty) {
    if (isList(p.name(), p.subscript())) {
      List<String> values = list(p.name());
      return !values.isEmpty() && !(notEmpty && String.join("", values).isEmpty());
    }
    Optional<String> value;
    if (p.subscript() instanceof Subscript.Index) {
      value = elementOf(p.name(), (String) shell.stack.peek());
    } else {
      value = value(p.name());
    }
    return value.isPresent() && !(notEmpty && value.get().isEmpty());
  }

  /** {@code ${x:=text}} */
  void assignDefault(Part.Parameter p, boolean quoted) {
    String text = shell.stack.popText();
    Optional<String> key =
        p.subscript() instanceof Subscript.Index
            ? Optional.of(shell.stack.popText())
            : Optional.empty();
    if (!DollarReader.isNameStart(p.name().charAt(0))) {
      throw ShellError.fatal("$" + p.name() + ": cannot assign in this way", 1);
    }
    shell.assign(new Mark.Assigned(p.name(), key, false, Mark.Elements.text(text)));
    shell.addResult(text, quoted);
  }

  /** {@code ${x:?text}} */
  void complain(Part.Parameter p, boolean colon) {
    String text = shell.stack.popText();
    dropKey(p);
    String usual = colon ? "parameter null or not set" : "parameter not set";
    throw ShellError.fatal(p.name() + ": " + (text.isEmpty() ? usual : text), fatalStatus());
  }

  void length(Part.Parameter p, boolean quoted) {
    if (isList(p.name(), p.subscript())) {
      shell.addResult("" + list(p.name()).size(), quoted);
      return;
    }
    Optional<String> value = current(p);
    if (value.isEmpty() && shell.options.contains(Option.NOUNSET)) {
      throw ShellError.fatal(p.name() + ": unbound variable", fatalStatus());
    }
    String text = value.orElse("");
    shell.addResult("" + text.codePointCount(0, text.length()), quoted);
  }

  void slice(Part.Parameter p, boolean limited, boolean quoted) {
    String lengthText = limited ? shell.stack.popText() : "";
    long offset = shell.evaluate(shell.stack.popText());
    if (isList(p.name(), p.subscript())) {
      List<String> values = new ArrayList<>(list(p.name()));
      if (p.name().equals("@") || p.name().equals("*")) {
        values.addFirst(shell.name);
      }
      int[] range = range(p, values.size(), offset, limited, lengthText);
      addList(values.subList(range[0], range[1]), isStar(p.name(), p.subscript()), quoted);
      return;
    }
    String text = current(p).orElse("");
    int[] range = range(p, text.length(), offset, limited, lengthText);
    shell.addResult(text.substring(range[0], range[1]), quoted);
  }

  private int[] range(Part.Parameter p, int size, long offset, boolean limited, String length) {
    long from = offset < 0 ? size + offset : offset;
    if (from < 0 || from > size) {
      return new int[] {size, size};
    }
    long end = size;
    if (limited) {
      long count = shell.evaluate(length);
      end = count < 0 ? size + count : Math.min(size, from + count);
      if (end < from) {
        throw ShellError.discarding(length + ": substring expression < 0");
      }
    }
    return new int[] {(int) from, (int) end};
  }

  void indirect(String name, boolean quoted) {
    Optional<String> target = value(name).filter(t -> !t.isEmpty());
    if (target.isEmpty() && name.matches("[1-9]\\d*")) {
      addScalar(name, Optional.of(""), quoted);
      return;
    }
    if (target.isEmpty()) {
      throw ShellError.discarding(name + ": invalid indirect expansion");
    }
    int bracket = target.get().indexOf('[');
    if (bracket > 0 && target.get().endsWith("]")) {
      String array = target.get().substring(0, bracket);
      String subscript = target.get().substring(bracket + 1, target.get().length() - 1);
      if (subscript.equals("@") || subscript.equals("*")) {
        addList(list(array), subscript.equals("*"), quoted);
      } else {
        element(array, subscript, quoted);
      }
    } else if (target.get().equals("@") || target.get().equals("*")) {
      addList(shell.positional, target.get().equals("*"), quoted);
    } else {
      addScalar(target.get(), value(target.get()), quoted);
    }
  }

  void keys(Part.Parameter p, boolean quoted) {
    dropKey(p);
    addList(shell.variables.get(p.name()).keys(), p.subscript() instanceof Subscript.Star, quoted);
  }

  void names(String prefix, boolean quoted) {
    List<String> names =
        shell.variables.names().stream().filter(name -> name.startsWith(prefix)).toList();
    addList(names, false, quoted);
  }

  void transform(Part.Parameter p, char kind, boolean quoted) {
    each(
        p,
        quoted,
        text ->
            switch (kind) {
              case 'Q' -> Quoting.single(text);
              case 'U' -> text.toUpperCase(java.util.Locale.ROOT);
              case 'L' -> text.toLowerCase(java.util.Locale.ROOT);
              case 'u' -> Trimming.changeCase("^", text, "");
              case 'E' -> Escapes.ansi(text);
              default -> text;
            });
  }

  // ---- assignment

  void set(String name, String text) {
    shell.assign(new Mark.Assigned(name, Optional.empty(), false, Mark.Elements.text(text)));
  }

  // ---- for arithmetic

  @Override
  public String get(String name, String subscript) {
    Optional<String> value =
        subscript.isEmpty() ? value(name) : shell.variables.get(name).element(subscript);
    if (value.isEmpty() && shell.options.contains(Option.NOUNSET)) {
      throw ShellError.fatal(name + ": unbound variable", fatalStatus());
    }
    return value.orElse("");
  }

  @Override
  public void set(String name, String subscript, String value) {
    Optional<String> key = subscript.isEmpty() ? Optional.empty() : Optional.of(subscript);
    shell.assign(new Mark.Assigned(name, key, false, Mark.Elements.text(value)));
  }

  @Override
  public boolean isAssociative(String name) {
    return shell.variables.get(name).isAssociative();
  }
}
