package vethlab.lab.check;

import java.io.IOException;
import java.util.Comparator;

/** The states of a lab that its checks ask, on one of the kernels. */
interface States extends AutoCloseable {

  /**
   * Whether a check holds; no check sees what another did.
   *
   * @throws IOException with a sentence where it can't be asked
   */
  Outcome ask(Check check) throws IOException;

  /** The order in which they are best asked; in the file's where it does not matter. */
  default Comparator<Check> order() {
    return (one, other) -> 0;
  }

  @Override
  default void close() throws IOException {}
}
