package vethlab.shell.tcpdump;

import java.util.LinkedHashMap;
import java.util.Map;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;

/** The first sequence numbers of TCP connections, so that later ones can be shown relative. */
final class Conversations {
  private record Key(Ip4 one, int onePort, Ip4 other, int otherPort) {}

  private record Base(int seq, int ack) {}

  /** What is to be shown. */
  record Shown(int seq, int ack) {}

  private final Map<Key, Base> bases = new LinkedHashMap<>();

  Conversations copy() {
    Conversations copy = new Conversations();
    copy.bases.putAll(bases);
    return copy;
  }

  /** print-tcp.c: the first segment with ACK is shown as it is and remembered. */
  Shown shown(Ipv4 packet, Tcp tcp) {
    if (!tcp.isAck()) {
      return new Shown(tcp.seq(), tcp.ack());
    }
    Key key = new Key(packet.src(), tcp.sport(), packet.dst(), tcp.dport());
    Key back = new Key(packet.dst(), tcp.dport(), packet.src(), tcp.sport());
    boolean reverse = !bases.containsKey(key) && bases.containsKey(back);
    Base base = bases.get(reverse ? back : key);
    if (base == null || tcp.isSyn()) {
      bases.put(
          reverse ? back : key,
          reverse ? new Base(tcp.ack() - 1, tcp.seq()) : new Base(tcp.seq(), tcp.ack() - 1));
      return new Shown(tcp.seq(), tcp.ack());
    }
    return reverse
        ? new Shown(tcp.seq() - base.ack(), tcp.ack() - base.seq())
        : new Shown(tcp.seq() - base.seq(), tcp.ack() - base.ack());
  }
}
