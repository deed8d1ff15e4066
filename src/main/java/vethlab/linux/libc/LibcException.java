package vethlab.linux.libc;

import vethlab.op.Errno;
import vethlab.op.Result;

/** A call that the kernel refused. */
public final class LibcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int number;

  public LibcException(String call, int number) {
    super(call + ": " + Errnos.of(number).text());
    this.number = number;
  }

  public Errno errno() {
    return Errnos.of(number);
  }

  public Result.Refused refusal() {
    return new Result.Refused(errno(), "");
  }

  /**
   * Hands on what a call returned.
   *
   * @throws LibcException when that is negative
   */
  public static int check(String call, int returned) {
    if (returned < 0) {
      throw new LibcException(call, Libc.errno());
    }
    return returned;
  }

  /** As {@link #check(String, int)} for a size. */
  public static long check(String call, long returned) {
    if (returned < 0) {
      throw new LibcException(call, Libc.errno());
    }
    return returned;
  }
}
