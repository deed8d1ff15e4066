/** Sockets: ping, UDP, TCP, raw, packet: net/ipv4/{ping,udp,tcp*,raw}.c, net/packet. */
package vethlab.sim.socket;
