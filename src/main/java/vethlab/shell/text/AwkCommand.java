package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.shell.Arguments;
import vethlab.shell.Command;
import vethlab.shell.FileException;
import vethlab.shell.Input;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code awk}: -F -v -f; the program is run by {@link AwkRun}. Records are lines. */
final class AwkCommand implements Command {
  private static final Arguments.Spec SPEC = new Arguments.Spec("", "Fvf").inOrder();
  private static final int TROUBLE = 2;

  @Override
  public Program start(List<String> argv) {
    return new Running(argv, Arguments.parse(argv, SPEC));
  }

  private static final class Running implements Program {
    private static final int CLOSED = -1;
    private final List<String> argv;
    private final Arguments options;
    private final List<String> operands;
    private Optional<AwkRun> run = Optional.empty();
    private int next;
    private int fd = CLOSED;
    private boolean read;
    private boolean failed;

    Running(List<String> argv, Arguments options) {
      this.argv = argv;
      this.options = options;
      operands = new ArrayList<>(options.operands());
    }

    @Override
    public Program copy() {
      Running copy = new Running(argv, options);
      copy.operands.clear();
      copy.operands.addAll(operands);
      copy.run = run.map(AwkRun::copy);
      copy.next = next;
      copy.fd = fd;
      copy.read = read;
      copy.failed = failed;
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      try {
        return go(process);
      } catch (FilterCommand.Usage usage) {
        process.err().println("awk: " + usage.getMessage());
        return Progress.exited(TROUBLE);
      } finally {
        run.ifPresent(r -> r.process = null);
      }
    }

    private Progress go(Process process) {
      if (run.isEmpty()) {
        prepare(process);
      }
      AwkRun awk = run.get();
      awk.process = process;
      if (!read) {
        read = true;
        awk.begin();
      }
      boolean reads = !awk.program.rules().isEmpty() || !awk.program.end().isEmpty();
      while (reads && !awk.hasExited()) {
        if (fd == CLOSED && !open(process, awk)) {
          break;
        }
        if (fd != CLOSED && !lines(process, awk)) {
          return Progress.BLOCKED;
        }
      }
      awk.end();
      return Progress.exited(failed && awk.status() == 0 ? TROUBLE : awk.status());
    }

    private void prepare(Process process) {
      options
          .problem()
          .ifPresent(problem -> {
            throw new FilterCommand.Usage(problem);
          });
      String text;
      if (options.has('f')) {
        try {
          text = process.files().read(options.value('f').get());
        } catch (FileException e) {
          throw new FilterCommand.Usage("can't open file " + options.value('f').get());
        }
      } else if (operands.isEmpty()) {
        throw new FilterCommand.Usage(
            "usage: awk [-F fs][-v var=value][prog | -f progfile][file ...]");
      } else {
        text = operands.removeFirst();
      }
      AwkRun awk = new AwkRun(AwkParser.parse(text));
      options
          .value('F')
          .ifPresent(fs -> awk.set("FS", new AwkValue.Text(fs.equals("t") ? "\t" : unescaped(fs))));
      options.values('v').forEach(assignment -> assign(awk, assignment));
      process
          .environment()
          .forEach((key, value) -> awk.array("ENVIRON").put(key, new AwkValue.Input(value)));
      run = Optional.of(awk);
    }

    private static String unescaped(String text) {
      return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\\\", "\\");
    }

    private static void assign(AwkRun awk, String assignment) {
      int equals = assignment.indexOf('=');
      if (equals > 0) {
        String value = unescaped(assignment.substring(equals + 1));
        awk.set(assignment.substring(0, equals), new AwkValue.Input(value));
      }
    }

    /** Opens the next file; false when there is none left. */
    private boolean open(Process process, AwkRun awk) {
      while (next < operands.size() && operands.get(next).matches("[A-Za-z_]\\w*=.*")) {
        assign(awk, operands.get(next++));
      }
      boolean standard = operands.stream().allMatch(word -> word.matches("[A-Za-z_]\\w*=.*"));
      if (standard && next <= operands.size()) {
        next = operands.size() + 1;
        fd = 0;
        return true;
      }
      if (next >= operands.size()) {
        return false;
      }
      String file = operands.get(next++);
      awk.set("FILENAME", new AwkValue.Text(file));
      awk.set("FNR", AwkValue.ZERO);
      try {
        fd = file.equals("-") ? 0 : process.open(file);
      } catch (FileException e) {
        process.err().println("awk: cannot open \"" + file + "\" (" + e.getMessage() + ")");
        failed = true;
      }
      return true;
    }

    /** Runs once every line of the file is there. */
    private boolean allLines(Input in, AwkRun awk) {
      for (Optional<String> line = in.line(); line.isPresent(); line = in.line()) {
        awk.ahead.add(line.get());
      }
      if (!in.atEnd()) {
        return false;
      }
      while (!awk.ahead.isEmpty() && !awk.hasExited()) {
        awk.record(awk.ahead.poll());
      }
      fd = CLOSED;
      return true;
    }

    private boolean lines(Process process, AwkRun awk) {
      Input in = process.input(fd);
      if (awk.program.readsAhead()) {
        return allLines(in, awk);
      }
      Optional<String> line = in.line();
      while (line.isPresent()) {
        awk.record(line.get());
        if (awk.hasExited()) {
          return true;
        }
        line = in.line();
      }
      if (!in.atEnd()) {
        return false;
      }
      fd = CLOSED;
      return true;
    }
  }
}
