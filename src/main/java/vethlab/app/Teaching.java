package vethlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import vethlab.app.doc.Document;
import vethlab.app.doc.Runner;
import vethlab.app.file.AppFolders;
import vethlab.app.lesson.Exercises;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.ProgressStore;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Walkthrough;

/** The lesson of the open lab: its text, how far it is played, and what of it is done. */
public final class Teaching {
  private final LabFolder folder;
  private final Walkthrough walkthrough;
  private final LessonRun run;
  private final Exercises exercises;

  private Teaching(LabFolder folder, Walkthrough walkthrough, LessonRun run, Exercises exercises) {
    this.folder = folder;
    this.walkthrough = walkthrough;
    this.run = run;
    this.exercises = exercises;
  }

  /** Nothing where the document is no lab, or the lab tells nothing. */
  static Optional<Teaching> of(
      Document document, Runner runner, AppFolders folders, Locale language) {
    Optional<LabFolder> lab = document.file().map(Teaching::folder);
    return lab.flatMap(folder -> {
      Walkthrough walkthrough = Walkthrough.of(folder);
      return walkthrough
          .in(language)
          .filter(lesson -> !lesson.steps().isEmpty())
          .map(lesson ->
              new Teaching(
                  folder,
                  walkthrough,
                  new LessonRun(document, runner, lesson),
                  new Exercises(document, folder, ProgressStore.of(folders, folder))));
    });
  }

  private static LabFolder folder(Path file) {
    return LabFolder.at(file);
  }

  /** Where the lab lies. */
  public Path path() {
    return folder.path();
  }

  public LessonRun run() {
    return run;
  }

  public Exercises exercises() {
    return exercises;
  }

  /** Whether the reader is to find what is wrong; then nothing may give it away. */
  public boolean isRiddle() {
    return folder.isRiddle() && !exercises.isSolved();
  }

  void language(Locale language) {
    walkthrough.in(language).ifPresent(run::lesson);
  }
}
