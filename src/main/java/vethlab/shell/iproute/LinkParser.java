package vethlab.shell.iproute;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;
import vethlab.shell.NamespaceFiles;
import vethlab.shell.iproute.LinkRequest.Verb;

/** Reads the words all links share, up to {@code type}. */
final class LinkParser {
  private static final int ALIAS_MAX = 256;

  private static final Words<LinkRequest> WORDS =
      new Words<LinkRequest>()
          .full("up", (r, a) -> r.change(new LinkChange.Up()))
          .full("down", (r, a) -> r.change(new LinkChange.Down()))
          .full("name", LinkParser::name)
          .full("index", LinkParser::index)
          .word("link", (r, a) -> r.link = Optional.of(a.value()))
          .word("address", LinkParser::address)
          .word("broadcast", LinkParser::broadcast)
          .full("brd", LinkParser::broadcast)
          .word("txqueuelen", LinkParser::queueLength)
          .full("qlen", LinkParser::queueLength)
          .word("txqlen", LinkParser::queueLength)
          .full("mtu", LinkParser::mtu)
          .full("xdp", (r, a) -> notModelled("xdp"))
          .full("xdpgeneric", (r, a) -> notModelled("xdpgeneric"))
          .full("netns", LinkParser::netns)
          .full("multicast", (r, a) -> onOff(r, a, "multicast", LinkChange.Multicast::new))
          .full("allmulticast", (r, a) -> onOff(r, a, "allmulticast", LinkChange.AllMulticast::new))
          .full("promisc", (r, a) -> onOff(r, a, "promisc", LinkChange.Promisc::new))
          .full("trailers", (r, a) -> notModelled("trailers"))
          .full("arp", (r, a) -> onOff(r, a, "arp", LinkChange.Arp::new))
          .full("carrier", LinkParser::carrier)
          .full("vf", (r, a) -> notModelled("vf"))
          .word("master", LinkParser::master)
          .full("vrf", LinkParser::vrf)
          .word("nomaster", (r, a) -> r.change(new LinkChange.NoMaster()))
          .word("dynamic", LinkParser::dynamic)
          .word("type", (r, a) -> r.type = Optional.of(a.value()))
          .word("alias", LinkParser::alias)
          .full("group", LinkParser::group)
          .full("mode", (r, a) -> notModelled("mode"))
          .full("state", (r, a) -> notModelled("state"))
          .word("numtxqueues", (r, a) -> queues(r, a, "numtxqueues"))
          .word("numrxqueues", (r, a) -> queues(r, a, "numrxqueues"))
          .word("addrgenmode", LinkParser::addrGenMode)
          .word("link-netns", (r, a) -> notModelled("link-netns"))
          .word("link-netnsid", (r, a) -> notModelled("link-netnsid"))
          .full("protodown", (r, a) -> notModelled("protodown"))
          .full("protodown_reason", (r, a) -> notModelled("protodown_reason"))
          .full("gso_max_size", (r, a) -> notModelled("gso_max_size"))
          .full("gso_max_segs", (r, a) -> notModelled("gso_max_segs"))
          .full("gro_max_size", (r, a) -> notModelled("gro_max_size"))
          .full("parentdev", (r, a) -> notModelled("parentdev"))
          .other(LinkParser::device);

  private LinkParser() {}

  /** Reads up to {@code type} or the end and checks that the words go together. */
  static LinkRequest read(Verb verb, Host host, Args args) {
    LinkRequest request = new LinkRequest(verb, host);
    while (args.more() && request.type.isEmpty()) {
      WORDS.readOne(request, args);
    }
    check(request, args);
    return request;
  }

  private static void check(LinkRequest r, Args args) {
    if (r.name.isEmpty()) {
      r.name = r.dev;
    } else if (r.dev.isEmpty()) {
      r.dev = r.name;
    }
    if (r.dev.isPresent()
        && r.addressLength > 0
        && !r.verb.creates()
        && r.host.links().find(r.dev.get()).isPresent()
        && r.addressLength != 6) {
      throw r.host.failed("Invalid address length " + r.addressLength + " - must be 6 bytes\n");
    }
    if (r.index.isPresent() && !r.verb.creates() && !r.moves) {
      throw IpError.exit(
          "index can be used only when creating devices or when moving device to another netns.\n");
    }
    if (r.group.isPresent() && r.dev.isEmpty()) {
      checkGroup(r, args);
      return;
    }
    if (r.verb.creates()) {
      checkNew(r);
    } else {
      checkExisting(r);
    }
    if (r.shortBroadcast) {
      throw r.host.refused("RTNETLINK answers: Invalid argument\n");
    }
  }

  private static void checkGroup(LinkRequest r, Args args) {
    if (args.more()) {
      throw IpError.exit(
          "Garbage instead of arguments \"" + args.peek() + " ...\". Try \"ip link help\".\n");
    }
    if (r.verb.creates()) {
      throw IpError.exit("group cannot be used when creating devices.\n");
    }
    r.type = Optional.empty();
  }

  private static void checkNew(LinkRequest r) {
    if (!r.name.equals(r.dev)) {
      throw IpError.exit("both \"name\" and \"dev\" cannot be used when creating devices.\n");
    }
    r.link.ifPresent(r.host::device);
    r.index.ifPresent(i -> r.change(new LinkChange.Index(i)));
  }

  private static void checkExisting(LinkRequest r) {
    String dev =
        r.dev.orElseThrow(
            () -> IpError.exit("Not enough information: \"dev\" argument is required.\n"));
    LinkView view = r.host.device(dev);
    if (!r.name.equals(r.dev)) {
      r.change(new LinkChange.Rename(r.name.get()));
    }
    r.dev = Optional.of(view.name());
    r.index.ifPresent(i -> r.change(new LinkChange.Index(i)));
  }

  private static void name(LinkRequest r, Args args) {
    String name = args.value();
    if (r.name.isPresent()) {
      throw IpError.duplicate("name", name);
    }
    if (!LinkTable.validName(name)) {
      throw IpError.wrong("\"name\" not a valid ifname", name);
    }
    r.name = Optional.of(name);
    if (r.dev.isEmpty()) {
      r.dev = r.name;
    }
  }

  private static void index(LinkRequest r, Args args) {
    String text = args.value();
    if (r.index.isPresent()) {
      throw IpError.duplicate("index", text);
    }
    int index = Numbers.atoi(text);
    if (index <= 0) {
      throw IpError.wrong("Invalid \"index\" value", text);
    }
    r.index = OptionalInt.of(index);
  }

  private static void address(LinkRequest r, Args args) {
    int[] bytes = Addresses.linkLayer(args.value(), r.host);
    r.addressLength = bytes.length;
    Addresses.mac(bytes).ifPresent(mac -> r.change(new LinkChange.Address(mac)));
  }

  private static void broadcast(LinkRequest r, Args args) {
    int[] bytes = Addresses.linkLayer(args.value(), r.host);
    r.shortBroadcast = bytes.length != 6;
    Addresses.mac(bytes).ifPresent(mac -> r.change(new LinkChange.Broadcast(mac)));
  }

  private static void queueLength(LinkRequest r, Args args) {
    String text = args.value();
    r.once(LinkChange.TxQueueLength.class, "txqueuelen", text);
    r.change(new LinkChange.TxQueueLength(integer("txqueuelen", text)));
  }

  private static void mtu(LinkRequest r, Args args) {
    String text = args.value();
    r.once(LinkChange.Mtu.class, "mtu", text);
    r.change(new LinkChange.Mtu(integer("mtu", text)));
  }

  private static void queues(LinkRequest r, Args args, String word) {
    int count = integer(word, args.value());
    LinkChange.Queues before =
        r.changes.stream()
            .filter(LinkChange.Queues.class::isInstance)
            .map(LinkChange.Queues.class::cast)
            .findFirst()
            .orElse(new LinkChange.Queues(0, 0));
    boolean transmit = word.equals("numtxqueues");
    if ((transmit ? before.transmit() : before.receive()) > 0) {
      throw IpError.duplicate(word, Integer.toString(count));
    }
    r.changes.remove(before);
    r.change(
        transmit
            ? new LinkChange.Queues(count, before.receive())
            : new LinkChange.Queues(before.transmit(), count));
  }

  static int integer(String word, String text) {
    return (int)
        Numbers.integer(text)
            .orElseThrow(() -> IpError.wrong("Invalid \"" + word + "\" value\n", text));
  }

  private static void netns(LinkRequest r, Args args) {
    String text = args.value();
    if (r.moves) {
      throw IpError.duplicate("netns", text);
    }
    r.moves = true;
    r.change(new LinkChange.MoveTo(namespace(r.host, text)));
  }

  private static Ns namespace(Host host, String text) {
    Optional<Ns> named = host.namespace(text);
    if (named.isPresent()) {
      return named.get();
    }
    OptionalLong pid = Numbers.integer(text);
    if (pid.isEmpty()) {
      throw IpError.wrong("Invalid \"netns\" value\n", text);
    }
    return NamespaceFiles.of(host.process(), pid.getAsLong())
        .orElseThrow(() -> host.refused("RTNETLINK answers: No such process\n"));
  }

  private static void onOff(
      LinkRequest r, Args args, String word, Function<Boolean, LinkChange> change) {
    r.change(change.apply(isOn(r, word, args.value())));
  }

  private static boolean isOn(LinkRequest r, String word, String text) {
    if (!text.equals("on") && !text.equals("off")) {
      throw r.host.failed(
          "Error: argument of \"" + word + "\" must be \"on\" or \"off\", not \"" + text + "\"\n");
    }
    return text.equals("on");
  }

  /** A link called d is taken for this word, as ip does. */
  private static void dynamic(LinkRequest r, Args args) {
    isOn(r, "dynamic", args.value());
    notModelled("dynamic");
  }

  private static void carrier(LinkRequest r, Args args) {
    String text = args.value();
    r.change(new LinkChange.Carrier(oneOfOnOff("carrier", text, 22)));
  }

  /** On or off by any beginning of the word. */
  static boolean oneOfOnOff(String word, String text, int status) {
    if (Args.matches(text, "off")) {
      return false;
    }
    if (Args.matches(text, "on")) {
      return true;
    }
    throw IpError.exit(
        "Error: argument of \""
            + word
            + "\" must be one of \"off\", \"on\", not \""
            + text
            + "\"\n",
        status);
  }

  private static void master(LinkRequest r, Args args) {
    String text = args.value();
    LinkView master =
        r.host.links().find(text).orElseThrow(() -> IpError.wrong("Device does not exist\n", text));
    r.change(new LinkChange.Master(master.name()));
  }

  private static void vrf(LinkRequest r, Args args) {
    String text = args.value();
    LinkView vrf =
        r.host.links().vrf(text).orElseThrow(() -> IpError.wrong("Not a valid VRF name\n", text));
    r.change(new LinkChange.Master(vrf.name()));
  }

  private static void alias(LinkRequest r, Args args) {
    String text = args.value();
    if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length >= ALIAS_MAX) {
      throw IpError.wrong("alias too long\n", text);
    }
    r.change(new LinkChange.Alias(text));
  }

  private static void group(LinkRequest r, Args args) {
    String text = args.value();
    if (r.group.isPresent()) {
      throw IpError.duplicate("group", text);
    }
    int group =
        (int)
            r.host
                .names()
                .group(text)
                .orElseThrow(() -> IpError.wrong("Invalid \"group\" value\n", text));
    r.group = OptionalInt.of(group);
    r.change(new LinkChange.Group(group));
  }

  private static void addrGenMode(LinkRequest r, Args args) {
    String text = args.value();
    String mode = text.toLowerCase(java.util.Locale.ROOT);
    if (!mode.matches("eui64|none|stable_secret|random")) {
      throw IpError.wrong("Invalid address generation mode\n", text);
    }
    r.change(new LinkChange.AddrGenMode(mode));
  }

  private static void notModelled(String word) {
    throw IpError.notModelled("ip link: \"" + word + "\"");
  }

  private static void device(LinkRequest r, Args args) {
    if (Args.matches(args.peek(), "help")) {
      throw Help.of("ip-link");
    }
    args.skip("dev");
    String name = args.take();
    if (!r.dev.equals(r.name)) {
      throw IpError.garbage("dev", name);
    }
    if (!LinkTable.validAlias(name)) {
      throw IpError.wrong("\"dev\" not a valid ifname", name);
    }
    r.dev = Optional.of(name);
  }
}
