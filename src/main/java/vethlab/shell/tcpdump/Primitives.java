package vethlab.shell.tcpdump;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import vethlab.wire.Arp;
import vethlab.wire.Bytes;
import vethlab.wire.EtherType;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;
import vethlab.wire.PacketWriter;
import vethlab.wire.Prefix;
import vethlab.wire.Protocol;

/** What a filter can ask of a frame: pcap-filter(7)'s primitives. */
final class Primitives {
  /** Which end a primitive speaks of. */
  enum End {
    SRC,
    DST,
    EITHER,
    BOTH
  }

  private Primitives() {}

  static Filter etherType(int type) {
    return c -> c.frame().payload().etherType() == type;
  }

  static Filter ipProtocol(int protocol) {
    return c -> c.frame().payload() instanceof Ipv4 packet && packet.protocol() == protocol;
  }

  /** The name of a protocol, where it is one. */
  static Filter protocol(String word) {
    return switch (word) {
      case "ip" -> etherType(EtherType.IPV4);
      case "arp" -> etherType(EtherType.ARP);
      case "rarp" -> etherType(0x8035);
      case "ip6" -> etherType(EtherType.IPV6);
      case "icmp" -> ipProtocol(Protocol.ICMP);
      case "igmp" -> ipProtocol(Protocol.IGMP);
      case "tcp" -> ipProtocol(Protocol.TCP);
      case "udp" -> ipProtocol(Protocol.UDP);
      case "sctp" -> ipProtocol(132);
      case "stp" -> c -> c.frame().payload().etherType() < EtherType.FIRST_TYPE;
      default -> c -> false;
    };
  }

  private static Filter ends(End end, Predicate<Captured> source, Predicate<Captured> target) {
    return switch (end) {
      case SRC -> source::test;
      case DST -> target::test;
      case EITHER -> c -> source.test(c) || target.test(c);
      case BOTH -> c -> source.test(c) && target.test(c);
    };
  }

  /** IPv4 and ARP addresses. */
  static Filter net(End end, Prefix prefix) {
    return ends(
        end,
        c -> prefix.length() == 0 || source(c) != null && prefix.contains(source(c)),
        c -> prefix.length() == 0 || target(c) != null && prefix.contains(target(c)));
  }

  private static Ip4 source(Captured c) {
    return switch (c.frame().payload()) {
      case Ipv4 packet -> packet.src();
      case Arp arp -> arp.spa();
      default -> null;
    };
  }

  private static Ip4 target(Captured c) {
    return switch (c.frame().payload()) {
      case Ipv4 packet -> packet.dst();
      case Arp arp -> arp.tpa();
      default -> null;
    };
  }

  static Filter mac(End end, Mac mac) {
    return ends(end, c -> c.frame().src().equals(mac), c -> c.frame().dst().equals(mac));
  }

  /** TCP's, UDP's and SCTP's ports; later fragments have none. */
  static Filter port(End end, IntPredicate wanted) {
    return ends(end, c -> wanted.test(port(c, 0)), c -> wanted.test(port(c, 2)));
  }

  private static int port(Captured c, int at) {
    if (!(c.frame().payload() instanceof Ipv4 packet) || packet.fragmentOffset() != 0) {
      return -1;
    }
    int protocol = packet.protocol();
    boolean hasPorts = protocol == Protocol.TCP || protocol == Protocol.UDP || protocol == 132;
    Bytes bytes = hasPorts ? PacketWriter.encodeTransport(packet) : Bytes.EMPTY;
    return bytes.length() < 4 ? -1 : bytes.at(at) << 8 | bytes.at(at + 1);
  }

  static Filter broadcast() {
    return c -> c.frame().dst().isBroadcast();
  }

  static Filter multicast() {
    return c -> c.frame().dst().isMulticast();
  }

  static Filter vlan(int id) {
    return c -> !c.frame().vlan().isNone() && (id < 0 || c.frame().vlan().id() == id);
  }

  static Filter length(IntPredicate wanted) {
    return c -> wanted.test(c.length());
  }
}
