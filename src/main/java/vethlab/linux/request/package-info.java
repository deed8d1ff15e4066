/**
 * From an {@link vethlab.op.Op} to what is asked of a Linux kernel: netlink messages where netlink
 * can do it, and for the rest a namespace to make, a file to write or rules to load. Start at
 * {@link vethlab.linux.request.Requests}. Pure functions; the messages are those of iproute2.
 */
package vethlab.linux.request;
