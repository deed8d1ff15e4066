package vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Debian 12's tools say to a command typed wrongly, on a host with a veth pair va and vb. Each
 * recording is the command after {@code $}, what was printed, and the status in brackets if not 0.
 */
class MistakesTest {

  private record Recording(String command, String answer) {}

  @TestFactory
  Stream<DynamicTest> saysWhatTheRealToolSays() {
    return recordings().stream()
        .map(recording ->
            DynamicTest.dynamicTest(
                recording.command(),
                () -> assertThat(answer(recording.command())).isEqualTo(recording.answer())));
  }

  private static String answer(String command) {
    FakeProcess.Outcome outcome = FakeProcess.run(Views.pair(), command);
    return outcome.printed() + (outcome.status() == 0 ? "" : "[" + outcome.status() + "]\n");
  }

  private static List<Recording> recordings() {
    List<Recording> recordings = new ArrayList<>();
    StringBuilder answer = new StringBuilder();
    String command = "";
    for (String line : resource().split("(?<=\n)")) {
      if (line.startsWith("$ ")) {
        if (!command.isEmpty()) {
          recordings.add(new Recording(command, answer.toString()));
        }
        command = line.substring(2).strip();
        answer.setLength(0);
      } else {
        answer.append(line);
      }
    }
    recordings.add(new Recording(command, answer.toString()));
    return recordings;
  }

  private static String resource() {
    try (InputStream in = MistakesTest.class.getResourceAsStream("mistakes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
