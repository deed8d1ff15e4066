/**
 * {@code sysctl} of procps 4.0.2. {@link vethlab.shell.sysctl.Sysctl} reads the command line,
 * {@link vethlab.shell.sysctl.Setting} a line of a file, {@link vethlab.shell.sysctl.Key} a key.
 *
 * <p>Not modelled: keys the kernel port does not have.
 */
package vethlab.shell.sysctl;
