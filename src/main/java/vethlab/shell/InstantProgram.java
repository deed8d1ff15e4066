package vethlab.shell;

/** Runs an {@link Instant} once its input, if it wants it, is complete. It has no state. */
record InstantProgram(Instant instant, boolean readsInput) implements Program {

  @Override
  public Program copy() {
    return this;
  }

  @Override
  public Progress advance(Process process) {
    if (!readsInput) {
      return Progress.exited(instant.run(new Call(process, "")));
    }
    return process
        .in()
        .all()
        .map(text -> Progress.exited(instant.run(new Call(process, text))))
        .orElse(Progress.BLOCKED);
  }
}
