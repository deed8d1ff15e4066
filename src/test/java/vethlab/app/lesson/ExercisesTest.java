package vethlab.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Runner;
import vethlab.app.file.AppFolders;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.Walkthrough;

/** What is done of a lesson is remembered outside the lab, until it is reset. */
class ExercisesTest {
  private static final String LAB =
      """
      vethlab: 1
      name: pair
      namespaces:
        a: {interfaces: {eth0: {addresses: [10.0.0.1/24]}}}
        b: {interfaces: {eth0: {}}}
      links:
        - {endpoints: ["a:eth0", "b:eth0"]}
      """;

  private static final String CHECKS =
      """
      vethlab: 1
      checks:
        - id: reach
          say: a reaches b
          say.zh: a 能到 b
          reach: {from: a, to: 10.0.0.2}
      """;

  private static final String LESSON =
      """
      # Pair
      ## One
      ```check reach
      ```
      ```question q
      Why?
      - [ ] no :: think again
      - [x] yes :: right
      ```
      ```run b
      ip addr add 10.0.0.2/24 dev eth0
      ```
      ## Two
      Done.
      """;

  @TempDir Path folder;
  @TempDir Path home;
  private LabFolder lab;
  private Document document;
  private LessonRun run;
  private Exercises exercises;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    Files.writeString(folder.resolve("checks.yaml"), CHECKS);
    Files.writeString(folder.resolve("walkthrough.md"), LESSON);
    lab = LabFolder.at(folder);
    begin();
  }

  private void begin() throws IOException {
    Lesson lesson = Walkthrough.of(lab).in(Locale.ENGLISH).orElseThrow();
    document = Opening.open(folder).document();
    run = new LessonRun(document, new Runner(document), lesson);
    exercises = new Exercises(document, lab, store(lab));
  }

  private ProgressStore store(LabFolder folder) {
    return ProgressStore.of(AppFolders.below(home), folder);
  }

  private void next() {
    run.next();
    run.finish();
    exercises.ask(run.lesson(), run.stop().place().step());
    exercises.passed(run);
  }

  private Block.Question question() {
    return run.lesson().steps().getFirst().blocks().stream()
        .map(told -> told.block())
        .filter(Block.Question.class::isInstance)
        .map(Block.Question.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_check_completes_by_itself_when_the_network_does_what_it_says() {
    assertThat(exercises.ask(run.lesson(), 0)).isTrue();
    assertThat(exercises.isDone("reach")).isFalse();
    assertThat(exercises.seen("reach", Locale.ENGLISH).getFirst()).contains("10.0.0.2");
    assertThat(exercises.says("reach", Locale.CHINESE)).isEqualTo("a 能到 b");
    long position = document.timeline().position();
    assertThat(exercises.ask(run.lesson(), 0)).as("nothing has changed").isFalse();
    assertThat(document.timeline().position()).isEqualTo(position);

    next();

    assertThat(exercises.isDone("reach")).isTrue();
  }

  @Test
  void a_question_is_answered_by_its_right_answer_alone() {
    exercises.choose(question(), 0);
    assertThat(exercises.isAnswered(question())).isFalse();
    exercises.choose(question(), 1);
    assertThat(exercises.isAnswered(question())).isTrue();
  }

  @Test
  void what_is_done_is_there_again_and_the_lab_is_as_it_was() throws IOException {
    List<Path> before = files();
    exercises.choose(question(), 1);
    next();
    next();
    begin();

    assertThat(exercises.progress())
        .isEqualTo(new Progress(Set.of(0, 1), Map.of("q", 1), Set.of("reach")));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_copy_of_the_lab_goes_on_and_another_lesson_begins_anew(@TempDir Path copy)
      throws IOException {
    exercises.choose(question(), 1);
    for (Path file : files()) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    assertThat(store(LabFolder.at(copy)).read().answers()).containsEntry("q", 1);

    Files.writeString(copy.resolve("walkthrough.md"), LESSON + "More.\n");
    assertThat(store(LabFolder.at(copy)).read()).isEqualTo(Progress.NONE);
  }

  @Test
  void a_reset_forgets() throws IOException {
    exercises.choose(question(), 1);
    exercises.hint(0);
    exercises.reset();
    assertThat(exercises.hintsShown(0)).isZero();
    begin();
    assertThat(exercises.progress()).isEqualTo(Progress.NONE);
  }

  @Test
  void a_file_that_makes_no_sense_is_no_progress() throws IOException {
    exercises.choose(question(), 1);
    for (String text : List.of("", "{", "[]", "{\"steps\": \"x\"}", "{\"steps\": [0]}")) {
      Files.writeString(store(lab).file(), text);
      assertThat(store(lab).read().answers()).isEmpty();
    }
  }

  @Test
  void where_nothing_can_be_written_the_lesson_goes_on() throws IOException {
    Files.writeString(home.resolve("state"), "a file where a folder should be");
    exercises.choose(question(), 1);

    assertThat(exercises.trouble()).isPresent();
    assertThat(exercises.isAnswered(question())).isTrue();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
