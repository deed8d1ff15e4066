/**
 * The command line: one class a verb, listed in {@link vethlab.cli.VethlabCommand}. Start at {@link
 * vethlab.cli.Main}. Data goes to stdout, progress and messages to stderr; {@link
 * vethlab.cli.ExitCodes} says how a verb ends.
 */
@NullMarked
package vethlab.cli;

import org.jspecify.annotations.NullMarked;
