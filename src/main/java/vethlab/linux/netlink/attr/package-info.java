/**
 * The attributes of netlink messages, one enum for each space of numbers, named as in the kernel's
 * headers without their prefix. What a message has of them is read with {@link
 * vethlab.linux.netlink.Attributes} and written with {@link vethlab.linux.netlink.MessageBuilder}.
 */
package vethlab.linux.netlink.attr;
