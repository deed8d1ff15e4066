package vethlab.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.app.doc.Document;
import vethlab.app.doc.Opening;
import vethlab.app.file.AppFolders;
import vethlab.cli.play.Play;
import vethlab.op.Ns;
import vethlab.shell.Transcript;

/** {@code vethlab shell}: commands typed on a simulated host. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = {
      "A shell on a simulated host: a fresh one, or a lab's. Reads commands from the terminal,"
          + " with",
      "history and completion, or from a pipe. Exit status is the shell's."
    })
final class ShellCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "LAB", description = "A lab's folder.")
  private Optional<Path> lab = Optional.empty();

  @Option(
      names = {"-n", "--netns"},
      paramLabel = "NS",
      description = "In this namespace; without it on the host.")
  private String netns = "host";

  @Override
  public Integer call() throws IOException {
    Document document = lab.isPresent() ? open(lab.get()) : new Document("shell");
    Ns ns =
        InteractiveShell.namespace(document, netns)
            .orElseThrow(() -> new Failure(ExitCodes.USAGE, noSuch(document)));
    return Play.hasTerminal() ? onTerminal(document, ns) : fromPipe(document, ns);
  }

  private Document open(Path path) {
    try {
      Opening.Opened opened = Opening.open(path);
      opened.troubles().forEach(trouble -> System.err.println("vethlab: " + trouble));
      if (opened.script().isPresent()) {
        throw new Failure(ExitCodes.USAGE, path + " is a script; 'vethlab run' runs it");
      }
      return opened.document();
    } catch (IOException e) {
      throw new Failure(ExitCodes.USAGE, "cannot open " + path + ": " + e.getMessage());
    }
  }

  private String noSuch(Document document) {
    String known =
        document.kernel().namespaces().stream().map(Ns::toString).collect(Collectors.joining(", "));
    return "there is no namespace " + netns + (known.isEmpty() ? "" : "; there are " + known);
  }

  private static int fromPipe(Document document, Ns ns) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    InteractiveShell.Printer printer =
        (stream, text) -> (stream == Transcript.Stream.OUT ? out : err).print(text);
    int status =
        new InteractiveShell(document, ns, printer)
            .run(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    out.flush();
    err.flush();
    return status;
  }

  private static int onTerminal(Document document, Ns ns) throws IOException {
    Path history = AppFolders.usual().state().resolve("shell-history");
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
      InteractiveShell.Printer printer =
          (stream, text) -> {
            terminal.writer().print(text);
            terminal.flush();
          };
      createFolder(history);
      return new InteractiveShell(document, ns, printer).run(terminal, history);
    }
  }

  /** Without it the history lasts as long as the shell. */
  private static void createFolder(Path history) {
    try {
      Files.createDirectories(history.getParent());
    } catch (IOException e) {
      System.err.println("vethlab: no history is kept: " + e.getMessage());
    }
  }
}
