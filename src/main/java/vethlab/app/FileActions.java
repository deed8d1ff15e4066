package vethlab.app;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import vethlab.app.file.Export;
import vethlab.app.real.KernelRun;
import vethlab.app.view.ExportSheet;
import vethlab.app.view.ImportSheet;
import vethlab.app.view.KernelSheet;
import vethlab.app.view.LabTextSheet;
import vethlab.app.view.Prompt;
import vethlab.linux.agent.Launch;

/** What opens, saves and exports. */
final class FileActions extends ActionGroup {
  FileActions(VethlabWindow window) {
    super(window);
  }

  @Override
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
            inDocument(studio.kernel()::leave),
            Actions.key(KeyCode.K, Actions.CTRL, Actions.SHIFT))
        .add("import", this::importMachine);
  }

  /** The plan is shown; nothing happens before somebody says so. */
  private void toKernel() {
    if (!studio.kernel().isOn()) {
      KernelRun run = studio.kernel().plan(Platform::runLater);
      overlay(new KernelSheet(studio, window.desk(), run, this::close));
    }
  }

  private void importMachine() {
    Optional<String> obstacle =
        Launch.root() ? Optional.empty() : Optional.of(studio.words().get("import.root"));
    overlay(new ImportSheet(studio.words(), obstacle, this::close, this::show));
  }

  private void show(Importing.Picture picture) {
    close();
    window.desk().show(picture);
  }

  private void chooseExport() {
    overlay(new ExportSheet(studio.words(), window.desk(), this::close));
  }

  private void labText() {
    overlay(new LabTextSheet(studio, this::close));
  }

  private void renameLab() {
    String title = studio.words().get("action.rename-lab");
    overlay(new Prompt(title, studio.doc().title(), this::close, next -> studio.doc().title(next)));
  }
}
