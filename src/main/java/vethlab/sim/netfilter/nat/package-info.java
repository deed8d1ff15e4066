/**
 * Network address translation, once for each connection: net/netfilter/nf_nat_core.c,
 * nf_nat_proto.c, nf_nat_masquerade.c, nf_nat_redirect.c. Start at {@link
 * vethlab.sim.netfilter.nat.NatHooks}; what the targets ask for is in {@link
 * vethlab.sim.netfilter.nat.NatTargets}, the search for a free tuple in {@link
 * vethlab.sim.netfilter.nat.NatSetup}.
 *
 * <p>Not modelled: helpers that mangle payloads. Where the kernel takes a port at random, the
 * world's own numbers decide, the same in every run.
 */
package vethlab.sim.netfilter.nat;
