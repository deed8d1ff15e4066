package vethlab.sim.ipv4;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.sim.Skb;
import vethlab.wire.Bytes;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.RawTransport;

/** Fragments that wait for the rest of their packet: ip_fragment.c struct ipq. */
final class Fragments {
  /** Whose they are: enum ip_defrag_users; the same packet may be put together more than once. */
  record Key(Ip4 src, Ip4 dst, int id, int protocol, DefragUser user, int dev) {}

  private Map<Key, Queue> queues = Map.of();
  private long births;

  Fragments copy() {
    Fragments copy = new Fragments();
    copy.queues = births == 0 ? queues : new LinkedHashMap<>();
    for (Map.Entry<Key, Queue> each : queues.entrySet()) {
      copy.queues.put(each.getKey(), each.getValue().copy());
    }
    copy.births = births;
    return copy;
  }

  boolean has(Key key) {
    return queues.containsKey(key);
  }

  Queue queue(Key key) {
    if (births == 0) {
      queues = new LinkedHashMap<>();
    }
    return queues.computeIfAbsent(key, k -> new Queue(++births));
  }

  void remove(Key key) {
    if (!queues.isEmpty()) {
      queues.remove(key);
    }
  }

  /** One packet's fragments, sorted by offset and without overlap. */
  static final class Queue {
    /** Tells a queue from a later one with the same key. */
    final long birth;

    private List<Ipv4> pieces = new ArrayList<>();
    private int total = -1;
    private int largest;
    private int largestWithDf;

    /** The first fragment as it came in, once it has: who is told when the rest does not come. */
    private List<Skb> first = new ArrayList<>(1);

    Queue(long birth) {
      this.birth = birth;
    }

    Queue copy() {
      Queue copy = new Queue(birth);
      copy.pieces = new ArrayList<>(pieces);
      copy.total = total;
      copy.largest = largest;
      copy.largestWithDf = largestWithDf;
      for (Skb skb : first) {
        copy.first.add(skb.copy());
      }
      return copy;
    }

    /** What became of a fragment. */
    enum Added {
      FINE,
      DUPLICATE,
      /** It contradicts the others: all are thrown away. */
      OVERLAP
    }

    Added add(Skb skb) {
      Ipv4 piece = skb.packet;
      int start = piece.fragmentOffset();
      int end = start + piece.transport().length();
      if (!piece.moreFragments()) {
        if (total >= 0 && total != end || !pieces.isEmpty() && end < endOf(pieces.getLast())) {
          return Added.OVERLAP;
        }
        total = end;
      } else if (total >= 0 && end > total) {
        return Added.OVERLAP;
      }
      int at = 0;
      while (at < pieces.size() && pieces.get(at).fragmentOffset() < start) {
        at++;
      }
      if (at < pieces.size()
          && pieces.get(at).fragmentOffset() == start
          && endOf(pieces.get(at)) == end) {
        return Added.DUPLICATE;
      }
      boolean overlaps =
          at > 0 && endOf(pieces.get(at - 1)) > start
              || at < pieces.size() && pieces.get(at).fragmentOffset() < end;
      if (overlaps) {
        return Added.OVERLAP;
      }
      pieces.add(at, piece);
      if (start == 0) {
        first.clear();
        first.add(skb.copy());
      }
      largest = Math.max(largest, piece.totalLength());
      if (piece.dontFragment()) {
        largestWithDf = Math.max(largestWithDf, piece.totalLength());
      }
      return Added.FINE;
    }

    private static int endOf(Ipv4 piece) {
      return piece.fragmentOffset() + piece.transport().length();
    }

    boolean isWhole() {
      int reached = 0;
      for (Ipv4 piece : pieces) {
        if (piece.fragmentOffset() != reached) {
          return false;
        }
        reached = endOf(piece);
      }
      return reached == total;
    }

    int total() {
      return total;
    }

    int largest() {
      return largest;
    }

    /** The largest fragment had DF: the path's MTU was being probed. */
    boolean hadDf() {
      return largestWithDf == largest;
    }

    Ipv4 head() {
      return pieces.getFirst();
    }

    List<Skb> first() {
      return first;
    }

    Bytes joined() {
      byte[] all = new byte[total];
      for (Ipv4 piece : pieces) {
        if (piece.transport() instanceof RawTransport raw) {
          raw.data().copyTo(all, piece.fragmentOffset());
        }
      }
      return Bytes.wrap(all);
    }
  }
}
