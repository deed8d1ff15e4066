/**
 * What a program in Go calls for each {@link vethlab.op.Op} on the libraries
 * github.com/vishvananda/netlink and netns, and a whole program of such calls. Start at {@link
 * vethlab.linux.golang.GoCalls}. What the libraries have no call for (sysctls, iptables, some
 * settings of bridges) is done by the helpers of the program.
 */
@NullMarked
package vethlab.linux.golang;

import org.jspecify.annotations.NullMarked;
