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

/** A command that passes the lines of its files, or of its input, through a {@link LineFilter}. */
final class FilterCommand implements Command {

  /** Makes the filter of one call. */
  interface Maker {

    /** Files are taken out of the operands where the first ones mean something else. */
    LineFilter make(Arguments arguments, List<String> files);
  }

  /** The call is wrong; the message goes after the command's name. */
  static final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
      super(message, null, false, false);
    }
  }

  private final Arguments.Spec spec;
  private final int trouble;
  private final Maker maker;

  /**
   * @param trouble the exit status when a file can't be read or the call is wrong
   */
  FilterCommand(Arguments.Spec spec, int trouble, Maker maker) {
    this.spec = spec;
    this.trouble = trouble;
    this.maker = maker;
  }

  @Override
  public Program start(List<String> argv) {
    String word = argv.getFirst();
    String name = word.substring(word.lastIndexOf('/') + 1);
    Arguments arguments = Arguments.parse(argv, spec);
    if (arguments.problem().isPresent()) {
      String hint = "\nTry '" + name + " --help' for more information.";
      return new Mistake(name + ": " + arguments.problem().get() + hint, trouble);
    }
    List<String> files = new ArrayList<>(arguments.operands());
    try {
      LineFilter filter = maker.make(arguments, files);
      return new Running(
          name, filter, files.isEmpty() ? List.of("-") : List.copyOf(files), trouble);
    } catch (Usage usage) {
      return new Mistake(name + ": " + usage.getMessage(), trouble);
    }
  }

  /** A call that can't be understood. */
  private record Mistake(String message, int status) implements Program {
    @Override
    public Program copy() {
      return this;
    }

    @Override
    public Progress advance(Process process) {
      process.err().println(message);
      return Progress.exited(status);
    }
  }

  /** At work on its files. */
  private static final class Running implements Program {
    private static final int CLOSED = -1;
    private final String name;
    private final LineFilter filter;
    private final List<String> files;
    private final int trouble;
    private int next;
    private int fd = CLOSED;
    private boolean failed;

    Running(String name, LineFilter filter, List<String> files, int trouble) {
      this.name = name;
      this.filter = filter;
      this.files = files;
      this.trouble = trouble;
    }

    @Override
    public Program copy() {
      Running copy = new Running(name, filter.copy(), files, trouble);
      copy.next = next;
      copy.fd = fd;
      copy.failed = failed;
      return copy;
    }

    @Override
    public Progress advance(Process process) {
      while (!filter.isDone()) {
        if (fd == CLOSED && !open(process)) {
          break;
        }
        if (fd != CLOSED && !read(process)) {
          return Progress.BLOCKED;
        }
      }
      int status = filter.end(process.out());
      Optional<String> error = process.takeWriteError();
      error.ifPresent(text -> process.err().println(name + ": write error: " + text));
      return Progress.exited(failed ? trouble : error.isPresent() ? 1 : status);
    }

    /** Opens the next file; false when there is none left. */
    private boolean open(Process process) {
      if (next == files.size()) {
        return false;
      }
      String file = files.get(next++);
      try {
        fd = file.equals("-") ? 0 : process.open(file);
        filter.file(file, process.out());
      } catch (FileException e) {
        process.err().println(name + ": " + unreadable(file) + ": " + e.getMessage());
        failed = true;
      }
      return true;
    }

    private String unreadable(String file) {
      return switch (name) {
        case "head", "tail" -> "cannot open '" + file + "' for reading";
        case "tac" -> "failed to open '" + file + "' for reading";
        case "sort" -> "cannot read: " + file;
        default -> file;
      };
    }

    /** Reads what is there; false when more may come later. */
    private boolean read(Process process) {
      Input in = process.input(fd);
      Optional<String> line = in.wholeLine();
      while (line.isPresent()) {
        filter.line(line.get(), process.out());
        if (filter.isDone()) {
          return true;
        }
        line = in.wholeLine();
      }
      if (!in.atEnd()) {
        return false;
      }
      fd = CLOSED;
      return true;
    }
  }
}
