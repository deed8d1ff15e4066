package vethlab.sim.fib;

import vethlab.op.Errno;
import vethlab.op.Result;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** {@code ip route get}: route.c inet_rtm_getroute. Under construction. */
public final class RouteGet {
  private RouteGet() {}

  public static RouteAnswer answer(World world, Netns netns, RouteQuery query) {
    return new RouteAnswer.Refused(new Result.Refused(Errno.ENETUNREACH, ""));
  }
}
