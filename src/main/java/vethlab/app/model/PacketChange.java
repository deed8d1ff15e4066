package vethlab.app.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vethlab.sim.trace.Step;
import vethlab.wire.Bytes;
import vethlab.wire.Field;
import vethlab.wire.Frame;
import vethlab.wire.FrameWriter;
import vethlab.wire.Layer;
import vethlab.wire.Layers;
import vethlab.wire.Mac;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;

/** A packet's layers and bytes, and which fields have changed since before. */
public final class PacketChange {
  /** A field that is not what it was. */
  public record Changed(String layer, String name, String before, String after) {}

  private final boolean framed;
  private final List<Layer> layers;
  private final Bytes bytes;
  private final List<Changed> changed;
  private final Set<String> changedKeys = new LinkedHashSet<>();

  private PacketChange(boolean framed, Bytes bytes, List<Layer> layers, List<Changed> changed) {
    this.framed = framed;
    this.bytes = bytes;
    this.layers = layers;
    this.changed = changed;
    changed.forEach(c -> changedKeys.add(c.layer() + "/" + c.name()));
  }

  /** What a step made of its packet. */
  public static PacketChange of(Step step) {
    return between(step, step.before(), step.after());
  }

  /** What became of a packet from its first step in a namespace to this one. */
  public static PacketChange since(Step first, Step step) {
    return between(step, first.before(), step.after());
  }

  private static PacketChange between(Step step, Payload before, Payload after) {
    boolean framed = step.frame().isPresent();
    List<Layer> now = layers(step, after);
    List<Changed> changed = new ArrayList<>();
    if (!before.equals(after) && !isNothing(before)) {
      Map<String, String> old = values(layers(step, before));
      for (Layer layer : now) {
        for (Field field : layer.fields()) {
          String was = old.get(layer.name() + "/" + field.name());
          if (was != null && !was.equals(field.value())) {
            changed.add(new Changed(layer.name(), field.name(), was, field.value()));
          }
        }
      }
    }
    return new PacketChange(framed, bytes(step, after), now, changed);
  }

  private static boolean isNothing(Payload payload) {
    return payload instanceof OtherPayload other && other.etherType() == 0;
  }

  private static Frame frame(Step step, Payload payload) {
    return step.frame()
        .map(frame -> frame.withPayload(payload))
        .orElse(Frame.of(Mac.ZERO, Mac.ZERO, payload));
  }

  private static Bytes bytes(Step step, Payload payload) {
    return Bytes.wrap(FrameWriter.encode(frame(step, payload)));
  }

  private static List<Layer> layers(Step step, Payload payload) {
    return isNothing(payload) ? List.of() : Layers.of(frame(step, payload));
  }

  private static Map<String, String> values(List<Layer> layers) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Layer layer : layers) {
      layer.fields().forEach(f -> values.put(layer.name() + "/" + f.name(), f.value()));
    }
    return values;
  }

  /** Whether its Ethernet header is known yet. */
  public boolean isFramed() {
    return framed;
  }

  /** From the outside in; without the Ethernet header where there is none yet. */
  public List<Layer> layers() {
    return framed || layers.isEmpty() ? layers : layers.subList(1, layers.size());
  }

  public Bytes bytes() {
    return bytes;
  }

  /** Where the bytes that exist begin. */
  public int firstByte() {
    return framed ? 0 : Frame.HEADER_LENGTH;
  }

  public List<Changed> changed() {
    return changed;
  }

  public boolean isChanged(Layer layer, Field field) {
    return changedKeys.contains(layer.name() + "/" + field.name());
  }

  /** Whether a byte belongs to a field that has changed. */
  public boolean isChanged(int offset) {
    for (Layer layer : layers) {
      for (Field field : layer.fields()) {
        if (offset >= field.offset() && offset < field.end() && isChanged(layer, field)) {
          return true;
        }
      }
    }
    return false;
  }
}
