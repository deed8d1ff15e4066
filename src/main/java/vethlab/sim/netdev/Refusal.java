package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.Result;

/** The kernel says no, in the middle of a change; whoever began it hands the reason on. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Result.Refused result;

  public Refusal(Errno errno) {
    this(errno, "");
  }

  public Refusal(Errno errno, String message) {
    super(message.isEmpty() ? errno.text() : message, null, false, false);
    this.result = new Result.Refused(errno, message);
  }

  public Result result() {
    return result;
  }

  /** A change that may be refused. */
  @FunctionalInterface
  public interface Change {
    void make() throws Refusal;
  }

  /** Makes the change and says what the kernel said. */
  public static Result resultOf(Change change) {
    try {
      change.make();
      return Result.OK;
    } catch (Refusal refusal) {
      return refusal.result();
    }
  }
}
