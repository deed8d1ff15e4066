package vethlab.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;

/** A lesson that says what does not happen is told where. */
class RehearsalTest {
  @TempDir Path folder;

  private List<String> mistakes(String step) throws IOException {
    Files.writeString(
        folder.resolve("lab.yaml"),
        "vethlab: 1\nname: one\nnamespaces:\n  a: {interfaces: {}, listen: tcp/80}\n");
    Files.writeString(folder.resolve("walkthrough.md"), "# T\n## S\n" + step);
    return Rehearsal.of(LabFolder.at(folder)).problems().stream()
        .map(each -> each.line() + ": " + each.message())
        .toList();
  }

  @Test
  void what_holds_is_not_a_mistake() throws IOException {
    assertThat(
            mistakes(
                """
                ```focus
                a/lo
                ```
                ```run a
                ping -c 1 -q 127.0.0.1
                ```
                ```output
                PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
                ...
                1 packets transmitted, 1 received, 0% packet loss, time 0ms
                ...
                ```
                ```goto
                icmp and node == a
                ```
                It goes round.
                """))
        .isEmpty();
  }

  @Test
  void what_the_lab_says_that_answers_does() throws IOException {
    assertThat(
            mistakes(
                """
                ```run a
                nc -n -v -z 127.0.0.1 80
                ```
                ```output
                Connection to 127.0.0.1 80 port [tcp/*] succeeded!
                ```
                """))
        .isEmpty();
  }

  @Test
  void an_output_that_is_not_printed_is_told_with_its_first_wrong_line() throws IOException {
    assertThat(mistakes("```run a\necho one\necho two\n```\n```output\none\nthree\n```\n"))
        .containsExactly("3: \"echo one; echo two\" does not print \"three\" there");
    assertThat(mistakes("```run a\necho one\necho two\n```\n```output\none\n```\n"))
        .containsExactly("3: \"echo one; echo two\" prints more than the output says");
  }

  @Test
  void an_event_that_never_comes_is_told() throws IOException {
    assertThat(mistakes("```run a\nip link\n```\n```goto\narp\n```\nText\n"))
        .containsExactly("7: no event matches \"arp\"");
  }

  @Test
  void what_is_not_there_cannot_be_looked_at_or_typed_into() throws IOException {
    assertThat(mistakes("```focus\nb a/eth0\n```\n"))
        .containsExactly("3: there is no b here", "3: there is no a/eth0 here");
    assertThat(mistakes("```run b\nls\n```\n")).containsExactly("3: there is no b yet");
  }
}
