package vethlab.linux;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.linux.netns.Netns;
import vethlab.linux.request.Names;
import vethlab.linux.request.Request;
import vethlab.linux.request.Requests;
import vethlab.linux.view.LinkNames;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;

/** Makes a link of some kind in a namespace that nobody sees, to find out if the kernel can. */
final class KindProbe {
  private static final LinkKind PAIR = new LinkKind.Veth("p1", List.of());

  private final Netns scratch;
  private final Names names;

  KindProbe(Netns scratch) {
    this.scratch = scratch;
    this.names =
        new Names() {
          @Override
          public int index(Ns ns, String link) {
            return LinkNames.index(scratch.route(), link).orElseThrow(() -> new NoSuchDevice(link));
          }

          @Override
          public int fd(Ns ns) {
            return scratch.fd();
          }
        };
  }

  Result of(LinkKind kind) {
    Result pair = make("p0", PAIR);
    return kind instanceof LinkKind.Veth || !pair.ok() ? pair : make("probe", plain(kind));
  }

  private Result make(String name, LinkKind kind) {
    return Requests.of(new Op.LinkAdd(Ns.HOST, name, kind, List.of()), names)
            instanceof Request.Rtnetlink request
        ? scratch.route().request(request.message())
        : Result.OK;
  }

  /** A link of the kind that needs nothing but the pair. */
  private static LinkKind plain(LinkKind kind) {
    return switch (kind) {
      case LinkKind.Bridge _ -> new LinkKind.Bridge(List.of());
      case LinkKind.Vlan vlan -> new LinkKind.Vlan("p0", vlan.id(), vlan.protocol());
      case LinkKind.Macvlan macvlan -> new LinkKind.Macvlan("p0", macvlan.mode());
      case LinkKind.Ipvlan ipvlan -> new LinkKind.Ipvlan("p0", ipvlan.mode(), ipvlan.flag());
      case LinkKind.Vxlan vxlan ->
          new LinkKind.Vxlan(
              vxlan.vni(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              vxlan.port(),
              OptionalInt.empty(),
              true);
      default -> kind;
    };
  }
}
