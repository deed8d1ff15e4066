/**
 * The older tools: {@code ifconfig}, {@code route}, {@code arp} and {@code netstat} of net-tools
 * 2.10 and {@code brctl} of bridge-utils 1.7.1. Where a tool asks the kernel by ioctl, the class
 * does what that ioctl does, as {@link vethlab.op.Op}s.
 *
 * <p>Not modelled: families other than IPv4, names from DNS (only /etc/hosts is asked), {@code
 * netstat -s}, {@code -g} and {@code -M}.
 */
package vethlab.shell.nettools;
