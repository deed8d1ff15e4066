package vethlab.app.model;

import java.util.Locale;
import vethlab.app.Words;
import vethlab.app.scene.Scene;

/** A drawing told in lines. */
public final class OutlineText {
  private OutlineText() {}

  public static String of(Words words, Scene scene) {
    StringBuilder text = new StringBuilder();
    for (Scene.NodeBox node : scene.nodes()) {
      text.append(words.get("outline.namespace", node.ns()));
      text.append(node.fact().isEmpty() ? "" : " · " + node.fact()).append('\n');
      for (Scene.Port port : node.ports()) {
        text.append("  ").append(port.name());
        port.addresses().forEach(address -> text.append(' ').append(address));
        text.append(" · ")
            .append(words.get("state." + port.state().name().toLowerCase(Locale.ROOT)));
        text.append(to(words, scene, port)).append('\n');
      }
      for (Scene.DeviceBox device : node.devices()) {
        text.append("  ").append(device.name()).append(" (").append(device.kind()).append(')');
        device.addresses().forEach(address -> text.append(' ').append(address));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String to(Words words, Scene scene, Scene.Port port) {
    Scene.End end = new Scene.End(port.ns(), port.name());
    StringBuilder text = new StringBuilder();
    for (Scene.Wire wire : scene.wires()) {
      boolean a = wire.a().equals(end);
      if (a || wire.b().equals(end)) {
        Scene.End other = a ? wire.b() : wire.a();
        String key = wire.kind() == Scene.WireKind.MEMBER ? "outline.member" : "outline.linked";
        text.append(" · ").append(words.get(key, other.ns() + ":" + other.name()));
      }
    }
    return text.toString();
  }
}
