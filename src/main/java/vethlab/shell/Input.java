package vethlab.shell;

import java.util.Optional;

/** Where a process reads. Reading never waits: what is not there yet is empty. */
public interface Input {

  /** Whether everything has been read and nothing more will come. */
  boolean atEnd();

  /** What is there, at most this many bytes; empty when there is nothing yet or at the end. */
  byte[] read(int max);

  /**
   * The next line without its newline; the last one may have had none. Empty when no whole line is
   * there yet or at the end ({@link #atEnd} tells).
   */
  Optional<String> line();

  /** Everything up to the end; empty as long as the end has not come. */
  Optional<String> all();
}
