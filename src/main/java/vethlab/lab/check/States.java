package vethlab.lab.check;

import java.io.IOException;

/** The states of a lab that its checks ask, on one of the kernels. */
interface States extends AutoCloseable {

  /**
   * Whether a check holds; no check sees what another did.
   *
   * @throws IOException with a sentence where it can't be asked
   */
  Outcome ask(Check check) throws IOException;

  @Override
  default void close() throws IOException {}
}
