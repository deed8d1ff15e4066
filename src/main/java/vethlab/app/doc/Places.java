package vethlab.app.doc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vethlab.app.scene.Scene;
import vethlab.lab.Layout;

/** Where things stand, and what is written on the canvas. */
record Places(Layout layout, Map<String, String> notes) {
  static final Places NONE = new Places(Layout.EMPTY, Map.of());

  /**
   * After an edit.
   *
   * @param from where things stood
   */
  Places after(Edit edit, Layout from) {
    return new Places(edit.move().apply(from), notesAfter(edit));
  }

  private Map<String, String> notesAfter(Edit edit) {
    Map<String, String> after = new LinkedHashMap<>(notes);
    edit.notes()
        .forEach((id, text) -> {
          if (text.isEmpty()) {
            after.remove(id);
          } else {
            after.put(id, text);
          }
        });
    return Collections.unmodifiableMap(after);
  }

  /** Every namespace keeps the place where it is seen, so that nothing else moves. */
  Layout pinned(Scene scene) {
    Map<String, Layout.Place> pinned = new LinkedHashMap<>(layout.places());
    for (Scene.NodeBox node : scene.nodes()) {
      pinned.putIfAbsent(node.ns().toString(), node.place());
    }
    return pinned.size() == layout.places().size() ? layout : new Layout(pinned);
  }
}
