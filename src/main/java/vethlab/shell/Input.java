package vethlab.shell;

import java.util.Optional;

/** Where a process reads. Reading never waits: what is not there yet is empty. */
public interface Input {

  /** Whether everything has been read and nothing more will come. */
  boolean atEnd();

  /** Whether a read would not wait: there is something, or everything has been read. */
  boolean hasMore();

  /** What is there, at most this many bytes; empty when there is nothing yet or at the end. */
  byte[] read(int max);

  /**
   * The next line with its newline, which the last one may not have. Empty when no whole line is
   * there yet or at the end ({@link #atEnd} tells).
   */
  Optional<String> wholeLine();

  /** As {@link #wholeLine}, without the newline. */
  default Optional<String> line() {
    return wholeLine()
        .map(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  /** Everything up to the end; empty as long as the end has not come. */
  Optional<String> all();
}
