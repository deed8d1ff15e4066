/**
 * Reads iptables' command line and iptables-save's lines, with iptables' own words for every
 * mistake. Start at {@link vethlab.op.iptables.parse.CommandLine}; each extension ({@code -m NAME},
 * {@code -j NAME}) is a class that declares its options and makes one match or target of them.
 * Mirrors iptables 1.8.9: xshared.c do_parse, libxtables xtoptions.c and the extensions.
 *
 * <p>Not modelled: the extensions named in {@link vethlab.op.iptables.parse.Extensions}, which are
 * refused by name, and names of hosts and networks.
 */
package vethlab.op.iptables.parse;
