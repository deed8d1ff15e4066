package vethlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code vethlab test} for a teacher: a class's folder, and what comes out of it. */
class TestCommandTest {
  private static final String LAB =
      """
      vethlab: 1
      namespaces:
        a: {interfaces: {eth0: {addresses: [10.0.0.1/24]}}}
        b: {interfaces: {eth0: {addresses: [10.0.0.2/24]}}}
      links: [{endpoints: ["a:eth0", "b:eth0"]}]
      """;
  private static final String CHECKS =
      """
      vethlab: 1
      checks:
        - {id: pair, say: a reaches b, reach: {from: a, to: 10.0.0.2, within: 1}}
        - {id: quiz, say: who answers, answer: {question: "Who?", right: [b]}}
      """;

  @TempDir Path students;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void a_class() throws IOException {
    lab("ada", LAB);
    lab("ben", LAB.replace("10.0.0.2/24", "10.0.9.2/24"));
    lab("cleo", LAB.replace("eth0: {", "eth0: {{"));
    lab("dan", LAB);
    Files.writeString(students.resolve("dan/session.sh"), "ip netns exec a nc -l 80\n");
    Files.writeString(
        students.resolve("dan/checks.yaml"),
        CHECKS + "  - {id: late, after: session, reach: {from: a, to: 10.0.0.2}}\n");
    Files.createDirectories(students.resolve("eve"));
    Files.createDirectories(students.resolve(".git"));
  }

  private void lab(String name, String lab) throws IOException {
    Path folder = Files.createDirectories(students.resolve(name));
    Files.writeString(folder.resolve("lab.yaml"), lab);
    Files.writeString(folder.resolve("checks.yaml"), CHECKS);
    Files.writeString(folder.resolve("answers.yaml"), "quiz: B\n");
  }

  private int execute(String... args) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return VethlabCommand.commandLine().execute(args);
    } finally {
      System.setOut(before);
    }
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8).replace(students + "/", "");
  }

  @Test
  void a_folder_of_students_gives_one_table_in_which_each_lab_is_a_row() {
    assertThat(execute("test", students.toString())).isEqualTo(ExitCodes.CHECKS_FAILED);
    assertThat(printed().lines().filter(line -> !line.startsWith(" ")))
        .containsExactly(
            "ok    2/2     ada",
            "FAIL  1/2     ben",
            "NONE  -       cleo",
            "FAIL  2/3     dan",
            "NONE  -       eve",
            "1 of 5 labs pass, 2 can't be tested");
    assertThat(printed())
        .contains("a cannot reach 10.0.0.2.")
        .contains("cleo/lab.yaml:4:3: not YAML")
        .contains("session.sh: it does not end (nc -l 80)")
        .contains("eve/lab.yaml: there is no such file");
  }

  @Test
  void exit_codes_tell_passing_from_failing_from_no_lab() {
    assertThat(execute("test", students.resolve("ada").toString())).isEqualTo(ExitCodes.OK);
    assertThat(execute("test", students.resolve("ben").toString()))
        .isEqualTo(ExitCodes.CHECKS_FAILED);
    assertThat(execute("test", students.resolve("cleo").toString()))
        .isEqualTo(ExitCodes.INVALID_LAB);
  }

  @Test
  void as_json_each_lab_has_its_checks_and_what_was_seen() {
    execute("test", "--json", students.toString());
    List<?> labs = new JsonMapper().readValue(out.toByteArray(), List.class);
    assertThat(labs).hasSize(5);
    Map<?, ?> ben = (Map<?, ?>) labs.get(1);
    assertThat(ben.get("passed")).isEqualTo(1);
    Map<?, ?> pair = (Map<?, ?>) ((List<?>) ben.get("checks")).getFirst();
    assertThat(pair.get("holds")).isEqualTo(false);
    assertThat((List<?>) pair.get("seen")).first().isEqualTo("a cannot reach 10.0.0.2.");
  }

  @Test
  void as_csv_each_check_is_a_row() throws IOException {
    Path csv = students.resolve("grades.csv");
    execute("test", "--csv", csv.toString(), students.toString());
    assertThat(Files.readString(csv).replace(students + "/", "").lines())
        .hasSize(10)
        .startsWith("lab,check,result,seen", "ada,pair,pass,", "ada,quiz,pass,")
        .anyMatch(line -> line.startsWith("ben,pair,fail,"))
        .anyMatch(line -> line.startsWith("cleo,,invalid,"))
        .anyMatch(line -> line.startsWith("eve,,invalid,"));
  }

  @Test
  void as_junit_each_lab_is_a_suite() throws IOException {
    Path junit = students.resolve("report.xml");
    execute("test", "--junit", junit.toString(), students.toString());
    assertThat(Files.readString(junit))
        .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
        .contains("tests=\"1\" failures=\"0\" errors=\"1\"")
        .contains("<failure message=\"a cannot reach 10.0.0.2.\">");
  }

  @Test
  void the_solution_is_laid_over_and_the_folder_stays_as_it_is() throws IOException {
    Path ben = students.resolve("ben");
    Files.createDirectories(ben.resolve("solution"));
    Files.writeString(ben.resolve("solution/lab.yaml"), LAB);
    String before = Files.readString(ben.resolve("lab.yaml"));
    assertThat(execute("test", "--solution", ben.toString())).isEqualTo(ExitCodes.OK);
    assertThat(execute("test", ben.toString())).isEqualTo(ExitCodes.CHECKS_FAILED);
    assertThat(ben.resolve("lab.yaml")).hasContent(before);
    assertThat(Files.list(ben).map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrder("lab.yaml", "checks.yaml", "answers.yaml", "solution");
  }
}
