package vethlab.verdicts;

import java.util.List;
import java.util.function.Function;
import vethlab.op.Ns;
import vethlab.sim.Carried;
import vethlab.sim.FrameTap;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Arp;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;
import vethlab.wire.RawTransport;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;
import vethlab.wire.Transport;

/**
 * Frames that no ordinary program sends, put on the link to h2 (10.0.0.2) as if h1 (10.0.0.1) had
 * sent them, a second after a script began.
 *
 * @param name what is wrong with them
 * @param setup commands after the link stands
 * @param source the address that sends them
 * @param frames made from the last TCP segment that h2 has sent, where one is needed
 */
record Crafted(String name, String setup, Mac source, Function<Tcp, List<Payload>> frames) {
  private static final String LINK =
      """
      for i in 1 2; do ip netns add h$i; done
      ip link add eth0 netns h1 type veth peer name eth0 netns h2
      for i in 1 2; do
        ip -n h$i addr add 10.0.0.$i/24 dev eth0
        ip -n h$i link set eth0 up
      done
      """;
  private static final String LISTEN = "(sleep 9 | ip netns exec h2 nc -l -p 80 | sleep 9) &\n";
  private static final String CONNECT =
      LISTEN + "sleep 0.1\n(sleep 9 | ip netns exec h1 nc -p 4000 10.0.0.2 80) &\n";
  private static final String HALF_OPEN =
      LISTEN
          + "ip netns exec h1 iptables -A INPUT -p tcp -j DROP\n"
          + "(sleep 9 | ip netns exec h1 nc -p 4000 10.0.0.2 80) &\n";
  private static final String CALL =
      "ip netns exec h1 iptables -A INPUT -p tcp -j DROP\n"
          + "(sleep 9 | ip netns exec h2 nc -p 80 10.0.0.1 4000) &\n";
  private static final String FULL =
      LISTEN + "sleep 0.1\n(ip netns exec h1 nc -p 4000 10.0.0.2 80 </dev/zero) &\n";
  private static final String BRIDGE =
      """
      ip -n h2 link add br0 type bridge
      ip -n h2 link set br0 up
      ip -n h2 link set eth0 master br0
      """;
  private static final Mac STRANGER = Mac.parse("02:00:00:00:99:99");
  private static final Ip4 H1 = Ip4.parse("10.0.0.1");
  private static final Ip4 H2 = Ip4.parse("10.0.0.2");
  private static final Bytes DATA = Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

  static final List<Crafted> ALL =
      List.of(
          alone("an ARP operation nobody knows", new Arp(9, STRANGER, H1, Mac.ZERO, H2)),
          new Crafted(
              "a source address that is a group's",
              BRIDGE,
              Mac.BROADCAST,
              last -> List.of(new OtherPayload(0x9999, DATA))),
          alone("a frame of an unknown type", new OtherPayload(0x9999, DATA)),
          new Crafted(
              "a frame for a device gone down meanwhile",
              "ip -n h2 link set eth0 down\n",
              STRANGER,
              last -> List.of(new OtherPayload(0x9999, DATA))),
          packet("a transport nobody handles", H1, H2, new RawTransport(200, DATA)),
          packet("an ICMP type nobody handles", H1, H2, new IcmpOther(42, 0, 0, DATA)),
          packet(
              "an echo reply to everybody",
              H1,
              Ip4.parse("10.0.0.255"),
              new IcmpEcho(false, 1, 1, DATA)),
          packet(
              "a source nobody can have", Ip4.parse("224.0.0.9"), H2, new RawTransport(200, DATA)),
          packet(
              "a group nobody here listens to",
              H1,
              Ip4.parse("239.1.2.3"),
              new RawTransport(200, DATA)),
          fragments("fragments that overlap", fragment(0, 16), fragment(8, 16)),
          fragments(
              "fragments that are too much together", fragment(65_528, 16), fragment(0, 65_528)),
          tcp("an ACK to a listener", LISTEN, last -> segment(5, 6, Tcp.ACK)),
          tcp("a reset to a listener", LISTEN, last -> segment(5, 0, Tcp.RST)),
          tcp("neither SYN nor ACK to a listener", LISTEN, last -> segment(5, 0, Tcp.FIN)),
          tcp(
              "an ACK of what was not sent",
              CONNECT,
              last -> segment(last.ack(), last.seq() + 999, Tcp.ACK)),
          tcp("a segment without ACK", CONNECT, last -> segment(last.ack(), 0, Tcp.PSH)),
          tcp(
              "a reset beside the expected number",
              CONNECT,
              last -> segment(last.ack() + 7, 0, Tcp.RST)),
          tcp(
              "a SYN|ACK that answers nothing",
              CALL,
              last -> segment(77, last.seq() + 9, Tcp.SYN | Tcp.ACK)),
          tcp("an answer to a SYN without SYN", CALL, last -> segment(77, last.seq() + 1, Tcp.ACK)),
          tcp("a reset without ACK to a SYN", CALL, last -> segment(77, 0, Tcp.RST)),
          tcp(
              "an ACK that does not fit a SYN|ACK",
              HALF_OPEN,
              last -> segment(last.ack(), last.seq() + 9, Tcp.ACK)),
          tcp("data for a closed window", FULL, last -> data(last.ack(), last.seq())));

  private static Crafted alone(String name, Payload payload) {
    return new Crafted(name, "", STRANGER, last -> List.of(payload));
  }

  private static Crafted packet(String name, Ip4 src, Ip4 dst, Transport transport) {
    return alone(name, Ipv4.of(src, dst, 64, transport));
  }

  private static Crafted fragments(String name, Ipv4 one, Ipv4 other) {
    return new Crafted(name, "", STRANGER, last -> List.of(one, other));
  }

  private static Ipv4 fragment(int offset, int length) {
    return Ipv4.of(H1, H2, 64, new RawTransport(17, Bytes.of(new byte[length])))
        .withFlags(offset == 0 || length == 16 && offset < 100 ? Ipv4.MF : 0)
        .withFragmentOffset(offset);
  }

  private static Crafted tcp(String name, String setup, Function<Tcp, Tcp> segment) {
    return new Crafted(
        name, setup, STRANGER, last -> List.of(Ipv4.of(H1, H2, 64, segment.apply(last))));
  }

  private static Tcp segment(int seq, int ack, int flags) {
    return new Tcp(4000, 80, seq, ack, flags, 500, TcpOptions.NONE, Bytes.EMPTY);
  }

  private static Tcp data(int seq, int ack) {
    return new Tcp(4000, 80, seq, ack, Tcp.ACK, 500, TcpOptions.NONE, DATA);
  }

  String script() {
    return LINK + setup + "sleep 3\n";
  }

  /** Puts the frames on the link. */
  void inject(World world, Tcp last) {
    NetDevice dev = world.device(world.netns(new Ns("h2")).orElseThrow(), "eth0").orElseThrow();
    for (Payload payload : frames.apply(last)) {
      boolean everybody = payload instanceof Ipv4 p && p.dst().toString().endsWith(".255");
      Frame frame = Frame.of(everybody ? Mac.BROADCAST : dev.mac, source, payload);
      world.deliver(dev.id, frame, Carried.NOTHING);
    }
  }

  /** Remembers the last TCP segment that h2 has sent. */
  static final class Listener implements FrameTap {
    private Tcp last = segment(0, 0, 0);

    @Override
    public void frame(World world, int dev, Direction direction, Frame frame) {
      boolean fromH2 =
          direction == Direction.OUT
              && world.netns(world.device(dev).netns).ns.toString().equals("h2");
      if (fromH2 && frame.payload() instanceof Ipv4 p && p.transport() instanceof Tcp tcp) {
        last = tcp;
      }
    }

    Tcp last() {
      return last;
    }
  }
}
