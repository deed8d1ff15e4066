package vethlab.linux.request;

import java.util.List;
import vethlab.linux.netlink.MessageBuilder;
import vethlab.linux.netlink.attr.Br;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange;

/** The numbers of a bridge's settings in IFLA_INFO_DATA; the names are the same. */
public final class BridgeAttributes {
  private BridgeAttributes() {}

  public static Br of(BridgeAttr attr) {
    return Br.valueOf(attr.name());
  }

  static void write(MessageBuilder data, List<LinkChange.BridgeSetting> settings, boolean flush) {
    settings.forEach(s -> data.number(of(s.attr()), s.value()));
    if (flush) {
      data.flag(Br.FDB_FLUSH);
    }
  }
}
