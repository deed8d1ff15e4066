/**
 * Rules through the iptables tools, one process for each namespace and change. Start at {@link
 * vethlab.linux.iptables.IptablesTools}.
 */
package vethlab.linux.iptables;
