/**
 * The commands around the network ones that scripts rely on: those that run another command (sudo,
 * env, timeout, xargs), files and directories (ls, mkdir, mktemp), time (sleep, date), the machine
 * (hostname, uname, ps) and the package managers, which say that everything is there. Start at
 * {@link vethlab.shell.system.SystemCommands}, the list of them.
 *
 * <p>Not modelled: users but root, permissions but executable, symbolic links, other packages than
 * those whose commands exist here.
 */
package vethlab.shell.system;
