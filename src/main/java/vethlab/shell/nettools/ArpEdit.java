package vethlab.shell.nettools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.op.NeighSpec;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.LinkView;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.shell.FileException;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * {@code arp -s}, {@code -d} and {@code -f} as SIOCSARP and SIOCDARP.
 *
 * <p>Mirrors arp_ioctl in net/ipv4/arp.c. Not modelled: proxies on all links, netmasks other than
 * 255.255.255.255, trailers.
 */
final class ArpEdit {
  private static final int FAILED = 255;

  /** What is given as the hardware address. */
  enum Hardware {
    ADDRESS,
    DEVICE
  }

  private enum Publish {
    UNSAID,
    PUB,
    PRIV,
    BOTH
  }

  private final Tool tool;
  private final Hardware hardware;
  private String device;
  private boolean permanent;
  private Publish publish = Publish.UNSAID;

  ArpEdit(Tool tool, String device, Hardware hardware) {
    this.tool = tool;
    this.device = device;
    this.hardware = hardware;
  }

  int file(String name) {
    String text;
    try {
      text = tool.call().files().read(name);
    } catch (FileException e) {
      throw new ToolError("arp: cannot open etherfile " + name + " !\n", FAILED);
    }
    int number = 0;
    for (String line : text.split("\n")) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
      if (words.size() < 2) {
        tool.say("arp: format error on line " + number + " of etherfile " + name + " !\n");
        continue;
      }
      if (words.getFirst().contains(":")) {
        words.add(1, words.removeFirst());
      }
      if (set(words) != 0) {
        tool.say("arp: cannot set entry on line " + number + " of etherfile " + name + " !\n");
      }
    }
    return 0;
  }

  int set(List<String> words) {
    if (words.isEmpty()) {
      throw new ToolError("arp: need host name\n", FAILED);
    }
    Optional<Ip4> host = host(words.getFirst());
    if (host.isEmpty()) {
      return FAILED;
    }
    if (words.size() < 2) {
      throw new ToolError("arp: need hardware address\n", FAILED);
    }
    Optional<Mac> mac = hardwareAddress(words.get(1));
    if (mac.isEmpty()) {
      return FAILED;
    }
    modifiers(words.subList(2, words.size()));
    if (publish == Publish.PUB || publish == Publish.BOTH) {
      return said("SIOCSARP", setProxy(host.get(), mac.get()));
    }
    Device found = device(host.get());
    Optional<Errno> error = found.error();
    if (found.link().isPresent()) {
      LinkView link = found.link().get();
      error =
          link.kind() instanceof LinkKind.Loopback
              ? Optional.of(Errno.EINVAL)
              : apply(
                  new Op.NeighAdd(
                      tool.ns(),
                      new NeighSpec(
                          host.get(),
                          link.name(),
                          mac,
                          permanent ? NudState.PERMANENT : NudState.STALE,
                          false),
                      Op.NeighVerb.REPLACE));
    }
    return said("SIOCSARP", error);
  }

  private Optional<Errno> setProxy(Ip4 host, Mac mac) {
    Optional<LinkView> link =
        device.isEmpty()
            ? tool.links().stream().filter(l -> l.address().equals(mac)).findFirst()
            : tool.link(device);
    if (link.isEmpty()) {
      return Optional.of(Errno.ENODEV);
    }
    return apply(new Op.NeighAdd(tool.ns(), proxy(host, link.get().name()), Op.NeighVerb.REPLACE));
  }

  private static NeighSpec proxy(Ip4 host, String dev) {
    return new NeighSpec(host, dev, Optional.empty(), NudState.PERMANENT, true);
  }

  int delete(List<String> words) {
    if (words.isEmpty()) {
      throw new ToolError("arp: need host name\n", FAILED);
    }
    Optional<Ip4> host = host(words.getFirst());
    if (host.isEmpty()) {
      return FAILED;
    }
    modifiers(words.subList(1, words.size()));
    if (publish != Publish.PUB) {
      Optional<Errno> error = deleteEntry(host.get());
      if (error.isEmpty()) {
        return 0;
      }
      boolean missing = error.get() == Errno.ENXIO || error.get() == Errno.ENOENT;
      if (!missing) {
        return said("SIOCDARP(dontpub)", error);
      }
      if (publish == Publish.PRIV) {
        return noEntry(words.getFirst());
      }
    }
    if (!device.isEmpty() && tool.link(device).isEmpty()) {
      return said("SIOCDARP(pub)", Optional.of(Errno.ENODEV));
    }
    Optional<Errno> error =
        device.isEmpty()
            ? Optional.of(Errno.ENOENT)
            : apply(new Op.NeighDel(tool.ns(), proxy(host.get(), device)));
    return error.isEmpty() ? 0 : noEntry(words.getFirst());
  }

  private Optional<Errno> deleteEntry(Ip4 host) {
    Device found = device(host);
    if (found.link().isEmpty()) {
      return found.error();
    }
    NeighSpec spec =
        new NeighSpec(host, found.link().get().name(), Optional.empty(), NudState.NONE, false);
    return apply(new Op.NeighDel(tool.ns(), spec));
  }

  private int noEntry(String host) {
    tool.print("No ARP entry for %s\n", host);
    return FAILED;
  }

  private record Device(Optional<LinkView> link, Optional<Errno> error) {}

  /** The link that is named, or the one by which the host is reached. */
  private Device device(Ip4 host) {
    if (!device.isEmpty()) {
      Optional<LinkView> link = tool.link(device);
      return new Device(link, Optional.of(Errno.ENODEV));
    }
    RouteQuery query =
        new RouteQuery(
            host,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            false);
    return switch (tool.kernel().routeGet(tool.ns(), query)) {
      case RouteAnswer.Found found -> new Device(tool.link(found.dev()), Optional.empty());
      case RouteAnswer.Match match -> new Device(Optional.empty(), Optional.of(Errno.EINVAL));
      case RouteAnswer.Refused refused ->
          new Device(Optional.empty(), Optional.of(refused.why().errno()));
    };
  }

  private Optional<Ip4> host(String text) {
    return Inet.resolve(tool, text, Inet.Lookup.NET_FIRST).map(Inet.Resolved::ip);
  }

  private Optional<Mac> hardwareAddress(String text) {
    if (hardware == Hardware.ADDRESS) {
      Optional<Mac> mac = Ether.parse(text);
      if (mac.isEmpty()) {
        tool.say("arp: invalid hardware address\n");
      }
      return mac;
    }
    Optional<LinkView> link = tool.link(text);
    if (link.isEmpty()) {
      tool.say("arp: cant get HW-Address for `" + text + "': " + Errno.ENODEV.text() + ".\n");
    }
    return link.map(LinkView::address);
  }

  private void modifiers(List<String> words) {
    permanent = true;
    publish = Publish.UNSAID;
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "temp" -> permanent = false;
        case "pub" -> publish = publish == Publish.PRIV ? Publish.BOTH : Publish.PUB;
        case "priv" -> publish = publish == Publish.PUB ? Publish.BOTH : Publish.PRIV;
        case "trail" -> throw ToolError.notModelled("arp trail");
        case "dev" -> device = value(words, ++i);
        case "netmask" -> {
          if (!value(words, ++i).equals("255.255.255.255")) {
            throw ToolError.notModelled("arp netmask " + words.get(i));
          }
        }
        default -> throw Arp.misuse("");
      }
    }
  }

  private static String value(List<String> words, int at) {
    if (at >= words.size()) {
      throw Arp.misuse("");
    }
    return words.get(at);
  }

  private Optional<Errno> apply(Op op) {
    return tool.apply(op).map(Result.Refused::errno);
  }

  private int said(String call, Optional<Errno> error) {
    error.ifPresent(errno -> tool.say(call + ": " + errno.text() + "\n"));
    return error.isPresent() ? FAILED : 0;
  }
}
