package vethlab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import vethlab.app.file.Export;
import vethlab.app.file.LabDraft;
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
            inDocument(() -> onKernel("deploy")),
            Actions.key(KeyCode.D, Actions.CTRL, Actions.SHIFT))
        .add(
            "destroy",
            inDocument(() -> onKernel("destroy")),
            Actions.key(KeyCode.K, Actions.CTRL, Actions.SHIFT))
        .add("import", () -> {});
  }

  /** The plan is shown; a lab that is in no file yet is saved first. */
  private void onKernel(String verb) {
    Optional<Path> folder = studio.doc().file().filter(Files::isDirectory);
    if (folder.isEmpty()) {
      window.desk().save();
      return;
    }
    List<String> commands =
        verb.equals("deploy")
            ? LabDraft.script(studio.doc()).lines().filter(l -> !l.startsWith("#")).toList()
            : studio.doc().kernel().namespaces().stream().map(ns -> "ip netns del " + ns).toList();
    window.view().overlay(new KernelSheet(studio.words(), verb, folder.get().toString(), commands));
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
