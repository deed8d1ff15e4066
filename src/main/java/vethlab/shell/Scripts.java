package vethlab.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sessions that run a script. */
public final class Scripts {
  private Scripts() {}

  /**
   * A session that runs {@code bash NAME} on a machine whose home directory holds that file.
   *
   * @param text as bytes, for it may be anything
   */
  public static Session session(String name, byte[] text, Limits limits) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    List<String> argv = List.of("bash", file);
    CommandTable table = StandardCommands.table();
    Program bash = table.find("bash").orElseThrow().start(argv);
    Session session = new Session(bash, argv, table, limits);
    session.putFile("/root/" + file, new String(text, StandardCharsets.UTF_8));
    return session;
  }
}
