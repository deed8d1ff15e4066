/**
 * What a kernel answers: immutable pictures of its tables, in the shape the tools print. Start at
 * {@link vethlab.op.Kernel}.
 */
@NullMarked
package vethlab.op.view;

import org.jspecify.annotations.NullMarked;
