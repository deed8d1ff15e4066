package vethlab.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vethlab.shell.lang.PastedText;

/** Sessions that run a script. */
public final class Scripts {
  private Scripts() {}

  /** How long a pasted command that does not end by itself runs before Ctrl+C, in nanoseconds. */
  public static final long PATIENCE = 4_500_000_000L;

  /**
   * A session that runs {@code bash NAME} on a machine whose home directory holds that file.
   *
   * <p>Nothing is typed: its standard input is at its end.
   *
   * <p>Prompts and output of a pasted terminal are taken out of the text: {@link PastedText}.
   *
   * @param text as bytes, for it may be anything
   */
  public static Session session(String name, byte[] text, Limits limits) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    List<String> argv = List.of("bash", file);
    CommandTable table = StandardCommands.table();
    Program bash = table.find("bash").orElseThrow().start(argv);
    Session session = new Session(bash, argv, table, limits);
    PastedText pasted =
        PastedText.of(
            new String(text, StandardCharsets.UTF_8), word -> table.find(word).isPresent());
    session.putFile("/root/" + file, pasted.commands());
    session.endInput();
    if (pasted.isPrompted()) {
      session.interruptEndless(PATIENCE);
    }
    return session;
  }
}
