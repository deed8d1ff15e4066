package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import vethlab.wire.Field;
import vethlab.wire.Layer;

/** A layer's fields in a line or two, as people read them. */
public final class LayerLines {
  private static final int MOST = 6;

  private final Layer layer;

  private LayerLines(Layer layer) {
    this.layer = layer;
  }

  public static List<String> of(Layer layer) {
    return new LayerLines(layer).lines();
  }

  private List<String> lines() {
    return switch (layer.name()) {
      case "Ethernet" -> List.of(value("source") + " →", value("destination"));
      case "IPv4" ->
          List.of(
              value("source") + " → " + value("destination"),
              "ttl %s · id %s · %s bytes"
                  .formatted(
                      value("time to live"),
                      value("identification").replaceFirst(" .*", ""),
                      value("total length")));
      case "ARP" ->
          List.of(
              value("operation").replaceFirst("^\\d+ ", ""),
              value("sender IP address") + " " + value("sender Ethernet address"),
              "→ " + value("target IP address"));
      case "ICMP" -> joined("type", "code", "id", "sequence");
      case "UDP" -> List.of(ports(), "%s bytes".formatted(value("length")));
      case "TCP" ->
          List.of(ports(), value("flags"), joined("sequence number", "window").getFirst());
      case "Data" -> List.of(value("data").replaceFirst(":.*", ""));
      default ->
          joined(layer.fields().stream().map(Field::name).limit(MOST).toArray(String[]::new));
    };
  }

  private String ports() {
    return value("source port") + " → " + value("destination port");
  }

  /** Those of these fields that there are, with their names, in one line. */
  private List<String> joined(String... names) {
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      layer.fields().stream()
          .filter(f -> f.name().equals(name))
          .findFirst()
          .ifPresent(f -> parts.add(name + " " + f.value()));
    }
    return List.of(String.join(" · ", parts));
  }

  private String value(String name) {
    return layer.fields().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .map(Field::value)
        .orElse("–");
  }
}
