package vethlab.app;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import vethlab.app.canvas.CanvasView;
import vethlab.app.view.CommandPalette;
import vethlab.app.view.KeysSheet;
import vethlab.app.view.Outline;
import vethlab.app.view.Panel;

/** What changes only how things are seen. */
final class LookActions extends ActionGroup {
  private final Drawing drawing;

  LookActions(VethlabWindow window) {
    super(window);
    drawing = window.drawing();
  }

  @Override
  void addTo(Actions all) {
    all.group("view")
        .add(
            "zoom-in",
            zoom(1.25),
            Actions.key(KeyCode.PLUS, Actions.CTRL),
            Actions.key(KeyCode.EQUALS, Actions.CTRL),
            Actions.key(KeyCode.EQUALS, Actions.CTRL, Actions.SHIFT),
            Actions.key(KeyCode.ADD, Actions.CTRL))
        .add(
            "zoom-out",
            zoom(0.8),
            Actions.key(KeyCode.MINUS, Actions.CTRL),
            Actions.key(KeyCode.SUBTRACT, Actions.CTRL))
        .add(
            "zoom-100",
            inDocument(() -> drawing.canvas().ifPresent(c -> c.zoom(1))),
            Actions.key(KeyCode.DIGIT0, Actions.CTRL))
        .add(
            "zoom-all",
            inDocument(() -> drawing.canvas().ifPresent(CanvasView::fit)),
            Actions.key(KeyCode.DIGIT1, Actions.SHIFT))
        .add(
            "zoom-selection",
            inDocument(this::zoomSelection),
            Actions.key(KeyCode.DIGIT2, Actions.SHIFT))
        .add(
            "toggle-open",
            inDocument(() -> studio.chosenNamespaces().forEach(ns -> studio.doc().toggleOpen(ns))))
        .add(
            "palette",
            () -> overlay(CommandPalette.commands(studio, window)),
            Actions.key(KeyCode.P, Actions.CTRL, Actions.SHIFT))
        .add(
            "find",
            inDocument(() -> overlay(CommandPalette.things(studio, window))),
            Actions.key(KeyCode.F, Actions.CTRL))
        .add("next-pane", inDocument(() -> window.view().focusPane(1)), Actions.key(KeyCode.F6))
        .add(
            "previous-pane",
            inDocument(() -> window.view().focusPane(-1)),
            Actions.key(KeyCode.F6, Actions.SHIFT))
        .add(
            "filter",
            inDocument(() -> window.view().focusFilter()),
            Actions.key(KeyCode.SLASH, Actions.CTRL))
        .add(
            "keys",
            () -> overlay(new KeysSheet(studio, window.allActions())),
            Actions.key(KeyCode.F1))
        .add("outline", inDocument(() -> overlay(new Outline(studio))))
        .add("theme", window::otherTheme)
        .add("contrast", window::otherContrast)
        .add("toggle-left", inDocument(() -> window.view().toggle(Panel.LEFT)))
        .add("toggle-right", inDocument(() -> window.view().toggle(Panel.RIGHT)))
        .add("toggle-below", inDocument(() -> window.view().toggle(Panel.BELOW)))
        .add("language", window::otherLanguage)
        .add("reduced-motion", window::otherMotion)
        .add("show-problems", inDocument(() -> window.view().showLeft("palette")))
        .add("show-walkthrough", inDocument(() -> window.view().showLeft("walkthrough")))
        .add("show-tables", inDocument(() -> window.view().showRight("tables")))
        .add("show-bytes", inDocument(() -> window.view().showBelow("bytes")));
  }

  private Runnable zoom(double factor) {
    return inDocument(() -> drawing.canvas().ifPresent(c -> c.zoom(c.camera().zoom() * factor)));
  }

  private void zoomSelection() {
    studio.selection().stream()
        .map(drawing::boxOf)
        .flatMap(Optional::stream)
        .reduce(vethlab.app.scene.Scene.Box::union)
        .ifPresent(box -> drawing.canvas().ifPresent(c -> c.fit(box)));
  }
}
