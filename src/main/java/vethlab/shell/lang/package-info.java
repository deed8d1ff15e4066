/**
 * The language of bash: {@link vethlab.shell.lang.Lexer} and {@link vethlab.shell.lang.Parser} make
 * a tree of {@link vethlab.shell.lang.Node} of a script, {@link vethlab.shell.lang.Compiler} makes
 * instructions of it, and {@link vethlab.shell.lang.Shell} carries them out: a machine with a stack
 * of its own, so that it can stop anywhere and be copied. Start reading at {@code Shell}.
 *
 * <p>Not modelled: history and line editing, aliases, coprocesses, {@code shopt} but for what its
 * defaults are, programmable completion, extended patterns ({@code +(…)}).
 */
package vethlab.shell.lang;
