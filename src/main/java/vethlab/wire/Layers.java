package vethlab.wire;

import java.util.List;

/**
 * A frame taken apart: its layers from the outside in, each field with its place among the bytes of
 * {@link FrameWriter#encode}. Works for any bytes.
 */
public final class Layers {
  private Layers() {}

  public static List<Layer> of(Frame frame) {
    return of(Bytes.wrap(FrameWriter.encode(frame)));
  }

  public static List<Layer> of(Bytes bytes) {
    FieldCursor cursor = new FieldCursor(bytes);
    ethernet(cursor);
    return cursor.finish();
  }

  static void ethernet(FieldCursor cursor) {
    cursor.layer("Ethernet");
    cursor.mac("destination");
    cursor.mac("source");
    payload(cursor, type(cursor));
  }

  private static int type(FieldCursor cursor) {
    return cursor.number("type", 2, Layers::typeText);
  }

  private static String typeText(int type) {
    String hex = FieldCursor.hex(type, 2);
    return switch (type) {
      case EtherType.IPV4 -> hex + " IPv4";
      case EtherType.ARP -> hex + " ARP";
      case EtherType.IPV6 -> hex + " IPv6";
      case Vlan.DOT1Q -> hex + " VLAN tag";
      case Vlan.DOT1AD -> hex + " service VLAN tag";
      default -> type < EtherType.FIRST_TYPE ? "length " + type : hex;
    };
  }

  private static void payload(FieldCursor cursor, int type) {
    if (cursor.isCut()) {
      return;
    }
    switch (type) {
      case Vlan.DOT1Q, Vlan.DOT1AD -> vlan(cursor);
      case EtherType.ARP -> arp(cursor);
      case EtherType.IPV4 -> PacketLayers.ipv4(cursor, "IPv4");
      default -> rest(cursor, "Data");
    }
    rest(cursor, "Padding");
  }

  private static void vlan(FieldCursor cursor) {
    cursor.layer("VLAN");
    int tci = cursor.hex("tag", 2);
    cursor.part("priority", 2, Integer.toString(tci >> 13));
    cursor.part("drop eligible", 2, Integer.toString(tci >> 12 & 1));
    cursor.part("id", 2, Integer.toString(tci & 0xfff));
    payload(cursor, type(cursor));
  }

  private static void arp(FieldCursor cursor) {
    cursor.layer("ARP");
    int hardware =
        cursor.number("hardware type", 2, n -> n == 1 ? "1 Ethernet" : Integer.toString(n));
    int protocol = cursor.number("protocol type", 2, Layers::typeText);
    int hardwareLength = cursor.decimal("hardware length", 1);
    int protocolLength = cursor.decimal("protocol length", 1);
    cursor.number("operation", 2, Layers::operation);
    boolean ours = hardware == 1 && protocol == EtherType.IPV4;
    if (ours && hardwareLength == 6 && protocolLength == 4) {
      cursor.mac("sender Ethernet address");
      cursor.ip4("sender IP address");
      cursor.mac("target Ethernet address");
      cursor.ip4("target IP address");
    }
  }

  private static String operation(int op) {
    return switch (op) {
      case Arp.REQUEST -> "1 request";
      case Arp.REPLY -> "2 reply";
      default -> Integer.toString(op);
    };
  }

  /** What is left, as a layer of its own. */
  static void rest(FieldCursor cursor, String name) {
    if (!cursor.isCut() && cursor.left() > 0) {
      cursor.layer(name);
      cursor.data("data", cursor.left());
    }
  }
}
