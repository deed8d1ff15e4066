package vethlab.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Walkthrough;

/**
 * Every shipped lesson is true: its commands print what it says, its events come, what it looks at
 * is there, and both languages do the same.
 */
class ShippedLessonsTest {
  static List<Path> lessons() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("labs"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("walkthrough.md")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("lessons")
  void a_lesson_is_there_in_both_languages_block_by_block(Path folder) {
    Walkthrough walkthrough = Walkthrough.of(LabFolder.at(folder));

    assertThat(walkthrough.problems()).isEmpty();
    assertThat(walkthrough.lessons()).containsOnlyKeys(Locale.ENGLISH, Locale.CHINESE);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("lessons")
  void what_a_lesson_says_happens(Path folder) throws IOException {
    assertThat(Rehearsal.of(LabFolder.at(folder)).problems()).isEmpty();
  }
}
