package vethlab.shell.system;

import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/** {@code yes}: prints for ever, as fast as its reader takes it. */
record YesProgram(String line) implements Program {
  private static final int LINES = 1000;

  @Override
  public Program copy() {
    return this;
  }

  @Override
  public Progress advance(Process process) {
    process.out().print((line + "\n").repeat(LINES));
    return Progress.AGAIN;
  }
}
