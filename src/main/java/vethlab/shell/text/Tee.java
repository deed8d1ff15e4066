package vethlab.shell.text;

import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Command;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code tee}: -a. */
final class Tee implements Command {
  private static final Arguments.Spec SPEC = new Arguments.Spec("aip", "").name("append", 'a');

  @Override
  public Program start(List<String> argv) {
    return new Running(Arguments.parse(argv, SPEC));
  }

  private static final class Running implements Program {
    private final Arguments options;
    private boolean begun;
    private int status;

    Running(Arguments options) {
      this.options = options;
    }

    @Override
    public Program copy() {
      Running copy = new Running(options);
      copy.begun = begun;
      copy.status = status;
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      if (options.problem().isPresent()) {
        process.err().println("tee: " + options.problem().get());
        return Progress.exited(1);
      }
      if (!begun) {
        begun = true;
        if (!options.has('a')) {
          options.operands().stream()
              .filter(file -> !file.startsWith("/proc/"))
              .forEach(file -> put(process, file, ""));
        }
      }
      byte[] bytes = process.in().read(Integer.MAX_VALUE);
      while (bytes.length > 0) {
        process.out().write(bytes);
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        options.operands().forEach(file -> put(process, file, text));
        bytes = process.in().read(Integer.MAX_VALUE);
      }
      return process.in().atEnd() ? Progress.exited(status) : Progress.BLOCKED;
    }

    private void put(Process process, String file, String text) {
      try {
        if (text.isEmpty()) {
          process.files().write(file, "");
        } else {
          process.files().append(file, text);
        }
      } catch (FileException e) {
        process.err().println("tee: " + file + ": " + e.getMessage());
        status = 1;
      }
    }
  }
}
