/**
 * The open drawing on this machine's kernel: built in a sandbox, its terminals real shells, its
 * frames those that crossed real links. Start at {@link vethlab.app.real.KernelRun}. Knows nothing
 * of the toolkit; what it tells comes on the thread that it is given.
 */
@NullMarked
package vethlab.app.real;

import org.jspecify.annotations.NullMarked;
