/** Neighbours and ARP: net/core/neighbour.c, net/ipv4/arp.c. */
package vethlab.sim.neigh;
