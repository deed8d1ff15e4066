package vethlab.sim.ipv4;

import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Bytes;
import vethlab.wire.Ipv4;
import vethlab.wire.PacketWriter;
import vethlab.wire.RawTransport;

/**
 * Cuts a packet: ip_output.c ip_do_fragment. Not modelled: options that go into the first alone.
 */
public final class Fragment {
  private Fragment() {}

  /** Each piece goes on at {@code next} on its own. */
  public static void cut(World world, Skb skb, int mtu, Stage next) {
    Ipv4 packet = skb.packet;
    int limit = skb.fragMaxSize != 0 ? Math.min(mtu, skb.fragMaxSize) : mtu;
    int room = Math.max(8, limit - packet.headerLength());
    Bytes data = PacketWriter.encodeTransport(packet);
    boolean probing = skb.fragMaxSize != 0 && packet.dontFragment();
    int flags = probing ? Ipv4.DF : 0;
    boolean cutsFragment = packet.moreFragments();
    for (int at = 0; at < data.length(); ) {
      int length = Math.min(room, data.length() - at);
      boolean last = at + length == data.length();
      if (!last) {
        length &= ~7;
      }
      Skb piece = skb.copy();
      piece.stage = next;
      piece.packet =
          new Ipv4(
              packet.tos(),
              packet.id(),
              flags | (last && !cutsFragment ? 0 : Ipv4.MF),
              packet.fragmentOffset() + at,
              packet.ttl(),
              packet.src(),
              packet.dst(),
              packet.options(),
              new RawTransport(packet.protocol(), data.slice(at, at + length)));
      world.push(piece);
      at += length;
    }
  }
}
