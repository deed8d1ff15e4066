package vethlab.shell.lang;

import vethlab.shell.Fds;
import vethlab.shell.FileException;
import vethlab.shell.Syscalls;
import vethlab.shell.Syscalls.WriteMode;

/** Carries out redirections on the descriptors of a shell. */
final class Redirector {
  private final Shell shell;

  Redirector(Shell shell) {
    this.shell = shell;
  }

  /** False when it failed, which has been said then. */
  boolean apply(Node.Redirect redirect, String target) {
    shell.line = redirect.line();
    try {
      Syscalls system = shell.system();
      Fds fds = system.fds();
      int fd = redirect.fd();
      Fds next =
          switch (redirect.operator()) {
            case "<", "<>" -> fds.with(fd, system.openForReading(target));
            case ">", ">|" -> fds.with(fd, openForWriting(redirect, target));
            case ">>" -> fds.with(fd, system.openForWriting(target, WriteMode.APPEND));
            case "<<", "<<-" -> fds.with(fd, system.openText(target));
            case "<<<" -> fds.with(fd, system.openText(target + "\n"));
            case "&>", "&>>" -> both(fds, redirect.operator(), target);
            default -> duplicate(fds, redirect, target);
          };
      system.useFds(next);
      return true;
    } catch (FileException e) {
      shell.complain(target + ": " + e.getMessage());
    } catch (BadDescriptor e) {
      shell.complain(target + ": " + e.getMessage());
    }
    shell.status = 1;
    return false;
  }

  void save() {
    shell.stack.push(new Mark.Descriptors(shell.system().saveFds()));
  }

  void restore() {
    shell.system().restoreFds(((Mark.Descriptors) shell.stack.pop()).saved());
  }

  /** {@code exec >file}: what the command's redirections opened stays open. */
  void keep() {
    if (!shell.stack.isEmpty() && shell.stack.peek() instanceof Mark.Descriptors descriptors) {
      shell.stack.pop();
      shell.system().forgetFds(descriptors.saved());
      save();
    }
  }

  private int openForWriting(Node.Redirect redirect, String target) {
    boolean clobbers = redirect.operator().equals(">|");
    if (!clobbers
        && shell.options.contains(Option.NOCLOBBER)
        && shell.process().files().exists(target)
        && !target.startsWith("/dev/")) {
      throw new FileException("cannot overwrite existing file");
    }
    return shell.system().openForWriting(target, WriteMode.TRUNCATE);
  }

  private Fds both(Fds fds, String operator, String target) {
    WriteMode mode = operator.equals("&>>") ? WriteMode.APPEND : WriteMode.TRUNCATE;
    return fds.with(1, shell.system().openForWriting(target, mode)).duplicate(2, 1);
  }

  private Fds duplicate(Fds fds, Node.Redirect redirect, String target) {
    if (target.equals("-")) {
      return fds.without(redirect.fd());
    }
    boolean moves = target.endsWith("-");
    String number = moves ? target.substring(0, target.length() - 1) : target;
    if (!number.matches("\\d{1,4}")) {
      if (redirect.operator().equals(">&") && redirect.fd() == 1) {
        return both(fds, "&>", target);
      }
      throw new BadDescriptor("ambiguous redirect");
    }
    int other = Integer.parseInt(number);
    if (!fds.isOpen(other)) {
      throw new BadDescriptor("Bad file descriptor");
    }
    Fds next = fds.duplicate(redirect.fd(), other);
    return moves ? next.without(other) : next;
  }

  private static final class BadDescriptor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDescriptor(String message) {
      super(message, null, false, false);
    }
  }
}
