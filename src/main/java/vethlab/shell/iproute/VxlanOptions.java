package vethlab.shell.iproute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.LinkKind;
import vethlab.shell.iproute.Addresses.Typed;
import vethlab.shell.iproute.Options.Family;
import vethlab.wire.Ip4;

/** Reads what follows {@code type vxlan}. */
final class VxlanOptions {
  private static final int KERNEL_PORT = 8472;

  private final Host host;
  private final Map<String, String> given = new LinkedHashMap<>();
  private int vni;
  private Optional<String> dev = Optional.empty();
  private Optional<Ip4> remote = Optional.empty();
  private Optional<Ip4> local = Optional.empty();
  private int port;
  private OptionalInt ttl = OptionalInt.empty();
  private boolean learning = true;

  private static final Words<VxlanOptions> WORDS =
      new Words<VxlanOptions>()
          .word("id", VxlanOptions::id)
          .word("vni", VxlanOptions::id)
          .word("group", VxlanOptions::group)
          .word("remote", VxlanOptions::remote)
          .word("local", VxlanOptions::local)
          .word("dev", VxlanOptions::dev)
          .word("ttl", VxlanOptions::ttl)
          .word("hoplimit", VxlanOptions::ttl)
          .word("tos", (r, a) -> notModelled("tos"))
          .word("dsfield", (r, a) -> notModelled("dsfield"))
          .word("df", (r, a) -> notModelled("df"))
          .word("label", (r, a) -> notModelled("label"))
          .word("flowlabel", (r, a) -> notModelled("flowlabel"))
          .word("ageing", (r, a) -> notModelled("ageing"))
          .word("maxaddress", (r, a) -> notModelled("maxaddress"))
          .word("port", (r, a) -> notModelled("srcport"))
          .word("srcport", (r, a) -> notModelled("srcport"))
          .word("dstport", VxlanOptions::port)
          .word("nolearning", (r, a) -> r.learn("nolearning", false))
          .word("learning", (r, a) -> r.learn("learning", true))
          .word("noproxy", (r, a) -> {})
          .word("proxy", (r, a) -> notModelled("proxy"))
          .word("norsc", (r, a) -> {})
          .word("rsc", (r, a) -> notModelled("rsc"))
          .word("nol2miss", (r, a) -> {})
          .word("l2miss", (r, a) -> notModelled("l2miss"))
          .word("nol3miss", (r, a) -> {})
          .word("l3miss", (r, a) -> notModelled("l3miss"))
          .word("udpcsum", (r, a) -> {})
          .word("noudpcsum", (r, a) -> notModelled("noudpcsum"))
          .word("noudp6zerocsumtx", (r, a) -> {})
          .word("noudp6zerocsumrx", (r, a) -> {})
          .word("noremcsumtx", (r, a) -> {})
          .word("noremcsumrx", (r, a) -> {})
          .word("external", (r, a) -> notModelled("external"))
          .word("noexternal", (r, a) -> {})
          .word("gbp", (r, a) -> notModelled("gbp"))
          .word("gpe", (r, a) -> notModelled("gpe"))
          .other(VxlanOptions::unknown);

  private VxlanOptions(Host host) {
    this.host = host;
  }

  static LinkKind read(Host host, Args args) {
    VxlanOptions options = WORDS.read(new VxlanOptions(host), args);
    options.check();
    return new LinkKind.Vxlan(
        options.vni,
        options.dev,
        options.remote,
        options.local,
        options.port == 0 ? KERNEL_PORT : options.port,
        options.ttl,
        options.learning);
  }

  private void check() {
    if (!given.containsKey("id")) {
      throw new IpError("vxlan: missing virtual network identifier\n", 1);
    }
    if (remote.filter(Ip4::isMulticast).isPresent() && dev.isEmpty()) {
      throw new IpError("vxlan: 'group' requires 'dev' to be specified\n", 1);
    }
    if (!given.containsKey("dstport")) {
      host.warn(
          """
          vxlan: destination port not specified
          Will use Linux kernel default (non-standard value)
          Use 'dstport 4789' to get the IANA assigned value
          Use 'dstport 0' to get default and quiet this message
          """);
    }
  }

  /** The value of a word that may come only once. */
  private String once(String key, String shown, Args args) {
    String text = args.value();
    if (given.putIfAbsent(key, text) != null) {
      throw IpError.garbage(shown, text);
    }
    return text;
  }

  private static void id(VxlanOptions r, Args args) {
    String text = r.once("id", "id", args);
    r.vni =
        (int)
            Numbers.unsigned(text, (1 << 24) - 1)
                .orElseThrow(() -> IpError.wrong("invalid id", text));
  }

  private static void group(VxlanOptions r, Args args) {
    r.remote.filter(ip -> !ip.isMulticast()).ifPresent(ip -> bothGiven());
    String text = r.once("group", "group", args);
    r.remote = Optional.of(r.address(text, "invalid group address", Ip4::isMulticast));
  }

  private static void remote(VxlanOptions r, Args args) {
    r.remote.filter(Ip4::isMulticast).ifPresent(ip -> bothGiven());
    String text = r.once("group", "remote", args);
    r.remote = Optional.of(r.address(text, "invalid remote address", ip -> !ip.isMulticast()));
  }

  private static void bothGiven() {
    throw new IpError("vxlan: both group and remote cannot be specified\n", 1);
  }

  private static void local(VxlanOptions r, Args args) {
    String text = r.once("local", "local", args);
    r.local = Optional.of(r.address(text, "invalid local address", ip -> !ip.isMulticast()));
  }

  private Ip4 address(String text, String complaint, java.util.function.Predicate<Ip4> fits) {
    Typed typed = Addresses.address(text, Family.ANY);
    if (typed.family() == Family.INET6) {
      throw IpError.notModelled("ip link: vxlan over IPv6");
    }
    if (!fits.test(typed.ip())) {
      throw IpError.wrong(complaint, text);
    }
    return typed.ip();
  }

  private static void dev(VxlanOptions r, Args args) {
    String text = r.once("dev", "dev", args);
    r.dev =
        Optional.of(
            r.host
                .links()
                .find(text)
                .orElseThrow(() -> IpError.exit("Cannot find device \"" + text + "\"\n"))
                .name());
  }

  private static void ttl(VxlanOptions r, Args args) {
    String text = r.once("ttl", "ttl", args);
    switch (text) {
      case "auto" -> r.ttl = OptionalInt.empty();
      case "inherit" -> notModelled("ttl inherit");
      default -> {
        long value = Numbers.u32(text).orElseThrow(() -> IpError.wrong("invalid TTL", text));
        if (value > 255) {
          throw IpError.wrong("TTL must be <= 255", text);
        }
        r.ttl = value == 0 ? OptionalInt.empty() : OptionalInt.of((int) value);
      }
    }
  }

  private static void port(VxlanOptions r, Args args) {
    String text = r.once("dstport", "dstport", args);
    r.port = (int) Numbers.u16(text).orElseThrow(() -> IpError.wrong("dst port", text));
  }

  private void learn(String word, boolean on) {
    if (given.putIfAbsent("learning", word) != null) {
      throw IpError.garbage(word, word);
    }
    learning = on;
  }

  private static void notModelled(String word) {
    throw IpError.notModelled("ip link: vxlan \"" + word + "\"");
  }

  private static void unknown(VxlanOptions r, Args args) {
    String word = args.take();
    String help = Help.text("link-vxlan");
    throw new IpError(
        Args.matches(word, "help") ? help : "vxlan: unknown command \"" + word + "\"?\n" + help, 1);
  }
}
