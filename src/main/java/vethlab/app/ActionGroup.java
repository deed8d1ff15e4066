package vethlab.app;

import javafx.scene.Node;

/** Actions of one kind, on a window. */
abstract class ActionGroup {
  final VethlabWindow window;
  final Studio studio;

  ActionGroup(VethlabWindow window) {
    this.window = window;
    studio = window.studio();
  }

  abstract void addTo(Actions all);

  /** Does nothing on the home page. */
  final Runnable inDocument(Runnable run) {
    return () -> {
      if (studio.document().isPresent()) {
        run.run();
      }
    };
  }

  final void overlay(Node sheet) {
    window.view().overlay(sheet);
  }

  final void close() {
    window.view().closeOverlay();
  }
}
