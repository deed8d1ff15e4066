/** What {@code vethlab test} tells: which labs are meant, and their checks as a table or a file. */
@NullMarked
package vethlab.cli.grading;

import org.jspecify.annotations.NullMarked;
