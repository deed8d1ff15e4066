package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Result;

/** The kernel does not take a route. */
final class RouteRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Errno errno;

  RouteRefused(Errno errno, String message) {
    super(message, null, false, false);
    this.errno = errno;
  }

  RouteRefused(Errno errno) {
    this(errno, "");
  }

  Result result() {
    return Result.refused(errno, getMessage());
  }
}
