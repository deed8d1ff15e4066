package vethlab.sim.netfilter;

import vethlab.sim.Hook;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;

/** Runs the functions registered at a hook, in order of priority: net/netfilter/core.c nf_hook_slow. */
public final class Hooks {
  private Hooks() {}

  /** NF_HOOK: the packet meets {@code hook} and goes on at {@code after} if it is let through. */
  public static Stage start(World world, Skb skb, Hook hook, Stage after) {
    return after;
  }

  /** {@link Stage#HOOK}: the next function of the hook. */
  public static Stage next(World world, Skb skb) {
    return skb.afterHook;
  }
}
