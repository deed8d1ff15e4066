package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.schema.JsonSchema;

/** docs/checks.schema.json knows what the reader of checks.yaml knows. */
class ChecksSchemaTest {
  private static final JsonSchema SCHEMA = JsonSchema.of("docs/checks.schema.json");

  static List<Path> checks() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("labs"))) {
      return files.filter(file -> file.endsWith("checks.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void the_checks_of_every_shipped_lab_are_valid(Path file) throws IOException {
    assertThat(SCHEMA.mistakes(Files.readString(file))).isEmpty();
  }

  @Test
  void the_reader_and_the_schema_take_the_same_keys() {
    assertThat(SCHEMA.keys()).containsExactlyInAnyOrderElementsOf(CheckKeys.FILE);
    assertThat(def("check")).containsExactlyInAnyOrderElementsOf(CheckKeys.CHECK);
    assertThat(def("check")).containsAll(CheckKeys.KINDS);
    assertThat(def("reach")).containsExactlyInAnyOrderElementsOf(CheckKeys.REACH);
    assertThat(def("trace")).containsExactlyInAnyOrderElementsOf(CheckKeys.TRACE);
    assertThat(def("frames")).containsExactlyInAnyOrderElementsOf(CheckKeys.FRAMES);
    assertThat(def("table")).containsExactlyInAnyOrderElementsOf(CheckKeys.TABLE);
    assertThat(def("output")).containsExactlyInAnyOrderElementsOf(CheckKeys.OUTPUT);
    assertThat(def("answer")).containsExactlyInAnyOrderElementsOf(CheckKeys.ANSWER);
  }

  @Test
  void the_reader_and_the_schema_take_the_same_words() {
    assertThat(SCHEMA.words("$defs", "table", "properties", "table"))
        .containsExactlyInAnyOrderElementsOf(TableKind.words());
    assertThat(SCHEMA.words("$defs", "check", "properties", "after"))
        .containsExactlyInAnyOrderElementsOf(CheckKeys.MOMENTS);
  }

  @Test
  void a_check_that_asks_two_things_is_refused() {
    assertThat(
            SCHEMA.mistakes(
                """
                vethlab: 1
                checks:
                  - id: both
                    reach: {from: a, to: 10.0.0.1}
                    no-reach: {from: a, to: 10.0.0.1}
                """))
        .hasSize(1);
  }

  private static Set<String> def(String name) {
    return SCHEMA.keys("$defs", name);
  }
}
