package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import vethlab.op.LinkChange;
import vethlab.op.Op;
import vethlab.op.view.LinkView;
import vethlab.shell.iproute.LinkRequest.Verb;

/** {@code ip link}. */
final class IpLink {
  private final Host host;

  IpLink(Host host) {
    this.host = host;
  }

  void run(Args args) {
    if (!args.more()) {
      LinkLister.links(host, args);
      return;
    }
    String command = args.take();
    if (Args.matches(command, "add")) {
      modify(Verb.ADD, args);
    } else if (Args.matches(command, "set") || Args.matches(command, "change")) {
      modify(Verb.SET, args);
    } else if (Args.matches(command, "replace")) {
      modify(Verb.REPLACE, args);
    } else if (Args.matches(command, "delete")) {
      modify(Verb.DELETE, args);
    } else if (isList(command)) {
      LinkLister.links(host, args);
    } else if (Args.matches(command, "xstats")
        || Args.matches(command, "afstats")
        || Args.matches(command, "property")) {
      throw IpError.notModelled("ip link " + command);
    } else if (Args.matches(command, "help")) {
      help(args);
    } else {
      throw IpError.unknownCommand(command, "ip link");
    }
  }

  static boolean isList(String command) {
    return Args.matches(command, "show")
        || Args.matches(command, "lst")
        || Args.matches(command, "list");
  }

  private void help(Args args) {
    Optional<String> kind = args.more() ? LinkKinds.help(args.peek()) : Optional.empty();
    host.print(kind.orElseThrow(() -> Help.of("ip-link")));
  }

  /** The change that the words ask for; each verb has its own. */
  private void modify(Verb verb, Args args) {
    LinkRequest request = LinkParser.read(verb, host, args);
    boolean group = request.dev.isEmpty() && request.group.isPresent();
    switch (verb) {
      case ADD -> host.talk(add(request, args));
      case REPLACE -> {
        requireType(request);
        boolean exists = request.dev.flatMap(host.links()::find).isPresent();
        if (exists) {
          set(request, args, request.dev.get());
        } else {
          host.talk(add(request, args));
        }
      }
      case SET -> {
        if (group) {
          members(request).forEach(link -> set(request, args, link.name()));
        } else {
          set(request, args, request.dev.get());
        }
      }
      case DELETE -> {
        if (group) {
          List<LinkView> members = members(request);
          if (request.group.getAsInt() == 0) {
            throw host.refused("RTNETLINK answers: Operation not permitted\n");
          }
          if (members.isEmpty()) {
            throw host.refused("RTNETLINK answers: No such device\n");
          }
          members.forEach(link -> host.talk(new Op.LinkDel(host.ns(), link.name())));
        } else {
          host.talk(new Op.LinkDel(host.ns(), request.dev.get()));
        }
      }
    }
  }

  private List<LinkView> members(LinkRequest request) {
    return host.links().all().stream()
        .filter(link -> link.group() == request.group.getAsInt())
        .toList();
  }

  private Op add(LinkRequest request, Args args) {
    requireType(request);
    checkKernelWill(request, args);
    return new Op.LinkAdd(
        host.ns(),
        request.name.orElse(""),
        LinkKinds.read(request, args),
        List.copyOf(request.changes));
  }

  private void requireType(LinkRequest request) {
    if (request.type.isEmpty()) {
      throw host.failed("Not enough information: \"type\" argument is required\n");
    }
  }

  /** What the kernel refuses before it makes a link, and an {@link Op} cannot even say. */
  private void checkKernelWill(LinkRequest request, Args args) {
    if (request.name.filter(name -> !LinkTable.validName(name)).isPresent()) {
      throw host.refused("Error: Attribute failed policy validation.\n");
    }
    if (request.addressLength > 0 && request.addressLength != 6) {
      throw host.refused("RTNETLINK answers: Invalid argument\n");
    }
    boolean bare = !args.more();
    if (bare && request.type.equals(Optional.of("vxlan"))) {
      throw host.refused("Error: Required attributes not provided to perform the operation.\n");
    }
    if (bare && request.type.equals(Optional.of("vlan"))) {
      throw host.refused("Error: 8021q: VLAN properties not specified.\n");
    }
    if (bare && request.type.equals(Optional.of("vrf"))) {
      throw host.refused(
          request.name.flatMap(host.links()::find).isPresent()
              ? "RTNETLINK answers: File exists\n"
              : "Error: VRF table id is missing.\n");
    }
  }

  private void set(LinkRequest request, Args args, String dev) {
    request.type.ifPresent(type -> request.changes.addAll(settings(request, type, args)));
    if (!request.changesNothing()) {
      host.talk(new Op.LinkSet(host.ns(), dev, List.copyOf(request.changes)));
    }
  }

  private List<LinkChange> settings(LinkRequest request, String type, Args args) {
    if (!args.more()) {
      return List.of();
    }
    return switch (type) {
      case "bridge" -> BridgeOptions.bridge(args);
      case "bridge_slave" -> BridgeOptions.port(args);
      case "macvlan", "ipvlan" -> List.of(new LinkChange.OfKind(LinkKinds.read(request, args)));
      default -> {
        LinkKinds.read(request, args);
        LinkView link = host.device(request.dev.orElseThrow());
        if (!link.kind().word().equals(type)) {
          throw host.refused("RTNETLINK answers: Operation not supported\n");
        }
        throw IpError.notModelled("ip link set type " + type);
      }
    };
  }
}
