package vethlab.cli.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Runner;
import vethlab.app.doc.Terminal;
import vethlab.app.file.AppFolders;
import vethlab.app.lesson.Exercises;
import vethlab.app.lesson.LessonRun;
import vethlab.app.lesson.ProgressStore;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.Walkthrough;
import vethlab.lab.yaml.Problem;

/**
 * What is played: a lab or a script as a document, and the lesson where there is one.
 *
 * @param script the terminal in which a script runs
 * @param troubles what could not be read, as sentences
 */
record Played(
    Document document,
    Runner runner,
    Optional<Course> course,
    Optional<Terminal> script,
    List<String> troubles) {

  /** A lesson being played. */
  record Course(Walkthrough walkthrough, LessonRun run, Exercises exercises) {
    void tellIn(Locale locale) {
      walkthrough.in(locale).ifPresent(run::lesson);
    }
  }

  static Played open(Path path, Locale locale, AppFolders folders) throws IOException {
    Opening.Opened opened = Opening.open(path);
    Document document = opened.document();
    Runner runner = new Runner(document);
    List<String> troubles = new ArrayList<>(opened.troubles());
    Optional<Course> course = Optional.empty();
    if (opened.script().isEmpty()) {
      LabFolder folder = LabFolder.at(path.toAbsolutePath().normalize());
      Walkthrough walkthrough = Walkthrough.of(folder);
      walkthrough.problems().stream()
          .filter(Problem::isError)
          .forEach(problem -> troubles.add(told(problem)));
      Optional<Lesson> lesson = walkthrough.in(locale).filter(told -> !told.steps().isEmpty());
      course =
          lesson.map(told ->
              new Course(
                  walkthrough,
                  new LessonRun(document, runner, told),
                  new Exercises(document, folder, ProgressStore.of(folders, folder))));
    }
    return new Played(document, runner, course, opened.script(), troubles);
  }

  /** Without the folder, which everybody knows. */
  private static String told(Problem problem) {
    String file = String.valueOf(Path.of(problem.file()).getFileName());
    return file + ":" + problem.line() + ": " + problem.message();
  }
}
