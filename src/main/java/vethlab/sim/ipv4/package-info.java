/** IPv4 and ICMP: net/ipv4/ip_*.c, icmp.c, devinet.c. */
package vethlab.sim.ipv4;
