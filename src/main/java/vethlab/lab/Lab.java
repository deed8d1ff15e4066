package vethlab.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.lab.yaml.FormatVersion;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.PortAttr;
import vethlab.op.Route.RouteType;
import vethlab.op.iptables.Ruleset;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/**
 * A lab as lab.yaml describes it: what shall exist. An immutable value without positions.
 *
 * @param title shown to people, the name where the file gives none
 */
public record Lab(
    String name,
    String title,
    String description,
    List<Namespace> namespaces,
    List<Link> links,
    List<Note> notes) {

  /** The format this program reads and writes. */
  public static final int VERSION = FormatVersion.CURRENT;

  public static Lab empty(String name) {
    return new Lab(name, name, "", List.of(), List.of(), List.of());
  }

  /**
   * @param iptables what iptables-restore shall load, as it stands in the file
   */
  public record Namespace(
      Ns ns,
      List<Interface> interfaces,
      List<RouteEntry> routes,
      List<RuleEntry> rules,
      List<NeighbourEntry> neighbours,
      List<FdbEntry> fdb,
      Map<String, String> sysctls,
      Optional<String> iptables,
      Optional<Ruleset> ruleset,
      List<Listen> listen) {}

  /**
   * @param kind absent: an end of a link of {@link Lab#links}
   */
  public record Interface(
      String name,
      Optional<LinkKind> kind,
      List<Address> addresses,
      Optional<Mac> mac,
      OptionalInt mtu,
      Optional<String> master,
      State state,
      Map<PortAttr, Long> port,
      List<VlanEntry> vlans,
      String alias) {}

  public enum State {
    UP,
    DOWN
  }

  public record Address(Prefix prefix, Optional<Ip4> peer) {}

  /** A VLAN of a bridge port. */
  public record VlanEntry(int first, int last, boolean pvid, boolean untagged) {}

  public record RouteEntry(
      RouteType type,
      Prefix to,
      Optional<Ip4> via,
      Optional<String> dev,
      Optional<Ip4> source,
      long metric,
      int table,
      boolean onlink,
      int mtu) {}

  public record RuleEntry(
      OptionalLong priority,
      Optional<Prefix> from,
      Optional<Prefix> to,
      Optional<String> iif,
      Optional<String> oif,
      OptionalLong mark,
      int table) {}

  public record NeighbourEntry(Ip4 to, Mac mac, String dev) {}

  public record FdbEntry(Mac mac, String dev, Optional<Ip4> dst) {}

  /** Something that answers in a namespace. */
  public record Listen(Protocol protocol, int port) {
    @Override
    public String toString() {
      return protocol.name().toLowerCase(java.util.Locale.ROOT) + "/" + port;
    }
  }

  public enum Protocol {
    TCP,
    UDP
  }

  /** One end of a link: {@code ns1:eth0}. */
  public record Endpoint(Ns ns, String name) {
    @Override
    public String toString() {
      return ns + ":" + name;
    }
  }

  public enum LinkType {
    VETH,
    UPLINK
  }

  public record Link(Endpoint a, Endpoint b, LinkType type) {}

  public record Note(String id, String text) {}

  public Optional<Namespace> namespace(Ns ns) {
    return namespaces.stream().filter(each -> each.ns().equals(ns)).findFirst();
  }
}
