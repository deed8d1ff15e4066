/**
 * Netlink sockets: requests, batches, dumps. Start at {@link vethlab.linux.socket.NetlinkSocket}.
 */
package vethlab.linux.socket;
