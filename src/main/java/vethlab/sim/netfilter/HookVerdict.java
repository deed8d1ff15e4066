package vethlab.sim.netfilter;

/** What a hook's function says: NF_ACCEPT, NF_DROP, NF_STOLEN. */
public enum HookVerdict {
  ACCEPT,
  DROP,
  /** Somebody keeps the packet or has dealt with it. */
  STOLEN
}
