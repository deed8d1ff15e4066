package vethlab.linux.socket;

import vethlab.op.Result;

/** A question that the kernel refused to answer. */
public final class KernelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Result.Refused why;

  public KernelRefusal(Result.Refused why) {
    super(why.message().isEmpty() ? why.errno().text() : why.message());
    this.why = why;
  }

  public Result.Refused why() {
    return why;
  }
}
