package vethlab.cli.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import vethlab.app.Words;
import vethlab.app.model.PacketText;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.DeviceBox;
import vethlab.app.scene.Scene.End;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.app.scene.Scene.Port;
import vethlab.app.scene.Scene.PortState;
import vethlab.app.scene.Scene.Wire;
import vethlab.app.scene.Scene.WireKind;
import vethlab.lab.lesson.Block;
import vethlab.sim.trace.Step;

/**
 * The drawing as a tree of lines: namespaces, in them bridges, at those ports and their far ends.
 */
final class NetworkPane {
  private final Words words;
  private final Scene scene;
  private final Optional<Step> now;
  private final Set<String> looked;
  private final Map<End, Wire> wires = new HashMap<>();
  private final List<AttributedString> lines = new ArrayList<>();

  /**
   * @param now the event that has just happened: where the packet is
   * @param looked what the lesson wants looked at, as {@link Block.Node} writes it
   */
  NetworkPane(Words words, Scene scene, Optional<Step> now, Set<String> looked) {
    this.words = words;
    this.scene = scene;
    this.now = now;
    this.looked = looked;
    for (Wire wire : scene.wires()) {
      if (wire.kind() == WireKind.VETH || wire.kind() == WireKind.UPLINK) {
        wires.put(wire.a(), wire);
        wires.put(wire.b(), wire);
      }
    }
  }

  static Set<String> nodes(Optional<Block.Focus> focus) {
    return focus.stream()
        .flatMap(each -> each.nodes().stream())
        .map(Block.Node::toString)
        .collect(Collectors.toSet());
  }

  List<AttributedString> lines(int width) {
    scene.nodes().forEach(this::node);
    return lines.stream().map(line -> Flow.fit(line, width)).toList();
  }

  private void node(NodeBox node) {
    String ns = node.ns().toString();
    AttributedStringBuilder head = new AttributedStringBuilder();
    head.append(mark(ns)).append(ns, Ink.STRONG.style());
    if (!node.fact().isEmpty()) {
      head.append("  " + node.fact(), Ink.DIM.style());
    }
    token(ns, "").ifPresent(head::append);
    lines.add(head.toAttributedString());
    List<Port> free = node.ports().stream().filter(port -> !isMember(node, port)).toList();
    int left = node.devices().size() + free.size();
    for (DeviceBox device : node.devices()) {
      device(node, device, --left == 0);
    }
    for (Port port : free) {
      port(port, --left == 0 ? "  └ " : "  ├ ");
    }
  }

  private static boolean isMember(NodeBox node, Port port) {
    return node.devices().stream().anyMatch(device -> device.name().equals(port.master()));
  }

  private void device(NodeBox node, DeviceBox device, boolean last) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(last ? "  └ " : "  ├ ", Ink.DIM.style());
    name(line, device.ns() + "/" + device.name(), device.name(), device.state());
    line.append(" " + device.kind(), Ink.DIM.style());
    addresses(line, device.addresses());
    state(line, device.state());
    token(device.ns().toString(), device.name()).ifPresent(line::append);
    lines.add(line.toAttributedString());
    List<Port> members =
        node.ports().stream().filter(port -> port.master().equals(device.name())).toList();
    for (int i = 0; i < members.size(); i++) {
      String branch = i == members.size() - 1 ? " └ " : " ├ ";
      port(members.get(i), (last ? "   " : "  │") + branch);
    }
  }

  private void port(Port port, String branch) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.append(branch, Ink.DIM.style());
    name(line, port.ns() + "/" + port.name(), port.name(), port.state());
    addresses(line, port.addresses());
    End here = new End(port.ns(), port.name());
    Optional.ofNullable(wires.get(here))
        .ifPresent(wire -> {
          End far = wire.a().equals(here) ? wire.b() : wire.a();
          boolean up = wire.state() == PortState.UP;
          line.append(up ? " ─── " : " ╌╌╌ ", Ink.DIM.style());
          line.append(far.ns() + ":" + far.name());
        });
    state(line, port.state());
    token(port.ns().toString(), port.name()).ifPresent(line::append);
    lines.add(line.toAttributedString());
  }

  private static void addresses(AttributedStringBuilder line, List<String> addresses) {
    if (!addresses.isEmpty()) {
      line.append(" " + String.join(" ", addresses), Ink.CODE.style());
    }
  }

  private void name(AttributedStringBuilder line, String node, String name, PortState state) {
    Ink ink = looked.contains(node) ? Ink.STRONG : state == PortState.UP ? Ink.TEXT : Ink.DIM;
    line.append(mark(node)).append(name, ink.style());
  }

  /** What the lesson wants looked at has a mark. */
  private AttributedString mark(String node) {
    return looked.contains(node) ? Flow.of(Ink.CHANGED, "▸") : AttributedString.EMPTY;
  }

  private void state(AttributedStringBuilder line, PortState state) {
    String key =
        switch (state) {
          case UP -> "";
          case DOWN -> "network.down";
          case NO_CARRIER -> "network.no-carrier";
          case BLOCKED -> "network.blocked";
        };
    if (!key.isEmpty()) {
      line.append("  ✕ " + words.get(key), Ink.DROP.style());
    }
  }

  /** The packet, where it is. */
  private Optional<AttributedString> token(String ns, String device) {
    return now.filter(step -> step.ns().toString().equals(ns) && isAt(step, device))
        .map(step -> {
          String protocol = PacketText.protocol(step.after());
          String label = protocol + " " + PacketText.label(step.after());
          return new AttributedStringBuilder()
              .append("  ◀ ", Ink.of(protocol).style())
              .append(label.strip(), Ink.of(protocol).style().bold())
              .toAttributedString();
        });
  }

  private static boolean isAt(Step step, String device) {
    String at = step.device().isEmpty() ? step.out() : step.device();
    return at.equals(device.isEmpty() ? "lo" : device) || device.isEmpty() && at.isEmpty();
  }
}
