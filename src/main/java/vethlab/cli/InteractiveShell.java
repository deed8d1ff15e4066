package vethlab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import vethlab.app.doc.Document;
import vethlab.app.doc.Runner;
import vethlab.app.model.Completion;
import vethlab.op.Ns;
import vethlab.shell.Session;
import vethlab.shell.Transcript;

/** A shell in a simulated network: lines from a terminal or a pipe, output as it comes. */
final class InteractiveShell {
  private static final long SLICE = 20_000_000;

  /** Where what is printed goes. */
  interface Printer {
    void print(Transcript.Stream stream, String text);
  }

  private final Document document;
  private final Runner runner;
  private final Ns ns;
  private final Printer printer;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private Transcript printed = Transcript.EMPTY;

  InteractiveShell(Document document, Ns ns, Printer printer) {
    this.document = document;
    this.ns = ns;
    this.printer = printer;
    runner = new Runner(document);
    document.terminal(ns);
  }

  /** Runs every line of a text; answers the shell's exit status. */
  int run(Reader text) throws IOException {
    BufferedReader lines = new BufferedReader(text);
    for (String line = lines.readLine(); line != null && !isOver(); line = lines.readLine()) {
      type(line);
    }
    return end();
  }

  /** Asks for lines at a terminal, with history and completion. */
  int run(Terminal terminal, Path history) {
    terminal.handle(Terminal.Signal.INT, signal -> interrupted.set(true));
    DefaultParser parser = new DefaultParser().eofOnUnclosedQuote(false).escapeChars(null);
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("vethlab")
            .parser(parser)
            .completer(this::complete)
            .variable(LineReader.HISTORY_FILE, history)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    while (!isOver()) {
      try {
        type(reader.readLine(prompt()));
      } catch (UserInterruptException ctrlC) {
        interrupt();
      } catch (EndOfFileException ctrlD) {
        return end();
      }
    }
    return end();
  }

  /** Its own; one says which namespace it is in. */
  private String prompt() {
    String own = session().prompt().orElse("");
    return ns.isHost() ? own : "(" + ns + ") " + own;
  }

  private int end() {
    if (!isOver()) {
      type("exit");
    }
    return session().exitStatus().orElse(ExitCodes.FAILED);
  }

  private vethlab.app.doc.Terminal shell() {
    return document.terminal(ns);
  }

  private Session session() {
    return document.session(shell()).orElseThrow();
  }

  private boolean isOver() {
    return session().exitStatus().isPresent();
  }

  private void type(String line) {
    document.type(shell(), line);
    go();
  }

  private void interrupt() {
    document.interrupt(shell());
    go();
  }

  /** Until the shell waits for a line again. */
  private void go() {
    runner.until(shell());
    interrupted.set(false);
    while (runner.isRunning()) {
      boolean moved = runner.slice(System.nanoTime(), SLICE);
      print();
      if (interrupted.getAndSet(false)) {
        document.interrupt(shell());
        runner.until(shell());
      } else if (!moved) {
        pause();
      }
    }
    print();
  }

  /** What is to come is due later. */
  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print() {
    Transcript now = session().transcript();
    now.since(
        printed,
        (stream, bytes) -> printer.print(stream, new String(bytes, StandardCharsets.UTF_8)));
    printed = now;
  }

  private void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    Completion.Result result = Completion.of(document, ns, line.line(), line.cursor());
    result.choices().forEach(word -> candidates.add(new Candidate(word)));
  }

  /** The namespace of that name, if there is one. */
  static Optional<Ns> namespace(Document document, String name) {
    Ns ns = Ns.named(name);
    return document.kernel().exists(ns) ? Optional.of(ns) : Optional.empty();
  }
}
