/**
 * The vocabulary: every change to a network is one {@link vethlab.op.Op}; {@link vethlab.op.Kernel}
 * is the port that takes them and answers questions. The canvas, the commands and the lab file
 * speak it; the simulated and the real kernel understand it. Start at {@link vethlab.op.Op}.
 */
@NullMarked
package vethlab.op;

import org.jspecify.annotations.NullMarked;
