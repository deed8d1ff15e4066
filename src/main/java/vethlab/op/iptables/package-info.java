/**
 * iptables' rules as values: what iptables-save prints and iptables-restore reads. Start at {@link
 * vethlab.op.iptables.IptRule}.
 */
@NullMarked
package vethlab.op.iptables;

import org.jspecify.annotations.NullMarked;
