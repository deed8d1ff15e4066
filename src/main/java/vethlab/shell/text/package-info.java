/**
 * The text tools that scripts use between the network commands: cat, grep, sed, awk, sort and their
 * like, with the options people use and the messages of GNU's versions. Start at {@link
 * vethlab.shell.text.TextCommands}, the list of them. They read line by line, so that a pipe from a
 * command that goes on forever works.
 *
 * <p>Not modelled: options beyond those each class names, locales, files that grow ({@code tail
 * -f}).
 */
package vethlab.shell.text;
