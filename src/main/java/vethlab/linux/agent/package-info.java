/**
 * A lab's sandbox: a process of ours in network, mount and pid namespaces of its own, in which the
 * lab's kernel objects live and with which they go. {@link vethlab.linux.agent.Sandbox} starts it
 * and talks to it; {@link vethlab.linux.agent.AgentMain} is that process. They exchange the values
 * of {@link vethlab.linux.agent.Talk}.
 */
package vethlab.linux.agent;
