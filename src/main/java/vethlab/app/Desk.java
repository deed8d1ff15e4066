package vethlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Origin;
import vethlab.app.file.AppFolders;
import vethlab.app.file.Autosave;
import vethlab.app.file.Drafts;
import vethlab.app.file.Export;
import vethlab.app.file.LabDraft;
import vethlab.app.file.Recent;
import vethlab.app.file.ShippedLabs;
import vethlab.app.file.Trouble;
import vethlab.app.view.Question;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;

/**
 * Opens, saves and exports. Whatever goes wrong is told, the window stays, and nothing that was
 * drawn is lost.
 */
public final class Desk {
  private final Studio studio;
  private final Consumer<Question> asker;
  private final ShippedLabs shipped;
  private final Drafts drafts;
  private final Autosave autosave;
  private final Recent recent;
  private FileDialogs dialogs;

  Desk(
      Studio studio,
      AppFolders folders,
      ShippedLabs shipped,
      FileDialogs dialogs,
      Consumer<Question> asker) {
    this.studio = studio;
    this.shipped = shipped;
    this.dialogs = dialogs;
    this.asker = asker;
    drafts = new Drafts(folders);
    recent = new Recent(folders);
    autosave = new Autosave(drafts, e -> Platform.runLater(() -> notKept(e)));
  }

  /** Who asks for files from now on. */
  void dialogs(FileDialogs other) {
    dialogs = other;
  }

  public Recent recent() {
    return recent;
  }

  private Words words() {
    return studio.words();
  }

  void tick(long clock) {
    if (studio.document().isPresent() && !studio.runner().isRunning()) {
      autosave.tick(clock);
    }
  }

  private void notKept(IOException e) {
    studio.message(words().get("message.not-kept", Trouble.text(words(), e)));
  }

  // --- opening ---------------------------------------------------------------------------------

  /** Opens a lab or a script, after asking about unsaved work. */
  public void open(Path path) {
    try {
      Opening.Opened opened = Opening.open(path);
      leave(() -> {
        show(opened);
        recent.opened(path);
      });
    } catch (Opening.Malformed e) {
      asker.accept(
          Question.telling(
              words(),
              words().get("file.malformed", name(path)),
              e.problems().stream().map(Object::toString).toList()));
    } catch (IOException e) {
      asker.accept(
          Question.telling(
              words(),
              words().get("file.cannot-open", name(path)),
              List.of(path.toString(), Trouble.text(words(), e))));
    }
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse(path.toString());
  }

  private void show(Opening.Opened opened) {
    studio.close();
    studio.open(opened.document());
    autosave.watch(Optional.of(opened.document()));
    opened.script().ifPresent(terminal -> studio.runner().until(terminal));
    if (!opened.troubles().isEmpty()) {
      studio.message(opened.troubles().getFirst());
    }
  }

  /** A new, empty lab. */
  public void fresh(Runnable then) {
    leave(() -> {
      Document document = new Document(words().get("untitled"));
      studio.close();
      studio.open(document);
      autosave.watch(Optional.of(document));
      then.run();
    });
  }

  void choose() {
    dialogs.open(words().get("action.open")).ifPresent(this::open);
  }

  /** Back to the home page. */
  void home() {
    leave(() -> {
      studio.close();
      autosave.watch(Optional.empty());
    });
  }

  /** Work that a window left behind when it died is offered, one at a time. */
  void offerLeftBehind() {
    drafts.left().stream().findFirst().ifPresent(this::offer);
  }

  private void offer(Drafts.Left left) {
    asker.accept(
        Question.asking(
            words().get("recover.title", left.title()),
            List.of(words().get("recover.text")),
            List.of(
                new Question.Answer(words().get("recover.yes"), () -> recover(left)),
                new Question.Answer(words().get("recover.no"), () -> Drafts.delete(left.folder())),
                new Question.Answer(words().get("recover.later"), () -> {}))));
  }

  private void recover(Drafts.Left left) {
    try {
      Opening.Opened opened = Opening.recovered(left.folder(), left.title(), left.origin());
      show(opened);
      autosave.tick(System.nanoTime());
      Drafts.delete(left.folder());
    } catch (IOException e) {
      asker.accept(
          Question.telling(
              words(),
              words().get("file.cannot-open", left.title()),
              List.of(left.folder().toString(), Trouble.text(words(), e))));
    }
  }

  // --- leaving ---------------------------------------------------------------------------------

  /** Does something that closes the document; asks first where work would be lost. */
  void leave(Runnable then) {
    if (!autosave.hasUnsaved()) {
      then.run();
      return;
    }
    asker.accept(
        Question.asking(
            words().get("leave.title", studio.doc().title()),
            List.of(words().get("leave.text")),
            List.of(
                new Question.Answer(words().get("leave.save"), () -> saveThen(then)),
                new Question.Answer(words().get("leave.discard"), then),
                new Question.Answer(words().get("leave.cancel"), () -> {}))));
  }

  boolean hasUnsaved() {
    return autosave.hasUnsaved();
  }

  /** The window is closed in order. */
  void close() {
    autosave.forget();
    autosave.close();
  }

  // --- saving ----------------------------------------------------------------------------------

  public void save() {
    saveThen(() -> {});
  }

  private void saveThen(Runnable then) {
    Optional<Path> folder =
        studio.doc().file().filter(Files::isDirectory).filter(each -> !shipped.holds(each));
    folder.ifPresentOrElse(known -> saveKnown(known, then), () -> saveAsThen(then));
  }

  public void saveAs() {
    saveAsThen(() -> {});
  }

  private void saveAsThen(Runnable then) {
    dialogs
        .save(words().get("action.save-as"), folderName(studio.doc().title()))
        .map(path -> name(path).equals(LabFolder.LAB) ? path.toAbsolutePath().getParent() : path)
        .ifPresent(folder -> {
          boolean taken = Files.exists(folder.resolve(LabFolder.LAB));
          if (shipped.holds(folder)) {
            refuseShipped(folder, then);
          } else if (taken && !studio.doc().file().equals(Optional.of(folder))) {
            replace(words().get("save.taken", name(folder)), folder, then);
          } else {
            write(folder, then);
          }
        });
  }

  private void refuseShipped(Path folder, Runnable then) {
    asker.accept(
        Question.asking(
            words().get("save.shipped"),
            List.of(folder.toString(), words().get("save.shipped.why")),
            List.of(
                new Question.Answer(words().get("save.elsewhere"), () -> saveAsThen(then)),
                new Question.Answer(words().get("leave.cancel"), () -> {}))));
  }

  /** A title as people name folders. */
  static String folderName(String title) {
    String name = title.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s/\\\\:]+", "-");
    return name.isEmpty() ? "lab" : name;
  }

  private void saveKnown(Path folder, Runnable then) {
    Optional<String> there = LabFolder.at(folder).text(LabFolder.LAB);
    boolean changed = there.filter(text -> !text.equals(studio.doc().origin().text())).isPresent();
    if (changed) {
      replace(words().get("save.changed", name(folder)), folder, then);
    } else {
      write(folder, then);
    }
  }

  private void replace(String title, Path folder, Runnable then) {
    asker.accept(
        Question.asking(
            title,
            List.of(folder.resolve(LabFolder.LAB).toString()),
            List.of(
                new Question.Answer(words().get("save.replace"), () -> write(folder, then)),
                new Question.Answer(words().get("save.elsewhere"), () -> saveAsThen(then)),
                new Question.Answer(words().get("leave.cancel"), () -> {}))));
  }

  private void write(Path folder, Runnable then) {
    Document document = studio.doc();
    try {
      LabDraft draft = LabDraft.of(document);
      Optional<Path> from = document.file().filter(Files::isDirectory);
      draft.write(folder);
      if (from.isPresent() && !from.get().equals(folder)) {
        ShippedLabs.copyRest(from.get(), folder);
      }
      Lab lab = LabFolder.at(folder).read().lab().orElse(document.origin().lab());
      document.savedAs(folder, new Origin(lab, draft.lab()));
      autosave.saved(LabDraft.of(document));
      recent.opened(folder);
      studio.note(words().get("message.saved", folder));
      then.run();
    } catch (IOException e) {
      asker.accept(
          Question.asking(
              words().get("save.failed", name(folder)),
              List.of(
                  folder.toString(), Trouble.text(words(), e), words().get("save.nothing-lost")),
              List.of(
                  new Question.Answer(words().get("save.elsewhere"), () -> saveAsThen(then)),
                  new Question.Answer(words().get("save.retry"), () -> write(folder, then)),
                  new Question.Answer(words().get("leave.cancel"), () -> {}))));
    }
  }

  // --- exporting -------------------------------------------------------------------------------

  /** Asks where, and writes it there. */
  public void export(Export what) {
    String title = words().get("export." + what.name().toLowerCase(java.util.Locale.ROOT));
    String name = folderName(studio.doc().title()) + "." + what.ending();
    dialogs.save(title, name).ifPresent(to -> export(what, to));
  }

  private boolean export(Export what, Path to) {
    try {
      what.write(studio.doc(), studio.theme(), to);
      studio.note(words().get("message.saved", to));
      return true;
    } catch (IOException e) {
      asker.accept(
          Question.telling(
              words(),
              words().get("save.failed", name(to)),
              List.of(to.toString(), Trouble.text(words(), e))));
      return false;
    }
  }

  /** A photograph of this machine becomes the document; what it lacks is told. */
  public void show(Importing.Picture picture) {
    leave(() -> {
      show(Opening.unsaved(picture.taken().lab(), picture.text()));
      if (!picture.remarks().isEmpty()) {
        asker.accept(Question.telling(words(), words().get("import.remarks"), picture.remarks()));
      }
    });
  }

  /** The frames of the run, in Wireshark. */
  public void openInWireshark(Path wireshark) {
    try {
      Path file = Files.createTempFile(folderName(studio.doc().title()) + "-", ".pcapng");
      if (export(Export.PCAPNG, file)) {
        new ProcessBuilder(wireshark.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      }
    } catch (IOException e) {
      studio.message(Trouble.text(words(), e));
    }
  }
}
