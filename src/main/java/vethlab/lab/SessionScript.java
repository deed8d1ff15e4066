package vethlab.lab;

/**
 * session.sh in its two parts.
 *
 * @param setup makes what lab.yaml says
 * @param session what one does with it
 */
public record SessionScript(String setup, String session) {
  private static final String SETUP = "#: setup";
  private static final String SESSION = "#: session";

  /** A script without the marks is all session. */
  public static SessionScript of(String text) {
    StringBuilder setup = new StringBuilder();
    StringBuilder session = new StringBuilder();
    StringBuilder at = text.lines().anyMatch(SETUP::equals) ? setup : session;
    for (String line : text.lines().toList()) {
      if (line.stripTrailing().equals(SETUP)) {
        at = setup;
      } else if (line.stripTrailing().equals(SESSION)) {
        at = session;
      } else {
        at.append(line).append('\n');
      }
    }
    return new SessionScript(setup.toString(), session.toString());
  }
}
