package vethlab.linux.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.attr.AfSpec;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.Inet6Link;
import vethlab.op.LinkChange;
import vethlab.op.LinkFlags;
import vethlab.op.Ns;

/**
 * Changes of a link as fields of its struct ifinfomsg and attributes. Settings of a bridge or a
 * port are not among them: they go into IFLA_LINKINFO.
 */
final class LinkFields {
  private int flags;
  private int change;
  private int index;
  private final List<Consumer<MessageBuilder>> attributes = new ArrayList<>();

  private LinkFields() {}

  static LinkFields of(List<LinkChange> changes, Ns ns, Names names) {
    LinkFields fields = new LinkFields();
    changes.forEach(c -> fields.take(c, ns, names));
    return fields;
  }

  /**
   * @param known the link's index, 0 where it is still to be made
   */
  Header.IfInfo header(int known) {
    return new Header.IfInfo(Header.AF_UNSPEC, known != 0 ? known : index, flags, change);
  }

  void writeTo(MessageBuilder message) {
    attributes.forEach(a -> a.accept(message));
  }

  private void take(LinkChange wanted, Ns ns, Names names) {
    switch (wanted) {
      case LinkChange.Up() -> flag(LinkFlags.UP, true);
      case LinkChange.Down() -> flag(LinkFlags.UP, false);
      case LinkChange.Arp(boolean on) -> flag(LinkFlags.NOARP, !on);
      case LinkChange.Multicast(boolean on) -> flag(LinkFlags.MULTICAST, on);
      case LinkChange.AllMulticast(boolean on) -> flag(LinkFlags.ALLMULTI, on);
      case LinkChange.Promisc(boolean on) -> flag(LinkFlags.PROMISC, on);
      case LinkChange.Index(int ifindex) -> index = ifindex;
      case LinkChange.Mtu(int bytes) -> put(m -> m.u32(Ifla.MTU, bytes));
      case LinkChange.Address a -> put(m -> m.mac(Ifla.ADDRESS, a.mac()));
      case LinkChange.Broadcast b -> put(m -> m.mac(Ifla.BROADCAST, b.mac()));
      case LinkChange.Rename(String name) -> put(m -> m.string(Ifla.IFNAME, name));
      case LinkChange.MoveTo(Ns to) -> {
        int fd = names.fd(to);
        put(m -> m.u32(Ifla.NET_NS_FD, fd));
      }
      case LinkChange.Master(String link) -> {
        int master = names.index(ns, link);
        put(m -> m.u32(Ifla.MASTER, master));
      }
      case LinkChange.NoMaster() -> put(m -> m.u32(Ifla.MASTER, 0));
      case LinkChange.Carrier(boolean on) -> put(m -> m.u8(Ifla.CARRIER, on ? 1 : 0));
      case LinkChange.TxQueueLength(int packets) -> put(m -> m.u32(Ifla.TXQLEN, packets));
      case LinkChange.Queues(int transmit, int receive) ->
          put(m -> m.u32(Ifla.NUM_TX_QUEUES, transmit).u32(Ifla.NUM_RX_QUEUES, receive));
      case LinkChange.Alias(String text) -> put(m -> m.bytes(Ifla.IFALIAS, utf8(text)));
      case LinkChange.Group(int group) -> put(m -> m.u32(Ifla.GROUP, group));
      case LinkChange.AddrGenMode(String mode) -> put(m -> addrGenMode(m, mode));
      case LinkChange.BridgeSetting _,
          LinkChange.PortSetting _,
          LinkChange.FlushFdb _,
          LinkChange.OfKind _ -> {}
    }
  }

  private void flag(int bit, boolean on) {
    change |= bit;
    flags = on ? flags | bit : flags & ~bit;
  }

  private void put(Consumer<MessageBuilder> attribute) {
    attributes.add(attribute);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void addrGenMode(MessageBuilder message, String mode) {
    int number = List.of("eui64", "none", "stable_secret", "random").indexOf(mode);
    message.nest(
        Ifla.AF_SPEC,
        spec -> spec.nest(AfSpec.INET6, v6 -> v6.u8(Inet6Link.ADDR_GEN_MODE, number)));
  }
}
