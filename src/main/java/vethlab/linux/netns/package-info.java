/**
 * Network namespaces: made and entered only on a thread that exists for it ({@link
 * vethlab.linux.netns.NetnsThread}), known by name as {@code ip netns} knows them ({@link
 * vethlab.linux.netns.Namespaces}).
 */
package vethlab.linux.netns;
