package vethlab.sim.neigh;

import java.util.ArrayDeque;
import vethlab.op.NudState;
import vethlab.sim.Skb;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** What is known of one neighbour: struct neighbour. Times are virtual nanoseconds. */
final class Neighbour {
  final Ip4 ip;

  /** NetDevice id. */
  final int dev;

  Mac mac = Mac.ZERO;
  NudState state = NudState.NONE;
  int probes;

  /** When it was last used by the slow path, last known to answer, last changed. */
  long used;

  long confirmed;
  long updated;

  /** Numbers the timer that is meant; one that was set before means nothing any more. */
  long timer;

  /** The cached header (hh) is made: connected output no longer counts as use. */
  boolean headerReady;

  /** Packets that wait for the address, oldest first. */
  ArrayDeque<Skb> queue = new ArrayDeque<>(0);

  long queueBytes;

  Neighbour(Ip4 ip, int dev) {
    this.ip = ip;
    this.dev = dev;
  }

  Neighbour copy() {
    Neighbour copy = new Neighbour(ip, dev);
    copy.mac = mac;
    copy.state = state;
    copy.probes = probes;
    copy.used = used;
    copy.confirmed = confirmed;
    copy.updated = updated;
    copy.timer = timer;
    copy.headerReady = headerReady;
    copy.queue = new ArrayDeque<>(queue.size());
    for (Skb skb : queue) {
      copy.queue.add(skb.copy());
    }
    copy.queueBytes = queueBytes;
    return copy;
  }

  /** A timer is running: NUD_IN_TIMER. */
  boolean isTimed() {
    return switch (state) {
      case INCOMPLETE, REACHABLE, DELAY, PROBE -> true;
      default -> false;
    };
  }
}
