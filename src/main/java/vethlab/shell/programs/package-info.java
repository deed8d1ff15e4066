/**
 * Programs that send and wait: ping, arping, traceroute, nc, tcpdump, as Debian 12 has them. Each
 * is a small state machine over sockets of {@code vethlab.sim.socket}. Start at {@link
 * vethlab.shell.programs.Ping}.
 */
package vethlab.shell.programs;
