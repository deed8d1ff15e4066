package vethlab.shell;

/** What runs when a command that is not there was executed all the same. */
record MissingProgram(String word) implements Program {
  static final MissingProgram NONE = new MissingProgram("");
  private static final int NOT_FOUND = 127;

  @Override
  public Program copy() {
    return this;
  }

  @Override
  public Progress advance(Process process) {
    process.err().println(word + ": command not found");
    return Progress.exited(NOT_FOUND);
  }
}
