package vethlab.app.doc;

import java.util.List;
import java.util.Optional;
import vethlab.lab.problem.Trouble;
import vethlab.lab.problem.Troubles;
import vethlab.op.Kernel;
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

  /** All of a network, as {@link Troubles} finds them. */
  public static List<Problem> of(Kernel kernel) {
    return Troubles.of(kernel).stream().map(Problem::of).toList();
  }

  private static Problem of(Trouble trouble) {
    return new Problem(
        trouble.kind().key(),
        Severity.WARNING,
        trouble.ns(),
        trouble.device(),
        trouble.arguments(),
        Optional.of(Edit.of(trouble.fix())));
  }
}
