package vethlab.sim.netfilter.conntrack;

import vethlab.wire.Icmp;
import vethlab.wire.IcmpEcho;
import vethlab.wire.IcmpOther;
import vethlab.wire.Ipv4;
import vethlab.wire.Protocol;
import vethlab.wire.Tcp;
import vethlab.wire.Transport;
import vethlab.wire.Udp;

/**
 * One direction of a connection: struct nf_conntrack_tuple. Addresses are the bits of an {@link
 * vethlab.wire.Ip4}.
 *
 * @param sourcePart source port; of ICMP the id
 * @param destinationPart destination port; of ICMP type and code
 */
public record Tuple(
    int source, int destination, int sourcePart, int destinationPart, int protocol, int zone) {
  public static final Tuple NONE = new Tuple(0, 0, 0, 0, -1, 0);

  private static final int TIMESTAMP = 13;
  private static final int INFO_REQUEST = 15;
  private static final int ADDRESS = 17;

  /** The tuple of a packet; {@link #NONE} for a further fragment. */
  static Tuple of(Ipv4 packet, int zone) {
    if (packet.fragmentOffset() != 0) {
      return NONE;
    }
    return of(packet.src().bits(), packet.dst().bits(), packet.transport(), zone);
  }

  private static Tuple of(int source, int destination, Transport transport, int zone) {
    return switch (transport) {
      case Tcp t -> new Tuple(source, destination, t.sport(), t.dport(), Protocol.TCP, zone);
      case Udp u -> new Tuple(source, destination, u.sport(), u.dport(), Protocol.UDP, zone);
      case IcmpEcho e -> new Tuple(source, destination, e.id(), e.type() << 8, Protocol.ICMP, zone);
      case IcmpOther o ->
          new Tuple(
              source, destination, o.rest() >>> 16, o.type() << 8 | o.code(), Protocol.ICMP, zone);
      case Icmp i ->
          new Tuple(source, destination, 0, i.type() << 8 | i.code(), Protocol.ICMP, zone);
      default -> new Tuple(source, destination, 0, 0, transport.protocol(), zone);
    };
  }

  /** The tuple of the answers; {@link #NONE} for an ICMP message that has none. */
  public Tuple inverse() {
    if (protocol != Protocol.ICMP) {
      return new Tuple(destination, source, destinationPart, sourcePart, protocol, zone);
    }
    int answer = answer(icmpType());
    return answer < 0
        ? NONE
        : new Tuple(destination, source, sourcePart, answer << 8 | icmpCode(), protocol, zone);
  }

  public int icmpType() {
    return destinationPart >>> 8;
  }

  public int icmpCode() {
    return destinationPart & 0xff;
  }

  /** nf_conntrack_proto_icmp.c invmap. */
  private static int answer(int type) {
    return switch (type) {
      case Icmp.ECHO -> Icmp.ECHO_REPLY;
      case Icmp.ECHO_REPLY -> Icmp.ECHO;
      case TIMESTAMP, INFO_REQUEST, ADDRESS -> type + 1;
      case TIMESTAMP + 1, INFO_REQUEST + 1, ADDRESS + 1 -> type - 1;
      default -> -1;
    };
  }

  /** Whether an ICMP message of this type may begin a connection. */
  boolean mayBegin() {
    return switch (icmpType()) {
      case Icmp.ECHO, TIMESTAMP, INFO_REQUEST, ADDRESS -> true;
      default -> false;
    };
  }

  public boolean hasPorts() {
    return protocol == Protocol.TCP || protocol == Protocol.UDP;
  }

  public Tuple withSource(int address) {
    return new Tuple(address, destination, sourcePart, destinationPart, protocol, zone);
  }

  public Tuple withDestination(int address) {
    return new Tuple(source, address, sourcePart, destinationPart, protocol, zone);
  }

  public Tuple withSourcePart(int part) {
    return new Tuple(source, destination, part, destinationPart, protocol, zone);
  }

  public Tuple withDestinationPart(int part) {
    return new Tuple(source, destination, sourcePart, part, protocol, zone);
  }

  Tuple withZone(int zone) {
    return new Tuple(source, destination, sourcePart, destinationPart, protocol, zone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tuple t
        && source == t.source
        && destination == t.destination
        && sourcePart == t.sourcePart
        && destinationPart == t.destinationPart
        && protocol == t.protocol
        && zone == t.zone;
  }

  @Override
  public int hashCode() {
    int hash = source * 0x9E3779B1 ^ destination * 0x85EBCA6B;
    hash ^= (sourcePart << 16 | destinationPart) * 0xC2B2AE35;
    hash ^= protocol * 0x27D4EB2F + zone;
    return hash ^ hash >>> 15;
  }
}
