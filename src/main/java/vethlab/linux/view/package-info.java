/**
 * A kernel's dumps as the views of {@link vethlab.op.Kernel}: one class for each table, reading
 * netlink messages; sockets are read from /proc/net.
 */
package vethlab.linux.view;
