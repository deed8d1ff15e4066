package vethlab.app;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import vethlab.app.file.Export;
import vethlab.app.real.KernelRun;
import vethlab.app.view.ExportSheet;
import vethlab.app.view.KernelSheet;
import vethlab.app.view.LabTextSheet;
import vethlab.app.view.Prompt;

/** What opens, saves and exports. */
final class FileActions {
  private final VethlabWindow window;
  private final Studio studio;

  FileActions(VethlabWindow window) {
    this.window = window;
    studio = window.studio();
  }

  private Runnable inDocument(Runnable run) {
    return window.inDocument(run);
  }

  void addTo(Actions all) {
    all.group("files")
        .add("new", window::fresh, Actions.key(KeyCode.N, Actions.CTRL))
        .add("open", () -> window.desk().choose(), Actions.key(KeyCode.O, Actions.CTRL))
        .add("save", inDocument(() -> window.desk().save()), Actions.key(KeyCode.S, Actions.CTRL))
        .add(
            "save-as",
            inDocument(() -> window.desk().saveAs()),
            Actions.key(KeyCode.S, Actions.CTRL, Actions.SHIFT))
        .add(
            "export",
            inDocument(this::chooseExport),
            Actions.key(KeyCode.E, Actions.CTRL, Actions.SHIFT))
        .add("export-png", inDocument(() -> window.desk().export(Export.PNG)))
        .add("export-svg", inDocument(() -> window.desk().export(Export.SVG)))
        .add("export-pcapng", inDocument(() -> window.desk().export(Export.PCAPNG)))
        .add("export-script", inDocument(() -> window.desk().export(Export.SCRIPT)))
        .add("export-go", inDocument(() -> window.desk().export(Export.GO)))
        .add("lab-text", inDocument(this::labText), Actions.key(KeyCode.E, Actions.CTRL))
        .add("rename-lab", inDocument(this::renameLab))
        .add("home", () -> window.desk().home())
        .add(
            "deploy",
            inDocument(this::toKernel),
            Actions.key(KeyCode.D, Actions.CTRL, Actions.SHIFT))
        .add(
            "destroy",
            inDocument(studio::leaveKernel),
            Actions.key(KeyCode.K, Actions.CTRL, Actions.SHIFT))
        .add("import", () -> window.desk().importMachine());
  }

  /** The plan is shown; nothing happens before somebody says so. */
  private void toKernel() {
    if (studio.kernelRun().isEmpty()) {
      KernelRun run = studio.toKernel(Platform::runLater);
      Runnable close = () -> window.view().closeOverlay();
      window.view().overlay(new KernelSheet(studio, window.desk(), run, close));
    }
  }

  private void chooseExport() {
    window
        .view()
        .overlay(
            new ExportSheet(studio.words(), window.desk(), () -> window.view().closeOverlay()));
  }

  private void labText() {
    window.view().overlay(new LabTextSheet(studio, () -> window.view().closeOverlay()));
  }

  private void renameLab() {
    String title = studio.doc().title();
    window
        .view()
        .overlay(
            new Prompt(
                studio.words().get("action.rename-lab"),
                title,
                () -> window.view().closeOverlay(),
                next -> studio.doc().title(next)));
  }
}
