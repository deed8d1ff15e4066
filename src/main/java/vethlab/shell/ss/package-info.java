/**
 * ss of iproute2 6.1: sockets in columns. Start at {@link vethlab.shell.ss.Ss}. Not modelled: Unix,
 * netlink and IPv6 sockets, and what the kernel knows beyond a {@code SocketView} (-e, -m, -i).
 */
package vethlab.shell.ss;
