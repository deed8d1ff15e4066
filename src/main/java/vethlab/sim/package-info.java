/**
 * The simulated kernel, in memory and deterministic: virtual time, one queue ordered by (time,
 * sequence), state that can be copied whole. Start at {@link vethlab.sim.PacketWay} (the way of a
 * packet, in the kernel's order) and {@link vethlab.sim.World} (the whole state).
 *
 * <p>Rooms: netdev (links), bridge, neigh (and ARP), fib, ipv4 (and ICMP), netfilter, socket,
 * trace. Not modelled: IPv6, queueing disciplines but netem, more than one CPU.
 */
package vethlab.sim;
