package vethlab.app;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;

/** What changes the drawing. */
final class EditActions extends ActionGroup {
  private final Drawing drawing;

  EditActions(VethlabWindow window) {
    super(window);
    drawing = window.drawing();
  }

  @Override
  void addTo(Actions all) {
    all.group("edit")
        .add("undo", inDocument(studio::undo), Actions.key(KeyCode.Z, Actions.CTRL))
        .add(
            "redo",
            inDocument(studio::redo),
            Actions.key(KeyCode.Z, Actions.CTRL, Actions.SHIFT),
            Actions.key(KeyCode.Y, Actions.CTRL))
        .add("cut", inDocument(drawing::cut), Actions.key(KeyCode.X, Actions.CTRL))
        .add("copy", inDocument(drawing::copy), Actions.key(KeyCode.C, Actions.CTRL))
        .add("paste", inDocument(drawing::paste), Actions.key(KeyCode.V, Actions.CTRL))
        .add("duplicate", inDocument(drawing::duplicate), Actions.key(KeyCode.D, Actions.CTRL))
        .add("select-all", inDocument(drawing::selectAll), Actions.key(KeyCode.A, Actions.CTRL))
        .add(
            "delete",
            inDocument(drawing::delete),
            Actions.key(KeyCode.DELETE),
            Actions.key(KeyCode.BACK_SPACE))
        .add("rename", inDocument(drawing::startRename), Actions.key(KeyCode.F2))
        .add("select-next", inDocument(() -> drawing.selectNext(1)), Actions.key(KeyCode.TAB))
        .add(
            "select-previous",
            inDocument(() -> drawing.selectNext(-1)),
            Actions.key(KeyCode.TAB, Actions.SHIFT))
        .add("keep", inDocument(drawing::keep), Actions.key(KeyCode.X))
        .add("select-nothing", inDocument(() -> studio.select(Set.of())))
        .add("fix", inDocument(this::fix), Actions.key(KeyCode.PERIOD, Actions.CTRL))
        .add("align-left", inDocument(() -> drawing.align(Drawing.Line.LEFT)))
        .add("align-top", inDocument(() -> drawing.align(Drawing.Line.TOP)))
        .add("spread", inDocument(() -> drawing.align(Drawing.Line.SPREAD)))
        .add("arrange", inDocument(drawing::arrange));
    nudges(all, KeyCode.LEFT, -1, 0);
    nudges(all, KeyCode.RIGHT, 1, 0);
    nudges(all, KeyCode.UP, 0, -1);
    nudges(all, KeyCode.DOWN, 0, 1);
    tools(all);
  }

  private void nudges(Actions all, KeyCode key, int dx, int dy) {
    String way = key.name().toLowerCase(Locale.ROOT);
    all.add("nudge-" + way, inDocument(() -> drawing.nudge(dx * 20, dy * 20)), Actions.key(key))
        .add(
            "nudge-fine-" + way,
            inDocument(() -> drawing.nudge(dx, dy)),
            Actions.key(key, Actions.CTRL));
  }

  private void tools(Actions all) {
    tool(all, Tool.SELECT, KeyCode.V);
    tool(all, Tool.NAMESPACE, KeyCode.N);
    tool(all, Tool.BRIDGE, KeyCode.B);
    tool(all, Tool.UPLINK, KeyCode.U);
    tool(all, Tool.NOTE, KeyCode.T);
    all.add("tool-link", inDocument(this::link), Actions.key(KeyCode.L))
        .add("tool-more", inDocument(() -> studio.tool(Tool.MORE)), Actions.key(KeyCode.M))
        .add("connect", inDocument(drawing::connectChosen))
        .add("place", inDocument(this::place), Actions.key(KeyCode.ENTER));
  }

  private void tool(Actions all, Tool tool, KeyCode key) {
    all.group("tools")
        .add("tool-" + tool.word(), inDocument(() -> studio.tool(tool)), Actions.key(key));
  }

  /** With two things chosen they are connected; else a link is drawn. */
  private void link() {
    if (drawing.canConnect()) {
      drawing.connectChosen();
    } else {
      studio.tool(Tool.LINK);
    }
  }

  /** Repairs the first problem, of what is chosen before others. */
  private void fix() {
    studio.problems().stream()
        .filter(problem -> problem.fix().isPresent())
        .min(Comparator.comparing(problem -> !studio.chosenNamespaces().contains(problem.ns())))
        .ifPresent(studio::fix);
  }

  /** Enter: the tool in hand is used where it makes sense; without one, what is chosen opens. */
  private void place() {
    if (studio.tool() == Tool.SELECT) {
      studio.chosenNamespaces().stream().findFirst().ifPresent(ns -> studio.doc().toggleOpen(ns));
      return;
    }
    double[] at =
        studio
            .chosen()
            .filter(item -> studio.tool() != Tool.NAMESPACE)
            .flatMap(drawing::boxOf)
            .map(box -> new double[] {box.centerX(), box.centerY()})
            .orElseGet(drawing::freePlace);
    drawing.drop(studio.tool(), at[0], at[1]);
  }
}
