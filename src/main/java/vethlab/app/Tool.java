package vethlab.app;

/** What a press on the canvas does. */
public enum Tool {
  SELECT("V"),
  NAMESPACE("N"),
  BRIDGE("B"),
  LINK("L"),
  UPLINK("U"),
  MORE(""),
  NOTE("T");

  private final String key;

  Tool(String key) {
    this.key = key;
  }

  /** The key that takes it, empty where none does. */
  public String key() {
    return key;
  }

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
