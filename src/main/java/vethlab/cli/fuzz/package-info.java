/**
 * The random differential test: a script from a seed, run on the kernel and in the simulator; a
 * difference is shrunk to a small script. Start at {@link vethlab.cli.fuzz.ScriptGenerator}.
 */
package vethlab.cli.fuzz;
