package vethlab.app.scene;

import vethlab.app.scene.Scene.End;
import vethlab.op.Ns;

/** Something on the canvas that can be chosen. */
public sealed interface Item {
  record Namespace(Ns ns) implements Item {}

  record Device(Ns ns, String name) implements Item {}

  record Port(Ns ns, String name) implements Item {}

  /** A link, by its two ends as {@link Scene.Wire} has them. */
  record Link(End a, End b) implements Item {}

  record Note(String id) implements Item {}

  /** The namespace it is in; empty for notes. */
  default java.util.Optional<Ns> owner() {
    return switch (this) {
      case Namespace n -> java.util.Optional.of(n.ns());
      case Device d -> java.util.Optional.of(d.ns());
      case Port p -> java.util.Optional.of(p.ns());
      case Link l -> java.util.Optional.of(l.a().ns());
      case Note n -> java.util.Optional.empty();
    };
  }
}
