package vethlab.sim.netfilter;

import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;

/** Something that is done to packets at a hook: struct nf_hook_ops. It holds no state. */
@FunctionalInterface
interface HookFunction {
  HookVerdict run(World world, Netns netns, Skb skb);

  /** A function with its place among the others of its hook, the smallest priority first. */
  record Entry(int priority, HookFunction function) {}
}
