package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vethlab.op.BridgeAttr;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Result;
import vethlab.op.view.LinkView;

/**
 * The files of /sys/class/net: net/core/net-sysfs.c, net/bridge/br_sysfs_br.c, br_sysfs_if.c. Paths
 * are given below that directory. Not modelled: queues, power, the two assign types, and that
 * master, upper_ and lower_ are links.
 */
final class LinkFiles {
  private static final String BRIDGE = "bridge";
  private static final String PORT = "brport";
  private static final String PORTS = "brif";

  private final Kernel kernel;
  private final Ns ns;

  LinkFiles(Kernel kernel, Ns ns) {
    this.kernel = kernel;
    this.ns = ns;
  }

  /** A path: the link and what is below its directory. */
  private record Place(LinkView link, String rest) {
    String directory() {
      return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    }

    String file() {
      return rest.substring(rest.indexOf('/') + 1);
    }
  }

  private Optional<Place> place(String path) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String rest = slash < 0 ? "" : path.substring(slash + 1);
    return link(name).map(link -> new Place(link, rest));
  }

  private Optional<LinkView> link(String name) {
    return kernel.links(ns).stream().filter(link -> link.name().equals(name)).findFirst();
  }

  boolean has(String path) {
    return isDirectory(path) || place(path).filter(at -> files(at).contains(at.file())).isPresent();
  }

  /** The names of the plain files beside the one at a place. */
  private List<String> files(Place at) {
    if (!at.rest().contains("/")) {
      return List.copyOf(LinkAttributes.OF_LINK.keySet());
    }
    return switch (at.directory()) {
      case BRIDGE -> at.link().bridge().isPresent() ? names(LinkAttributes.OF_BRIDGE) : List.of();
      case PORT -> at.link().port().isPresent() ? names(LinkAttributes.OF_PORT) : List.of();
      case "statistics" -> names(LinkAttributes.STATISTICS);
      default -> List.of();
    };
  }

  private static List<String> names(Map<String, ?> files) {
    return List.copyOf(files.keySet());
  }

  boolean isDirectory(String path) {
    return place(path).filter(this::isDirectory).isPresent();
  }

  private boolean isDirectory(Place at) {
    String rest = at.rest();
    return rest.isEmpty()
        || rest.equals("statistics")
        || (rest.equals(BRIDGE) || rest.equals(PORTS)) && at.link().bridge().isPresent()
        || rest.equals(PORT) && at.link().port().isPresent()
        || relatives(at.link()).contains(rest)
        || at.directory().equals(PORTS) && ports(at.link()).contains(at.file());
  }

  /** The links to other links. */
  private List<String> relatives(LinkView link) {
    List<String> all = new ArrayList<>();
    if (!link.master().isEmpty()) {
      all.add("master");
      all.add("upper_" + link.master());
    }
    ports(link).forEach(port -> all.add("lower_" + port));
    return all;
  }

  private List<String> ports(LinkView master) {
    return kernel.links(ns).stream()
        .filter(link -> link.master().equals(master.name()))
        .map(LinkView::name)
        .sorted()
        .toList();
  }

  List<String> list(String path) {
    return place(path).map(this::list).orElse(List.of()).stream().sorted().toList();
  }

  private List<String> list(Place at) {
    if (at.rest().isEmpty()) {
      List<String> all = new ArrayList<>(LinkAttributes.OF_LINK.keySet());
      all.add("statistics");
      all.addAll(relatives(at.link()));
      at.link().bridge().ifPresent(view -> all.addAll(List.of(BRIDGE, PORTS)));
      at.link().port().ifPresent(view -> all.add(PORT));
      return all;
    }
    return at.rest().equals(PORTS)
        ? ports(at.link())
        : files(new Place(at.link(), at.rest() + "/"));
  }

  /** The content; some files of a link that is down cannot be read. */
  Optional<String> read(String path) {
    return place(path).filter(at -> files(at).contains(at.file())).map(at -> read(at) + "\n");
  }

  private String read(Place at) {
    if (!at.rest().contains("/")) {
      return LinkAttributes.OF_LINK.get(at.rest()).apply(at.link());
    }
    return switch (at.directory()) {
      case BRIDGE -> LinkAttributes.OF_BRIDGE.get(at.file()).apply(at.link().bridge().get());
      case PORT -> LinkAttributes.OF_PORT.get(at.file()).apply(at.link().port().get());
      default -> "" + LinkAttributes.STATISTICS.get(at.file()).apply(at.link().stats());
    };
  }

  boolean isWritable(String path) {
    return place(path)
        .filter(at -> files(at).contains(at.file()))
        .flatMap(this::setter)
        .isPresent();
  }

  /** Writes a setting; the kernel's complaint, if it has one. */
  Optional<String> write(String path, String text) {
    Place at = place(path).orElseThrow(FileException::noSuchFile);
    Optional<LinkChange> change = setter(at).flatMap(setter -> setter.apply(text));
    if (change.isEmpty()) {
      return Optional.of(Errno.EINVAL.text());
    }
    Op set = new Op.LinkSet(ns, at.link().name(), List.of(change.get()));
    return switch (kernel.apply(set)) {
      case Result.Done done -> Optional.empty();
      case Result.Refused refused -> Optional.of(refused.errno().text());
    };
  }

  /** From the text written to the change it asks for, if it asks for any. */
  private Optional<Function<String, Optional<LinkChange>>> setter(Place at) {
    if (!at.rest().contains("/")) {
      return ofLink(at.rest());
    }
    return switch (at.directory()) {
      case BRIDGE -> ofBridge(at.file());
      case PORT -> ofPort(at.file());
      default -> Optional.empty();
    };
  }

  private static Optional<Function<String, Optional<LinkChange>>> ofLink(String file) {
    return switch (file) {
      case "mtu" -> Optional.of(text -> number(text).map(n -> new LinkChange.Mtu(n.intValue())));
      case "tx_queue_len" ->
          Optional.of(text -> number(text).map(n -> new LinkChange.TxQueueLength(n.intValue())));
      case "netdev_group" ->
          Optional.of(text -> number(text).map(n -> new LinkChange.Group(n.intValue())));
      case "carrier" -> Optional.of(text -> number(text).map(n -> new LinkChange.Carrier(n != 0)));
      case "ifalias" -> Optional.of(text -> Optional.of(new LinkChange.Alias(text)));
      default -> Optional.empty();
    };
  }

  private static Optional<Function<String, Optional<LinkChange>>> ofBridge(String file) {
    if (file.equals("flush")) {
      return Optional.of(text -> number(text).map(n -> new LinkChange.FlushFdb(false)));
    }
    return Optional.ofNullable(LinkAttributes.BRIDGE_SETTINGS.get(file))
        .map(attr -> text -> number(text).map(n -> bridgeSetting(attr, n)));
  }

  private static LinkChange bridgeSetting(BridgeAttr attr, long value) {
    return new LinkChange.BridgeSetting(attr, value);
  }

  private static Optional<Function<String, Optional<LinkChange>>> ofPort(String file) {
    if (file.equals("flush")) {
      return Optional.of(text -> number(text).map(n -> new LinkChange.FlushFdb(true)));
    }
    return Optional.ofNullable(LinkAttributes.PORT_SETTINGS.get(file))
        .map(attr -> text -> number(text).map(n -> portSetting(attr, n)));
  }

  private static LinkChange portSetting(PortAttr attr, long value) {
    return new LinkChange.PortSetting(attr, value);
  }

  /** kstrtoul: decimal, or hexadecimal after 0x. */
  private static Optional<Long> number(String text) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    if (digits.matches("0x[0-9a-f]{1,8}")) {
      return Optional.of(Long.parseLong(digits.substring(2), 16));
    }
    return digits.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }
}
