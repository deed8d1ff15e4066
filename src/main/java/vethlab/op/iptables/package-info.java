/**
 * iptables' rules as values: what iptables-save prints and iptables-restore reads. Start at {@link
 * vethlab.op.iptables.IptRule}.
 */
package vethlab.op.iptables;
