package vethlab.linux.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netlink.attr.LinkInfo;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;

/** Links: RTM_NEWLINK and RTM_DELLINK as {@code ip link} sends them (iproute2, ip/iplink.c). */
final class LinkRequests {
  private static final LinkChange.FlushFdb OF_BRIDGE = new LinkChange.FlushFdb(false);
  private static final LinkChange.FlushFdb OF_PORT = new LinkChange.FlushFdb(true);

  private LinkRequests() {}

  static Message add(Op.LinkAdd op, Names names) {
    LinkFields fields = LinkFields.of(op.with(), op.ns(), names);
    MessageBuilder message =
        MessageBuilder.of(MessageType.RTM_NEWLINK, NlFlags.ADD, fields.header(0));
    KindRequests.parent(op.kind())
        .ifPresent(parent -> message.u32(Ifla.LINK, names.index(op.ns(), parent)));
    fields.writeTo(message);
    if (!op.name().isEmpty()) {
      message.string(Ifla.IFNAME, op.name());
    }
    message.nest(Ifla.LINKINFO, info -> kind(info, op.kind(), op.ns(), names));
    return message.build();
  }

  private static void kind(MessageBuilder info, LinkKind kind, Ns ns, Names names) {
    Consumer<MessageBuilder> data = KindRequests.data(kind, ns, names);
    info.word(LinkInfo.KIND, kind.word());
    if (KindRequests.hasData(kind)) {
      info.nest(LinkInfo.DATA, data);
    }
  }

  static Message delete(Op.LinkDel op, Names names) {
    return MessageBuilder.of(
            MessageType.RTM_DELLINK,
            NlFlags.REQUEST,
            Header.IfInfo.of(names.index(op.ns(), op.name())))
        .build();
  }

  static Message set(Op.LinkSet op, Names names) {
    LinkFields fields = LinkFields.of(op.changes(), op.ns(), names);
    MessageBuilder message =
        MessageBuilder.of(
            MessageType.RTM_NEWLINK,
            NlFlags.REQUEST,
            fields.header(names.index(op.ns(), op.name())));
    fields.writeTo(message);
    writeBridgeSettings(message, op.changes());
    writePortSettings(message, op.changes());
    for (LinkChange each : op.changes()) {
      if (each instanceof LinkChange.OfKind(LinkKind kind)) {
        message.nest(Ifla.LINKINFO, info -> kind(info, kind, op.ns(), names));
      }
    }
    return message.build();
  }

  /** A loop, not a stream: it runs for every link of a deploy, before the JVM has compiled it. */
  private static <T> List<T> only(List<LinkChange> changes, Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (LinkChange each : changes) {
      if (kind.isInstance(each)) {
        found.add(kind.cast(each));
      }
    }
    return found;
  }

  private static void writeBridgeSettings(MessageBuilder message, List<LinkChange> changes) {
    List<LinkChange.BridgeSetting> settings = only(changes, LinkChange.BridgeSetting.class);
    boolean flush = only(changes, LinkChange.FlushFdb.class).contains(OF_BRIDGE);
    if (!settings.isEmpty() || flush) {
      message.nest(
          Ifla.LINKINFO,
          info ->
              info.word(LinkInfo.KIND, "bridge")
                  .nest(LinkInfo.DATA, data -> BridgeAttributes.write(data, settings, flush)));
    }
  }

  private static void writePortSettings(MessageBuilder message, List<LinkChange> changes) {
    List<LinkChange.PortSetting> settings = only(changes, LinkChange.PortSetting.class);
    boolean flush = only(changes, LinkChange.FlushFdb.class).contains(OF_PORT);
    if (!settings.isEmpty() || flush) {
      message.nest(
          Ifla.LINKINFO,
          info ->
              info.word(LinkInfo.KIND, "bridge_slave")
                  .nest(LinkInfo.SLAVE_DATA, data -> PortAttributes.write(data, settings, flush)));
    }
  }
}
