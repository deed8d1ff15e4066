/**
 * tcpdump 4.99: frames as lines, filters, capture files. Start at {@link
 * vethlab.shell.tcpdump.Tcpdump}. Not modelled: IPv6, most application protocols' own lines.
 */
package vethlab.shell.tcpdump;
