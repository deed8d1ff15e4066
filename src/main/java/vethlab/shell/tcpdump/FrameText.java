package vethlab.shell.tcpdump;

import java.util.Locale;
import vethlab.wire.Arp;
import vethlab.wire.Bytes;
import vethlab.wire.EtherType;
import vethlab.wire.Frame;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;

/** A frame as tcpdump prints it, without its time: print-ether.c, print-arp.c, print-stp.c. */
final class FrameText {
  private FrameText() {}

  static String of(Frame frame, Style style) {
    if (!style.linkHeader()) {
      return payload(frame.payload(), style, true);
    }
    boolean tagged = !frame.vlan().isNone();
    int length = frame.length() + (tagged ? 4 : 0);
    StringBuilder text = new StringBuilder();
    text.append(frame.src()).append(" > ").append(frame.dst()).append(", ");
    int type = frame.payload().etherType();
    if (tagged) {
      text.append(type(frame.vlan().protocol())).append(", length ").append(length);
      text.append(": vlan ").append(frame.vlan().id()).append(", p ");
      text.append(frame.vlan().tci() >> 13 & 7).append(", ").append(type(type)).append(", ");
    } else if (type < EtherType.FIRST_TYPE) {
      text.append("802.3, length ").append(length - Frame.HEADER_LENGTH);
      text.append(": LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: ");
    } else {
      text.append(type(type)).append(", length ").append(length).append(": ");
    }
    return text.append(payload(frame.payload(), style, false)).toString();
  }

  /** {@code ethertype IPv4 (0x0800)}. */
  static String type(int type) {
    String name =
        switch (type) {
          case EtherType.IPV4 -> "IPv4";
          case EtherType.ARP -> "ARP";
          case EtherType.IPV6 -> "IPv6";
          case 0x8100 -> "802.1Q";
          case 0x88a8 -> "802.1Q-QinQ";
          default -> "Unknown";
        };
    return "ethertype " + name + String.format(Locale.ROOT, " (0x%04x)", type);
  }

  static String payload(Payload payload, Style style, boolean named) {
    return switch (payload) {
      case Ipv4 packet -> (named ? "IP " : "") + IpText.of(packet, style);
      case Arp arp -> (named ? "ARP, " : "") + arp(arp, style);
      case OtherPayload other -> other(other, named);
    };
  }

  private static String arp(Arp arp, Style style) {
    Names names = style.names();
    String head = style.verbosity() > 0 ? "Ethernet (len 6), IPv4 (len 4), " : "";
    String what =
        switch (arp.op()) {
          case Arp.REQUEST ->
              "Request who-has "
                  + names.of(arp.tpa())
                  + hardware(arp.tha())
                  + " tell "
                  + names.of(arp.spa());
          case Arp.REPLY -> "Reply " + names.of(arp.spa()) + " is-at " + arp.sha();
          default -> "Unknown (" + arp.op() + ")";
        };
    return head + what + ", length " + Arp.LENGTH;
  }

  private static String hardware(Mac mac) {
    return mac.isZero() ? "" : " (" + mac + ")";
  }

  private static String other(OtherPayload other, boolean named) {
    if (other.etherType() < EtherType.FIRST_TYPE) {
      return bpdu(other.data());
    }
    String head = named ? String.format(Locale.ROOT, "ethertype 0x%04x, ", other.etherType()) : "";
    return head + "length " + other.data().length();
  }

  /** Behind the LLC header of three bytes. */
  private static String bpdu(Bytes data) {
    int llc = 3;
    if (data.length() < llc + 4) {
      return "STP, length " + data.length();
    }
    if (data.at(llc + 3) == 0x80) {
      return "STP 802.1d, Topology Change";
    }
    if (data.length() < llc + 35) {
      return "STP 802.1d, truncated";
    }
    String id =
        String.format(
            Locale.ROOT,
            "%04x.%s.%04x",
            two(data, llc + 17),
            mac(data, llc + 19),
            two(data, llc + 25));
    return "STP 802.1d, Config, Flags ["
        + stpFlags(data.at(llc + 4))
        + "], bridge-id "
        + id
        + ", length 35";
  }

  private static String stpFlags(int flags) {
    String text =
        ((flags & 1) != 0 ? ", Topology change" : "")
            + ((flags & 0x80) != 0 ? ", Topology change ACK" : "");
    return text.isEmpty() ? "none" : text.substring(2);
  }

  private static int two(Bytes data, int at) {
    return data.at(at) << 8 | data.at(at + 1);
  }

  private static Mac mac(Bytes data, int at) {
    return Mac.of(
        data.at(at),
        data.at(at + 1),
        data.at(at + 2),
        data.at(at + 3),
        data.at(at + 4),
        data.at(at + 5));
  }
}
