package vethlab.op;

import vethlab.wire.Mac;

/** One thing that {@code ip link set} changes, or that {@code ip link add} makes a link with. */
public sealed interface LinkChange {
  record Up() implements LinkChange {}

  record Down() implements LinkChange {}

  record Mtu(int bytes) implements LinkChange {}

  record Address(Mac mac) implements LinkChange {}

  record Broadcast(Mac mac) implements LinkChange {}

  record Rename(String name) implements LinkChange {}

  record MoveTo(Ns ns) implements LinkChange {}

  record Master(String link) implements LinkChange {}

  record NoMaster() implements LinkChange {}

  record Arp(boolean on) implements LinkChange {}

  record Multicast(boolean on) implements LinkChange {}

  record AllMulticast(boolean on) implements LinkChange {}

  record Promisc(boolean on) implements LinkChange {}

  record Carrier(boolean on) implements LinkChange {}

  record TxQueueLength(int packets) implements LinkChange {}

  record Queues(int transmit, int receive) implements LinkChange {}

  record Alias(String text) implements LinkChange {}

  record Group(int group) implements LinkChange {}

  record Index(int ifindex) implements LinkChange {}

  record AddrGenMode(String mode) implements LinkChange {}

  record BridgeSetting(BridgeAttr attr, long value) implements LinkChange {}

  record PortSetting(PortAttr attr, long value) implements LinkChange {}

  /** Gives what only its kind has anew: the mode of a macvlan or an ipvlan. */
  record OfKind(LinkKind kind) implements LinkChange {}

  /** Forgets what a bridge, or a bridge at this port, has learnt. */
  record FlushFdb(boolean ofPort) implements LinkChange {}
}
