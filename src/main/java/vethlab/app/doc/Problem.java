package vethlab.app.doc;

import java.util.List;
import java.util.Optional;
import vethlab.op.Ns;

/**
 * Something in the network that will not work as drawn.
 *
 * @param key of the words: {@code problem.KEY.title}, {@code .why} and {@code .fix}
 * @param fix what would repair it
 */
public record Problem(
    String key,
    Severity severity,
    Ns ns,
    String device,
    List<Object> arguments,
    Optional<Edit> fix) {
  /** How bad it is. */
  public enum Severity {
    WARNING,
    ERROR
  }
}
