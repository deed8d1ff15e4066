/** Hooks, tables, connection tracking, NAT: net/netfilter, net/ipv4/netfilter. */
package vethlab.sim.netfilter;
