/**
 * The simulated machine's processes and its shell: what people paste runs against the simulated
 * kernel in virtual time.
 *
 * <p>To write a command, implement {@link vethlab.shell.Instant} (it does its work at once) or
 * {@link vethlab.shell.Program} (it waits: ping, tcpdump, nc) and add it to a {@link
 * vethlab.shell.CommandTable} from {@link vethlab.shell.StandardCommands}. To read how a script
 * runs, start at {@code Session}: the processes of one terminal, their pipes and files; the
 * language itself is {@code vethlab.shell.lang}, the text tools are {@code vethlab.shell.text}.
 *
 * <p>There are no threads and no recursion that waits: all state can be copied at any moment, which
 * is how the timeline goes back. A command that is not modelled is "command not found", an option
 * that is not modelled is refused in the tool's own words.
 */
package vethlab.shell;
