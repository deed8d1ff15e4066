/**
 * Connection tracking: net/netfilter/nf_conntrack_core.c and the trackers of the protocols. Start
 * at {@link vethlab.sim.netfilter.conntrack.ConntrackHooks}.
 *
 * <p>Not modelled: helpers and expectations, labels, security marks, SCTP, DCCP and GRE keys (they
 * are tracked by their addresses alone), events.
 */
package vethlab.sim.netfilter.conntrack;
