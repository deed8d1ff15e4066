package vethlab.lab.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Interface;
import vethlab.lab.Lab.Link;
import vethlab.lab.Lab.LinkType;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.Lab.State;
import vethlab.lab.Layout;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Route;
import vethlab.op.Route.RouteType;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** A lab as a new lab.yaml, in the short style people write by hand. */
public final class LabText {
  private LabText() {}

  public static String of(Lab lab) {
    StringBuilder text = new StringBuilder("vethlab: " + Lab.VERSION + "\n");
    text.append("name: ").append(Scalar.of(lab.name())).append('\n');
    if (!lab.title().equals(lab.name())) {
      text.append("title: ").append(Scalar.of(lab.title())).append('\n');
    }
    if (!lab.description().isEmpty()) {
      text.append("description: ").append(Scalar.of(lab.description())).append('\n');
    }
    if (!lab.namespaces().isEmpty()) {
      text.append("namespaces:\n");
      lab.namespaces().forEach(each -> text.append(namespace(each, "  ")));
    }
    if (!lab.links().isEmpty()) {
      text.append("links:\n");
      lab.links().forEach(each -> text.append("  - ").append(link(each)).append('\n'));
    }
    text.append(notes(lab.notes()));
    return text.toString();
  }

  /** The notes with their key; nothing where there are none. */
  static String notes(List<Lab.Note> notes) {
    StringBuilder text = new StringBuilder(notes.isEmpty() ? "" : "notes:\n");
    for (Lab.Note note : notes) {
      text.append("  ").append(Scalar.of(note.id())).append(": ");
      text.append(Scalar.quoted(note.text())).append('\n');
    }
    return text.toString();
  }

  /** A namespace with its key, each line indented. */
  static String namespace(Namespace each, String indent) {
    StringBuilder text = new StringBuilder(indent + Scalar.of(each.ns().toString()) + ":");
    Map<String, String> parts = parts(each, indent + "  ");
    if (parts.isEmpty()) {
      return text.append(" {}\n").toString();
    }
    text.append('\n');
    parts.values().forEach(text::append);
    return text.toString();
  }

  /** The parts of a namespace that hold something, by key; each with its key, indented. */
  static Map<String, String> parts(Namespace each, String indent) {
    Map<String, String> parts = new LinkedHashMap<>();
    if (!each.sysctls().isEmpty()) {
      parts.put("sysctls", indent + "sysctls: " + sysctls(each.sysctls()) + "\n");
    }
    if (!each.interfaces().isEmpty()) {
      StringBuilder text = new StringBuilder(indent + "interfaces:\n");
      for (Interface i : each.interfaces()) {
        text.append(indent).append("  ").append(Scalar.of(i.name())).append(": ");
        text.append(interfaceText(i)).append('\n');
      }
      parts.put("interfaces", text.toString());
    }
    list(parts, indent, "routes", each.routes().stream().map(LabText::route).toList());
    list(parts, indent, "rules", each.rules().stream().map(LabText::rule).toList());
    list(
        parts,
        indent,
        "neighbours",
        each.neighbours().stream()
            .map(n ->
                flow(
                    "to",
                    n.to().toString(),
                    "mac",
                    Scalar.quoted(n.mac().toString()),
                    "dev",
                    Scalar.of(n.dev())))
            .toList());
    list(
        parts,
        indent,
        "fdb",
        each.fdb().stream()
            .map(f ->
                flow(
                    "mac",
                    Scalar.quoted(f.mac().toString()),
                    "dev",
                    Scalar.of(f.dev()),
                    "dst",
                    f.dst().map(Ip4::toString).orElse("")))
            .toList());
    each.iptables().ifPresent(text -> parts.put("iptables", block(indent, "iptables", text)));
    if (!each.listen().isEmpty()) {
      StringJoiner all = new StringJoiner(", ", "[", "]");
      each.listen().forEach(l -> all.add(l.toString()));
      parts.put("listen", indent + "listen: " + all + "\n");
    }
    return parts;
  }

  private static void list(
      Map<String, String> parts, String indent, String key, List<String> entries) {
    if (entries.size() == 1) {
      parts.put(key, indent + key + ": [" + entries.getFirst() + "]\n");
    } else if (!entries.isEmpty()) {
      StringBuilder text = new StringBuilder(indent + key + ":\n");
      entries.forEach(each -> text.append(indent).append("  - ").append(each).append('\n'));
      parts.put(key, text.toString());
    }
  }

  private static String block(String indent, String key, String text) {
    StringBuilder block = new StringBuilder(indent + key + ": |\n");
    text.stripTrailing()
        .lines()
        .forEach(line -> block.append((indent + "  " + line).stripTrailing()).append('\n'));
    return block.toString();
  }

  private static String sysctls(Map<String, String> sysctls) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    sysctls.forEach((key, value) -> all.add(Scalar.of(key) + ": " + Scalar.value(value)));
    return all.toString();
  }

  /** {key: value, …} of those that have a value. */
  private static String flow(String... pairs) {
    StringJoiner all = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        all.add(pairs[i] + ": " + pairs[i + 1]);
      }
    }
    return all.toString();
  }

  static String interfaceText(Interface i) {
    List<String> pairs = new ArrayList<>();
    i.kind().ifPresent(kind -> kind(pairs, kind));
    if (!i.addresses().isEmpty()) {
      StringJoiner all = new StringJoiner(", ", "[", "]");
      i.addresses().forEach(a -> all.add(address(a)));
      add(pairs, "addresses", all.toString());
    }
    i.mac().ifPresent(mac -> add(pairs, "mac", Scalar.quoted(mac.toString())));
    i.mtu().ifPresent(mtu -> add(pairs, "mtu", "" + mtu));
    i.master().ifPresent(master -> add(pairs, "master", Scalar.of(master)));
    add(pairs, "state", i.state() == State.DOWN ? "down" : "");
    if (!i.port().isEmpty()) {
      StringJoiner all = new StringJoiner(", ", "{", "}");
      i.port().forEach((attr, value) -> all.add(attr.word() + ": " + value));
      add(pairs, "port", all.toString());
    }
    if (!i.vlans().isEmpty()) {
      StringJoiner all = new StringJoiner(", ", "[", "]");
      i.vlans()
          .forEach(v ->
              all.add(
                  flow(
                      "vid",
                      "" + v.first(),
                      "pvid",
                      v.pvid() ? "true" : "",
                      "untagged",
                      v.untagged() ? "true" : "")));
      add(pairs, "vlans", all.toString());
    }
    add(pairs, "alias", i.alias().isEmpty() ? "" : Scalar.of(i.alias()));
    return flow(pairs.toArray(String[]::new));
  }

  private static String address(Lab.Address a) {
    return a.peer()
        .map(peer -> "{address: " + a.prefix() + ", peer: " + peer + "}")
        .orElse(a.prefix().toString());
  }

  private static void add(List<String> pairs, String key, String value) {
    pairs.add(key);
    pairs.add(value);
  }

  private static void kind(List<String> pairs, LinkKind kind) {
    add(pairs, "kind", kind.word());
    switch (kind) {
      case LinkKind.Bridge bridge -> {
        StringJoiner all = new StringJoiner(", ", "{", "}");
        for (LinkChange.BridgeSetting each : bridge.settings()) {
          all.add(each.attr().word() + ": " + each.value());
        }
        add(pairs, "bridge", bridge.settings().isEmpty() ? "" : all.toString());
      }
      case LinkKind.Vlan vlan -> {
        add(pairs, "parent", Scalar.of(vlan.parent()));
        add(pairs, "id", "" + vlan.id());
      }
      case LinkKind.Macvlan macvlan -> {
        add(pairs, "parent", Scalar.of(macvlan.parent()));
        add(pairs, "mode", macvlan.mode());
      }
      case LinkKind.Ipvlan ipvlan -> {
        add(pairs, "parent", Scalar.of(ipvlan.parent()));
        add(pairs, "mode", ipvlan.mode());
      }
      case LinkKind.Vxlan vxlan -> {
        add(pairs, "id", "" + vxlan.vni());
        add(pairs, "remote", vxlan.remote().map(Ip4::toString).orElse(""));
        add(pairs, "local", vxlan.local().map(Ip4::toString).orElse(""));
        add(pairs, "dev", vxlan.dev().map(Scalar::of).orElse(""));
        add(pairs, "dstport", "" + vxlan.port());
      }
      case LinkKind.Vrf vrf -> add(pairs, "table", "" + vrf.table());
      default -> {
        // the kind says it all
      }
    }
  }

  static String route(Lab.RouteEntry r) {
    return flow(
        "type", r.type() == RouteType.UNICAST ? "" : r.type().word(),
        "to", destination(r.to()),
        "via", r.via().map(Ip4::toString).orElse(""),
        "dev", r.dev().map(Scalar::of).orElse(""),
        "from", r.source().map(Ip4::toString).orElse(""),
        "metric", r.metric() == 0 ? "" : "" + r.metric(),
        "table", r.table() == Route.MAIN ? "" : "" + Integer.toUnsignedString(r.table()),
        "onlink", r.onlink() ? "true" : "",
        "mtu", r.mtu() == 0 ? "" : "" + r.mtu());
  }

  private static String destination(Prefix to) {
    return to.length() == 0 ? "default" : to.toString();
  }

  static String rule(Lab.RuleEntry r) {
    return flow(
        "priority", r.priority().isPresent() ? "" + r.priority().getAsLong() : "",
        "from", r.from().map(LabText::destination).orElse(""),
        "to", r.to().map(LabText::destination).orElse(""),
        "iif", r.iif().map(Scalar::of).orElse(""),
        "oif", r.oif().map(Scalar::of).orElse(""),
        "mark", r.mark().isPresent() ? "" + r.mark().getAsLong() : "",
        "table", "" + Integer.toUnsignedString(r.table()));
  }

  static String link(Link each) {
    String ends =
        "endpoints: ["
            + Scalar.quoted(each.a().toString())
            + ", "
            + Scalar.quoted(each.b().toString())
            + "]";
    return each.type() == LinkType.UPLINK ? "{" + ends + ", type: uplink}" : ends;
  }

  /** layout.yaml. */
  public static String layout(Layout layout) {
    StringBuilder text = new StringBuilder();
    layout
        .places()
        .forEach((name, place) -> {
          text.append(Scalar.of(name)).append(": {x: ").append(number(place.x()));
          text.append(", y: ").append(number(place.y()));
          if (place.width() > 0) {
            text.append(", width: ").append(number(place.width()));
            text.append(", height: ").append(number(place.height()));
          }
          text.append("}\n");
        });
    return text.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
