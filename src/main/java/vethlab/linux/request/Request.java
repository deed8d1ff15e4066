package vethlab.linux.request;

import vethlab.linux.netlink.Message;
import vethlab.op.ConntrackFilter;
import vethlab.op.Ns;
import vethlab.op.Op;

/** One thing to ask of a Linux kernel. */
public sealed interface Request {
  /** A message to a namespace's rtnetlink. */
  record Rtnetlink(Ns ns, Message message) implements Request {}

  /** A message to a namespace's netfilter. */
  record Netfilter(Ns ns, Message message) implements Request {}

  record MakeNamespace(String name) implements Request {}

  record DropNamespace(String name) implements Request {}

  /** A value to write under /proc/sys, by a thread inside the namespace. */
  record WriteSysctl(Ns ns, String key, String value) implements Request {}

  /** Connections to find and delete. */
  record DeleteConnections(Ns ns, ConntrackFilter filter) implements Request {}

  /** A change of rules, for the iptables tools. */
  record ChangeRules(Op.Iptables op) implements Request {}

  /** Whole tables, for iptables-restore. */
  record RestoreRules(Op.IptRestore op) implements Request {}
}
