/**
 * Netlink messages as bytes: written by {@link vethlab.linux.netlink.MessageBuilder}, read with
 * {@link vethlab.linux.netlink.Reply} and {@link vethlab.linux.netlink.Attributes}. Pure Java: no
 * kernel is asked here, so all of it is tested without one. Sockets are in {@code
 * vethlab.linux.socket}.
 */
package vethlab.linux.netlink;
