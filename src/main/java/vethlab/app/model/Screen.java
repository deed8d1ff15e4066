package vethlab.app.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vethlab.app.doc.Document;
import vethlab.app.doc.Terminal;
import vethlab.shell.Session;
import vethlab.shell.Transcript;

/** What a terminal shows at a moment: what was typed and printed up to it. */
public record Screen(List<Line> lines, String prompt) {
  public static final Screen EMPTY = new Screen(List.of(), "");

  /** ED: erase the whole display. */
  private static final String CLEAR = "\u001b[2J";

  /** Control sequences of ECMA-48: colours, places of the cursor. */
  private static final Pattern CONTROLS = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");

  /** The most lines that are kept. */
  private static final int MOST = 5_000;

  /** A line, and whether it was typed, printed, or an error. */
  public record Line(String text, Kind kind, int promptLength) {
    public enum Kind {
      TYPED,
      PRINTED,
      ERROR,
      DIM
    }
  }

  /** What it shows at the moment the document shows. */
  public static Screen of(Document document, Terminal terminal) {
    Optional<Session> session = document.session(terminal);
    if (session.isEmpty()) {
      return EMPTY;
    }
    Builder builder = new Builder(terminal, document.timeline().position());
    session.get().transcript().since(Transcript.EMPTY, builder::piece);
    builder.typedUpTo(Long.MAX_VALUE);
    String prompt = session.get().prompt().map(p -> shown(terminal, p)).orElse("");
    return new Screen(builder.finished(), prompt);
  }

  /** The usual prompt is the namespace's name; others (a {@code >}) stay. */
  private static String shown(Terminal terminal, String prompt) {
    return prompt.startsWith("root@") ? terminal.ns() + " # " : prompt;
  }

  private static final class Builder {
    private final Terminal terminal;
    private final long position;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Line.Kind kind = Line.Kind.PRINTED;
    private int next;

    /** After ^C, which a program answers with the end of that line. */
    private boolean interrupted;

    private long printed;

    Builder(Terminal terminal, long position) {
      this.terminal = terminal;
      this.position = position;
    }

    void piece(Transcript.Stream stream, byte[] bytes) {
      typedUpTo(printed);
      printed += bytes.length;
      Line.Kind of = stream == Transcript.Stream.ERR ? Line.Kind.ERROR : Line.Kind.PRINTED;
      String text = new String(bytes, StandardCharsets.UTF_8);
      int start = interrupted && text.startsWith("\n") ? 1 : 0;
      interrupted = false;
      for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
        open.append(text, start, end);
        kind = of;
        endLine();
        start = end + 1;
      }
      open.append(text, start, text.length());
      kind = of;
      if (open.indexOf(CLEAR) >= 0) {
        clear();
      }
    }

    /** The screen has been cleared: what stood before is gone. */
    private void clear() {
      lines.clear();
      open.delete(0, open.lastIndexOf(CLEAR) + CLEAR.length());
    }

    /** What was typed when no more than so much had been printed. */
    void typedUpTo(long printed) {
      while (next < terminal.typed().size()
          && terminal.typed().get(next).printed() <= printed
          && terminal.typed().get(next).position() < position) {
        typed(terminal.typed().get(next++));
      }
    }

    private void typed(Terminal.Typed typed) {
      endOpen();
      interrupted = typed.isInterrupt();
      String prompt = shown(terminal, typed.prompt());
      for (String line : typed.shown().split("\n", -1)) {
        lines.add(new Line(prompt + line, Line.Kind.TYPED, prompt.length()));
      }
    }

    private void endLine() {
      if (open.indexOf(CLEAR) >= 0) {
        clear();
      }
      lines.add(new Line(untabbed(plain(open.toString())), kind, 0));
      open.setLength(0);
      if (lines.size() > MOST) {
        lines.subList(0, MOST / 10).clear();
      }
    }

    /** Without colours, and what a carriage return lets be written over. */
    private static String plain(String line) {
      String text = CONTROLS.matcher(line).replaceAll("");
      String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      return whole.substring(whole.lastIndexOf('\r') + 1);
    }

    private static String untabbed(String line) {
      if (line.indexOf('\t') < 0) {
        return line;
      }
      StringBuilder text = new StringBuilder();
      for (char c : line.toCharArray()) {
        if (c == '\t') {
          text.append(" ".repeat(8 - text.length() % 8));
        } else {
          text.append(c);
        }
      }
      return text.toString();
    }

    private void endOpen() {
      if (!open.isEmpty()) {
        endLine();
      }
    }

    List<Line> finished() {
      endOpen();
      return List.copyOf(lines);
    }
  }
}
