package vethlab.lab.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A frame as a line; values that vary from run to run get names by first appearance. */
final class FrameWords {
  private static final String ZERO = "00:00:00:00:00:00";
  private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
  private static final int EPHEMERAL = 32768;

  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, Map<String, Integer>> symbols = new LinkedHashMap<>();

  /**
   * @param addresses interface names with their Ethernet addresses, empty where they have none
   */
  FrameWords(Map<String, String> addresses) {
    addresses.forEach((name, mac) -> {
      if (!mac.isEmpty()) {
        names.putIfAbsent(mac, name);
      }
    });
  }

  String of(byte[] bytes) {
    RawFrame frame = new RawFrame(bytes);
    int at = 12;
    int type = frame.u16(at);
    StringBuilder tags = new StringBuilder();
    while ((type == 0x8100 || type == 0x88a8) && frame.length() >= at + 6) {
      tags.append(type == 0x8100 ? " vlan " : " service-vlan ").append(frame.u16(at + 2) & 0xfff);
      at += 4;
      type = frame.u16(at);
    }
    String head = mac(frame, 6) + " > " + mac(frame, 0) + tags + " ";
    int body = at + 2;
    if (type == 0x0806 && frame.length() - body >= 28) {
      return head + arp(frame, body);
    }
    if (type == 0x0800) {
      return head + packet(frame, body, false);
    }
    return head + String.format("ethertype 0x%04x", type);
  }

  private String arp(RawFrame f, int at) {
    String sender = ip(f, at + 14);
    if (f.u16(at + 6) == 1) {
      return "arp who-has " + ip(f, at + 24) + " tell " + sender + " (" + mac(f, at + 8) + ")";
    }
    return "arp " + sender + " is-at " + mac(f, at + 8) + " to " + ip(f, at + 24);
  }

  private String packet(RawFrame f, int at, boolean quoted) {
    if (f.length() - at < 20) {
      return "short ipv4";
    }
    int header = (f.u8(at) & 15) * 4;
    int total = f.u16(at + 2);
    int fragment = f.u16(at + 6);
    StringBuilder text = new StringBuilder("ip ");
    text.append(ip(f, at + 12)).append(" > ").append(ip(f, at + 16));
    text.append(" ttl ").append(f.u8(at + 8));
    if (f.u8(at + 1) != 0) {
      text.append(" tos 0x").append(Integer.toHexString(f.u8(at + 1)));
    }
    if ((fragment & 0x4000) != 0) {
      text.append(" df");
    }
    int offset = (fragment & 0x1fff) * 8;
    if (offset != 0 || (fragment & 0x2000) != 0) {
      text.append(" frag ").append(offset).append((fragment & 0x2000) != 0 ? "+" : "");
    }
    if (!quoted) {
      text.append(isSound(f, at, header) ? "" : " BAD-CHECKSUM").append(" len ").append(total);
    }
    if (offset != 0) {
      return text.toString();
    }
    int end = quoted ? f.length() : Math.min(f.length(), at + total);
    return text.append(' ').append(transport(f, at, at + header, end, quoted)).toString();
  }

  private static boolean isSound(RawFrame f, int at, int header) {
    long sum = 0;
    for (int i = 0; i + 1 < header && at + i + 1 < f.length(); i += 2) {
      sum += f.u16(at + i);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return sum == 0xffff;
  }

  private String transport(RawFrame f, int packet, int at, int end, boolean quoted) {
    int protocol = f.u8(packet + 9);
    int length = end - at;
    if (protocol == 1 && length >= 8) {
      return icmp(f, at);
    }
    if (protocol == 17 && length >= 8) {
      return "udp " + port(f.u16(at)) + " > " + port(f.u16(at + 2)) + " len " + (f.u16(at + 4) - 8);
    }
    if (protocol == 6 && length >= 8) {
      return tcp(f, at, length, quoted);
    }
    return "proto " + protocol + " len " + length;
  }

  private String icmp(RawFrame f, int at) {
    int type = f.u8(at);
    int code = f.u8(at + 1);
    if (type == 0 || type == 8) {
      return "icmp echo-"
          + (type == 0 ? "reply" : "request")
          + " id "
          + symbol("id", "" + f.u16(at + 4))
          + " seq "
          + f.u16(at + 6);
    }
    String extra = "";
    if (type == 3 && code == 4) {
      extra = " mtu " + f.u16(at + 6);
    }
    if (type == 5) {
      extra = " gateway " + ip(f, at + 4);
    }
    return "icmp " + type + "/" + code + extra + " [" + packet(f, at + 8, true) + "]";
  }

  private String tcp(RawFrame f, int at, int length, boolean quoted) {
    String ports = "tcp " + port(f.u16(at)) + " > " + port(f.u16(at + 2));
    if (quoted || length < 20) {
      return ports;
    }
    int flags = f.u8(at + 13);
    StringBuilder letters = new StringBuilder();
    int[] bits = {2, 16, 8, 1, 4};
    for (int i = 0; i < bits.length; i++) {
      if ((flags & bits[i]) != 0) {
        letters.append("SAPFR".charAt(i));
      }
    }
    return ports + " [" + letters + "] len " + (length - (f.u8(at + 12) >> 4) * 4);
  }

  private String port(int port) {
    return port < EPHEMERAL ? "" + port : symbol("port", "" + port);
  }

  private String symbol(String kind, String value) {
    return "#" + OutcomeText.number(symbols.computeIfAbsent(kind, k -> new TreeMap<>()), value);
  }

  private static String ip(RawFrame f, int at) {
    return f.u8(at) + "." + f.u8(at + 1) + "." + f.u8(at + 2) + "." + f.u8(at + 3);
  }

  private String mac(RawFrame f, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(i == 0 ? "" : ":").append(String.format("%02x", f.u8(at + i)));
    }
    String mac = text.toString();
    if (mac.equals(BROADCAST)) {
      return "broadcast";
    }
    if (mac.equals(ZERO)) {
      return "-";
    }
    String name = names.get(mac);
    if (name != null) {
      return name;
    }
    return (f.u8(at) & 1) != 0 ? mac : "mac" + symbol("mac", mac);
  }
}
