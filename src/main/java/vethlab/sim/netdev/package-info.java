/**
 * Links: what they are made of, how they come up and go down, the pairs of veth, loopback. Mirrors net/core/dev.c, drivers/net/veth.c, drivers/net/loopback.c. Start at {@link vethlab.sim.netdev.NetDevice}.
 */
package vethlab.sim.netdev;
