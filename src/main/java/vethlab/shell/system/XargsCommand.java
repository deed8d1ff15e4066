package vethlab.shell.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.shell.Arguments;
import vethlab.shell.Command;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code xargs}: -n -I -L -0 -d -r -t -P (one at a time all the same). */
final class XargsCommand implements Command {
  private static final Arguments.Spec SPEC =
      new Arguments.Spec("0rtpx", "nILPdsa")
          .name("max-args", 'n')
          .name("replace", 'I')
          .name("null", '0')
          .name("no-run-if-empty", 'r')
          .name("verbose", 't')
          .name("max-procs", 'P')
          .name("delimiter", 'd')
          .inOrder();

  @Override
  public Program start(List<String> argv) {
    return new Running(Arguments.parse(argv, SPEC));
  }

  private static final class Running implements Program {
    private final Arguments options;
    private Optional<List<List<String>>> calls = Optional.empty();
    private int next;
    private int child;
    private int status;

    Running(Arguments options) {
      this.options = options;
    }

    @Override
    public Program copy() {
      Running copy = new Running(options);
      copy.calls = calls;
      copy.next = next;
      copy.child = child;
      copy.status = status;
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      if (options.problem().isPresent()) {
        process.err().println("xargs: " + options.problem().get());
        return Progress.exited(1);
      }
      if (calls.isEmpty()) {
        Optional<String> all = process.in().all();
        if (all.isEmpty()) {
          return Progress.BLOCKED;
        }
        calls = Optional.of(plan(all.get()));
      }
      return run(process);
    }

    private Progress run(Process process) {
      while (true) {
        if (child != 0) {
          OptionalInt ended = process.reap(child);
          if (ended.isEmpty()) {
            return Progress.BLOCKED;
          }
          child = 0;
          status = ended.getAsInt() == 0 ? status : 123;
        }
        if (next == calls.get().size()) {
          return Progress.exited(status);
        }
        List<String> call = calls.get().get(next++);
        if (!process.isCommand(call.getFirst())) {
          process.err().println("xargs: " + call.getFirst() + ": No such file or directory");
          return Progress.exited(127);
        }
        if (options.has('t')) {
          process.err().println(String.join(" ", call));
        }
        child = process.spawn(call, process.netns());
      }
    }

    private List<List<String>> plan(String input) {
      List<String> command =
          options.operands().isEmpty() ? List.of("echo") : List.copyOf(options.operands());
      Optional<String> mark = options.value('I');
      List<String> words = mark.isPresent() ? lines(input) : words(input);
      List<List<String>> plan = new ArrayList<>();
      if (mark.isPresent()) {
        for (String word : words) {
          plan.add(command.stream().map(part -> part.replace(mark.get(), word)).toList());
        }
        return plan;
      }
      if (words.isEmpty()) {
        return options.has('r') ? List.of() : List.of(command);
      }
      int most = count('L', count('n', Integer.MAX_VALUE));
      List<String> units = options.has('L') ? lines(input) : words;
      for (int i = 0; i < units.size(); i += Math.min(most, units.size() - i)) {
        List<String> call = new ArrayList<>(command);
        List<String> some = units.subList(i, i + Math.min(most, units.size() - i));
        some.forEach(unit -> call.addAll(options.has('L') ? words(unit) : List.of(unit)));
        plan.add(call);
      }
      return plan;
    }

    private int count(char letter, int usual) {
      return options
          .value(letter)
          .filter(t -> t.matches("[1-9]\\d{0,6}"))
          .map(Integer::parseInt)
          .orElse(usual);
    }

    private List<String> lines(String input) {
      String separator =
          options.has('0') ? "\0" : options.value('d').orElse("\n").replace("\\n", "\n");
      List<String> lines = new ArrayList<>();
      for (String line : input.split(java.util.regex.Pattern.quote(separator))) {
        if (!line.isBlank()) {
          lines.add(line.stripLeading());
        }
      }
      return lines;
    }

    private List<String> words(String input) {
      if (options.has('0') || options.has('d')) {
        return lines(input);
      }
      List<String> words = new ArrayList<>();
      StringBuilder word = new StringBuilder();
      boolean begun = false;
      char quote = '\0';
      for (int i = 0; i < input.length(); i++) {
        char c = input.charAt(i);
        if (quote != '\0') {
          if (c == quote) {
            quote = '\0';
          } else {
            word.append(c);
          }
        } else if (c == '"' || c == '\'') {
          quote = c;
          begun = true;
        } else if (c == '\\' && i + 1 < input.length()) {
          word.append(input.charAt(++i));
          begun = true;
        } else if (Character.isWhitespace(c)) {
          if (begun) {
            words.add(word.toString());
          }
          word.setLength(0);
          begun = false;
        } else {
          word.append(c);
          begun = true;
        }
      }
      if (begun) {
        words.add(word.toString());
      }
      return words;
    }
  }
}
