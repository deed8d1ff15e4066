package vethlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.doc.Document;
import vethlab.op.Ns;
import vethlab.shell.Transcript;

/** Commands typed on a simulated host. */
class InteractiveShellTest {
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();

  private InteractiveShell shell(Document document, Ns ns) {
    return new InteractiveShell(
        document, ns, (stream, text) -> (stream == Transcript.Stream.OUT ? out : err).append(text));
  }

  @Test
  void lines_from_a_pipe_are_run_and_the_exit_status_is_the_shells() throws IOException {
    int status =
        shell(new Document("test"), Ns.HOST)
            .run(
                new StringReader(
                    """
                    ip netns add a
                    ip netns
                    for i in 1 2; do
                      echo "line $i"
                    done
                    ip link show nothing
                    exit 3
                    echo never
                    """));

    assertThat(status).isEqualTo(3);
    assertThat(out).hasToString("a\nline 1\nline 2\n");
    assertThat(err).hasToString("Device \"nothing\" does not exist.\n");
  }

  @Test
  void without_an_exit_it_ends_with_the_last_status() throws IOException {
    assertThat(shell(new Document("test"), Ns.HOST).run(new StringReader("false"))).isEqualTo(1);
  }

  @Test
  void at_a_terminal_lines_are_completed_and_remembered(@TempDir Path folder) throws IOException {
    byte[] keys = "ip netns ad\ta\rip netns\r\004".getBytes(StandardCharsets.UTF_8);
    Path history = folder.resolve("history");
    try (Terminal terminal =
        new DumbTerminal(
            "test",
            "ansi",
            new ByteArrayInputStream(keys),
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8)) {
      assertThat(shell(new Document("test"), Ns.HOST).run(terminal, history)).isZero();
    }
    assertThat(Files.readString(history)).contains("ip netns add a", "ip netns");
    assertThat(out.toString()).startsWith("a\n");
  }
}
