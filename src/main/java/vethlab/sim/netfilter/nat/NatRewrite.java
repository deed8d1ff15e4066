package vethlab.sim.netfilter.nat;

import vethlab.sim.netfilter.conntrack.Tuple;
import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/** Gives a packet the addresses and ports of a tuple: nf_nat_proto.c nf_nat_ipv4_manip_pkt. */
final class NatRewrite {
  private NatRewrite() {}

  static Ipv4 rewrite(Ipv4 packet, Tuple to, Manip manip) {
    Transport transport =
        packet.fragmentOffset() != 0
            ? packet.transport()
            : transport(packet.transport(), to, manip);
    Ipv4 changed = transport == packet.transport() ? packet : packet.withTransport(transport);
    return manip == Manip.SOURCE
        ? changed.withSrc(new Ip4(to.source()))
        : changed.withDst(new Ip4(to.destination()));
  }

  private static Transport transport(Transport transport, Tuple to, Manip manip) {
    return switch (transport) {
      case Tcp tcp when manip == Manip.SOURCE ->
          tcp.sport() == to.sourcePart() ? tcp : tcp.withSport(to.sourcePart());
      case Tcp tcp ->
          tcp.dport() == to.destinationPart() ? tcp : tcp.withDport(to.destinationPart());
      case Udp udp when manip == Manip.SOURCE ->
          udp.sport() == to.sourcePart() ? udp : udp.withSport(to.sourcePart());
      case Udp udp ->
          udp.dport() == to.destinationPart() ? udp : udp.withDport(to.destinationPart());
      case IcmpEcho echo -> echo.id() == to.sourcePart() ? echo : echo.withId(to.sourcePart());
      case IcmpOther other when hasId(other) ->
          new IcmpOther(
              other.type(),
              other.code(),
              to.sourcePart() << 16 | other.rest() & 0xffff,
              other.data());
      default -> transport;
    };
  }

  private static boolean hasId(Icmp icmp) {
    return icmp.type() >= 13 && icmp.type() <= 18;
  }
}
