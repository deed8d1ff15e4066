package vethlab.sim.netfilter;

import vethlab.op.Errno;
import vethlab.sim.Hook;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.socket.TransportInput;

/**
 * Runs the functions registered at a hook, in order of priority: net/netfilter/core.c nf_hook_slow.
 */
public final class Hooks {
  private Hooks() {}

  /** NF_HOOK: the packet meets {@code hook} and goes on at {@code after} if it is let through. */
  public static Stage start(World world, Skb skb, Hook hook, Stage after) {
    if (hook == Hook.PREROUTING && skb.has(Skb.BRIDGE_PREROUTED)) {
      skb.flags &= ~Skb.BRIDGE_PREROUTED;
      return after;
    }
    if (world.netns(skb.netns).netfilter.at(hook).length == 0) {
      return after;
    }
    skb.hook = hook;
    skb.hookAt = 0;
    skb.afterHook = after;
    return Stage.HOOK;
  }

  /** {@link Stage#HOOK}: the next function of the hook. */
  public static Stage next(World world, Skb skb) {
    Netns netns = world.netns(skb.netns);
    HookFunction.Entry[] entries = netns.netfilter.at(skb.hook);
    if (skb.hookAt >= entries.length) {
      return skb.afterHook;
    }
    HookFunction function = entries[skb.hookAt++].function();
    return switch (function.run(world, netns, skb)) {
      case ACCEPT -> skb.hookAt < entries.length ? Stage.HOOK : skb.afterHook;
      case DROP -> dropped(world, skb);
      case STOLEN -> Stage.DONE;
    };
  }

  /** Who sends hears of it where the packet has not left the sending call yet. */
  private static Stage dropped(World world, Skb skb) {
    if (skb.hook == Hook.OUTPUT || skb.hook == Hook.POSTROUTING) {
      TransportInput.refused(world, skb, Errno.EPERM);
    }
    return Stage.DONE;
  }
}
