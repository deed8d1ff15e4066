package vethlab.sim.socket;

import vethlab.wire.Ipv4;

/**
 * A packet that has arrived at a socket.
 *
 * @param at virtual time in nanoseconds
 * @param dev NetDevice id it came in by
 */
public record Received(Ipv4 packet, long at, int dev) {}
