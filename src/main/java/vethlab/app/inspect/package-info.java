/**
 * What the inspector and the tables show, as values without controls. Start at {@link
 * vethlab.app.inspect.Sheets}. What can be changed is changed by a command, so the kernel itself
 * says what is wrong with it.
 */
package vethlab.app.inspect;
