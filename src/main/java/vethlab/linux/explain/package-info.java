/**
 * What a netlink library sends, shown: a message's bytes and its attributes by name. Start at
 * {@link vethlab.linux.explain.MessageDecoder}.
 */
package vethlab.linux.explain;
