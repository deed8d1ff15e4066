/**
 * iptables, iptables-save, iptables-restore and their kin as commands. Start at {@link
 * vethlab.shell.iptables.Iptables}; the command line is read by {@link vethlab.op.iptables.parse}.
 * Mirrors iptables 1.8.9 (nf_tables) of Debian 12: nft.c, nft-shared.c, xshared.c,
 * xtables-restore.c, xtables-save.c.
 *
 * <p>Not modelled: IPv6 rules (ip6tables has its empty tables and takes policies ACCEPT only),
 * arptables, ebtables, the help of single extensions, host names in listings.
 */
package vethlab.shell.iptables;
