/**
 * The tools of iproute2 6.1: {@code ip}, {@code bridge} and {@code tc qdisc}. They read the words
 * people type into {@link vethlab.op.Op}s, hand these to the {@link vethlab.op.Kernel} and print
 * its views as the real tools do, in text and in JSON, with their messages and exit statuses.
 *
 * <p>Start at {@link vethlab.shell.iproute.IpCommand}: it finds the object ({@code link}, {@code
 * addr} …), each of which is a class of its own. {@code Args} and {@code Words} are how all of them
 * read, {@code Printer} how all of them print, {@code Host} what all of them work on.
 *
 * <p>Not modelled: IPv6, tunnels, xfrm, nexthop objects, multicast tables, {@code monitor}, {@code
 * save} and {@code restore}; asking for them says so.
 */
package vethlab.shell.iproute;
