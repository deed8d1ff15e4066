/**
 * The calls on C that the kernel's door needs, through JNA. Start at {@link
 * vethlab.linux.libc.Libc}.
 */
package vethlab.linux.libc;
