package vethlab.sim.socket;

import vethlab.op.Errno;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;

/**
 * Something went wrong with a packet that this socket sent: struct sock_extended_err.
 *
 * @param errno what it means to a program
 * @param from who says so: a router's address, or this machine's own
 * @param type ICMP type and code; -1 when this machine found out itself before sending
 * @param info next-hop MTU where the code has one
 * @param original the packet it is about, as quoted
 */
public record SocketError(Errno errno, Ip4 from, int type, int code, int info, Ipv4 original) {
  public static final int LOCAL = -1;

  public boolean isLocal() {
    return type == LOCAL;
  }
}
