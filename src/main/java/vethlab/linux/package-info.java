/**
 * The real kernel behind {@link vethlab.op.Kernel}: rtnetlink, namespaces, captures. The only room
 * that calls C. {@code netlink} is the codec, {@code request} turns operations into messages,
 * {@code explain} shows them.
 */
package vethlab.linux;
